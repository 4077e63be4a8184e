"""Which layer and which micro step of it the learner is at, in part "terms"."""

import streamlit as st

from backprop.engine import Quantity
from backprop.ideas.terms.compute import micro_step_of, of_one_neuron
from backprop.lesson import chosen_layer
from backprop.ui import state

_SEEN = "selected_at_terms"


def layer_and_micro_step() -> tuple[int, int]:
    """The layer and the micro step of the lesson, the nearest ones where it has not these."""
    lesson = state.current()
    l = chosen_layer(lesson)
    count = lesson.sizes[l - 1] * of_one_neuron(lesson.sizes, l, lesson.has_biases)
    return l, min(max(lesson.value_of("term"), 1), count)


def go_to_layer(l: int, number: int = 1) -> None:
    """To a micro step of this layer; the stage follows."""
    state.choose("layer", str(l))
    state.choose("term", str(number))
    state.place_moved()


def follow_pick() -> bool:
    """Where another number has been selected, go to the micro step that uses it; whether it was so.

    A click on a number of the present layer leads there by itself and selects nothing. A lesson
    without a layer begins at what is selected.
    """
    lesson = state.current()
    begins = _SEEN not in st.session_state and not lesson.choice("layer")
    seen = "" if begins else st.session_state.get(_SEEN, lesson.selected)
    st.session_state[_SEEN] = lesson.selected
    if lesson.selected in ("", seen):
        return False
    picked = Quantity.parse(lesson.selected)
    number = micro_step_of(lesson.sizes, picked, lesson.has_biases)
    if number:
        go_to_layer(picked.l, number)
    return bool(number)
