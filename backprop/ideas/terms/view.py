"""Term by term: the sum over k and the matrix product compute the same numbers."""

import streamlit as st

from backprop.ideas.terms.stage import stage_data
from backprop.ideas.terms.view_place import follow_pick, go_to_layer, layer_and_beat
from backprop.ideas.terms.words import (
    AS_MATRICES,
    IN_COMPONENTS,
    component_form,
    matrix_form,
    verdict,
)
from backprop.ideas.terms.words_micro_steps import beats
from backprop.ui import state
from backprop.ui.chapter import book, switch
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing import generic

ROOM = 420
WORDY = 5  # so many layers have room for a word each


def terms() -> None:
    """The stage that steps through the beats of one layer, and both forms of the present beat."""
    trace = state.trace()
    l, number = layer_and_beat()
    left, right = st.columns([0.6, 0.4], gap="medium")
    with left:
        show("terms", stage_data(trace, l, number))
    with right:
        if trace.network.L > 2:
            _switch(l, trace.network.L)
        panel(_panel_content)


def _switch(l: int, L: int) -> None:
    """The layers whose numbers can be made term by term."""
    switch(
        "Layer",
        "layer",
        range(2, L + 1),
        l,
        called=("Layer {}" if L <= WORDY else "l = {}").format,
        take=go_to_layer,
        label_visibility="collapsed",
    )


def _panel_content() -> None:
    """Both forms of the present beat, and what it comes to."""
    if follow_pick():
        st.rerun()
    trace = state.trace()
    l, number = layer_and_beat()
    every = beats(trace, l)
    beat, colours = every[number - 1], palette()
    st.latex(generic(IN_COMPONENTS, colours, ROOM))
    st.latex(component_form(every, number, colours))
    st.latex(generic(AS_MATRICES, colours, ROOM))
    st.latex(matrix_form(trace, beat, colours))
    st.markdown(verdict(trace, beat))
    st.caption(f"The sum is {book('23')}, the matrices are {book('25')} in the book")
