"""Term by term: the sum over k and the matrix product compute the same numbers."""

from pathlib import Path

import streamlit as st

from backprop.ideas.terms.compute import micro_steps
from backprop.ideas.terms.stage import stage_data
from backprop.ideas.terms.view_position import follow_pick, go_to_layer, layer_and_micro_step
from backprop.ideas.terms.words import (
    LAYER,
    as_matrices,
    component_form,
    in_components,
    layer_name,
    matrix_form,
    verdict,
    where_in_the_book,
)
from backprop.ui import state
from backprop.ui.chapter import switch
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing import generic

ROOM = 420


def terms() -> None:
    """The stage that steps through the terms of one layer, and both forms of the present one."""
    st.html(Path(__file__).with_suffix(".css"))
    trace = state.trace()
    l, number = layer_and_micro_step()
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
        LAYER,
        "layer",
        range(2, L + 1),
        l,
        called=lambda one: layer_name(one, L),
        take=go_to_layer,
        label_visibility="collapsed",
    )


def _panel_content() -> None:
    """Both forms of the present micro step, and what it comes to."""
    if follow_pick():
        st.rerun()
    trace = state.trace()
    l, number = layer_and_micro_step()
    every = micro_steps(trace, l)
    step, colours = every[number - 1], palette()
    st.latex(generic(in_components(trace.network), colours, ROOM))
    st.latex(component_form(every, number, colours, trace.endless))
    st.latex(generic(as_matrices(trace.network), colours, ROOM))
    st.latex(matrix_form(trace, step, colours))
    st.markdown(verdict(trace, step))
    st.caption(where_in_the_book())
