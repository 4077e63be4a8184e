"""Part "prove": the exercise of the section, the proofs of BP3 and BP4, made by the learner."""

from typing import Any

import streamlit as st

from backprop.engine import Quantity
from backprop.engine.backward import BP3, BP4
from backprop.engine.push import with_biases
from backprop.ideas.prove.compute import with_lines
from backprop.ideas.prove.stage import Place, stage_data
from backprop.ideas.prove.words import PROVE, TASK, about_numbers, for_this_neuron
from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.chapter import equation, shows, switch
from backprop.ui.chosen_neuron import chosen_neuron
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing import generic
from backprop.writing.text.convention_words import BIASES_ARE_0

EQUATIONS = {"BP3": BP3.component or BP3, "BP4": BP4.component or BP4}


def prove() -> None:
    """The cards and the proof on the left; on the right what is to be proved."""
    lesson = state.current()
    of = _chosen(lesson)
    with shows("exercise", "prove BP3 and BP4"):
        left, right = st.columns([0.66, 0.34], gap="medium")
        with left:
            lines = lesson.value_of("prove-lines") or ()
            data = stage_data(with_biases(state.trace()), of, _place(lesson), lines)
            show("prove", data, lines=_take)
        with right:
            switch(PROVE, "prove-of", tuple(EQUATIONS), of)
            panel(_panel_content, everything=("selected",))


def _chosen(lesson: Lesson) -> str:
    found: str = lesson.value_of("prove-of") or "BP3"
    return found


def _place(lesson: Lesson) -> Place:
    """The chosen neuron with its selected weight, or its first."""
    l, j = chosen_neuron()
    picked = Quantity.parse(lesson.selected) if lesson.selected else Quantity("C")
    return l, j, picked.k if picked.k and (picked.l, picked.j) == (l, j) else 1


def _take(lines: Any) -> None:
    """Keep the cards that the learner has put into this proof, beside those of the other one."""
    lesson = state.current()
    kept = lesson.value_of("prove-lines") or ()
    state.choose("prove-lines", ",".join(with_lines(kept, _chosen(lesson), lines)))


def _panel_content() -> None:
    """The equation to prove, in letters and for this neuron, and what to do."""
    lesson, colours = state.current(), palette()
    of, place = _chosen(lesson), _place(lesson)
    equation(generic(EQUATIONS[of], colours), of)
    st.latex(for_this_neuron(of, with_biases(state.trace()), *place, colours))
    st.markdown(TASK)
    said = about_numbers(of, *place)
    st.caption(said if lesson.has_biases else f"{said} {BIASES_ARE_0}")
