"""The lanes: what the algorithm computes when, on the lesson's network."""

import streamlit as st

from backprop.ideas.lanes.compute import computed
from backprop.ideas.lanes.stage import stage_data
from backprop.ideas.lanes.words import NEEDS_HIDDEN, where_in_the_book, why_backward
from backprop.ideas.lanes.words_formulas import algorithm, with_numbers
from backprop.ui import state
from backprop.ui.chapter import offer_hidden_layer, shows
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette

ROOM = 410


def lanes() -> None:
    """The stage with a lane for each step of the algorithm, and the algorithm beside it."""
    trace = state.trace()
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left, shows("algorithm", "backpropagation"):
        show("lanes", stage_data(trace, _number(len(computed(trace)))))
    with right:
        panel(_panel_content)
        if trace.network.L == 2:
            offer_hidden_layer(NEEDS_HIDDEN)


def _number(count: int) -> int:
    """The array that the lesson is at, counted from 1, the nearest where it has fewer."""
    return min(max(int(state.current().value_of("lanes-step")), 1), count)


def _panel_content() -> None:
    """The five steps with the present one marked, its numbers, and why it goes backward."""
    trace, colours = state.trace(), palette()
    every = computed(trace)
    one = every[_number(len(every)) - 1]
    st.latex(algorithm(trace.network, one.lane, colours))
    st.latex(with_numbers(one, trace, colours, ROOM))
    st.markdown(why_backward(trace.network))
    if book := where_in_the_book(one):
        st.caption(book)
