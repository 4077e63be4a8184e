"""Part "columns": the loop over the examples beside the same as one matrix."""

from pathlib import Path

import streamlit as st

from backprop.engine import Network
from backprop.engine.examples import Examples
from backprop.ideas.columns.compute import Difference, MiniBatch, difference, multiplications
from backprop.ideas.columns.compute_programs import changed_lines, loop_shown
from backprop.ideas.columns.stage import stage_data
from backprop.ideas.columns.view_batch import present_batch
from backprop.ideas.columns.view_measure import measure
from backprop.ideas.columns.words import (
    LAYER,
    LOOP_HEADING,
    MATRIX_HEADING,
    agreement,
    changed,
    count,
    layer_name,
    part_of_table,
)
from backprop.ideas.columns.words_formulas import in_letters
from backprop.lesson import chosen_layer
from backprop.ui import state
from backprop.ui.chapter import layer_switch, several_or_one, shows
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.text.examples import left_out


def columns() -> None:
    """Both programs, their pictures for one layer, and how they compare."""
    st.html(Path(__file__).with_suffix(".css"))
    lesson, network = state.current(), state.trace().network
    with shows("problem", "a mini-batch as one matrix"):
        left, right = st.columns([0.64, 0.36], gap="medium")
        with left:
            batch, found = present_batch()
            _needs(batch, found)
            layer_switch(LAYER, layer_name, label_visibility="collapsed")
            present = lesson.value_of("columns-example")
            show("columns", stage_data(state.trace(), batch, chosen_layer(lesson), present))
        with right:
            _programs(network)
            # The panel lives as long as the session: it keeps what it prints, and no traces.
            m, apart = batch.m, difference(batch)
            panel(lambda: _panel_content(network, m, apart))


def _needs(batch: MiniBatch, found: Examples) -> None:
    """Where the examples come from, and which of them the mini-batch has."""
    several_or_one()
    if found.refused:
        st.info(left_out(found.refused))
    if said := part_of_table(batch, len(found.traces)):
        st.caption(said)


def _programs(network: Network) -> None:
    """The loop and the matrix form; beside them all rows of pictures are seen at once."""
    with st.container(gap="xsmall"):
        st.markdown(LOOP_HEADING)
        st.code(loop_shown(network), language=None)
        st.markdown(MATRIX_HEADING)
        st.code(changed(network, changed_lines(network)), language=None)


def _panel_content(network: Network, m: int, apart: Difference) -> None:
    """What both forms cost, the times, and the equations in matrices."""
    st.markdown(count(multiplications(network), m))
    st.markdown(agreement(apart))
    measure()
    st.latex(in_letters(palette(), network))
