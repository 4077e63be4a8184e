"""The button that measures both forms on this server, and what it has found."""

import pandas as pd
import streamlit as st

from backprop.engine.timing import Timing
from backprop.ideas.columns.compute_programs import SIZES, takes_too_long, timings
from backprop.ideas.columns.view_batch import present_batch
from backprop.ideas.columns.words import (
    BEFORE_MEASURING,
    HEADER,
    MEASURE,
    WHY_FASTER,
    how_measured,
    table_rows,
)
from backprop.server.turns import PAGES
from backprop.ui import state
from backprop.ui.notes import note, noted

MEASURED = "columns-measured"
SLICE = 0.05
"""Seconds for each number of examples: between two of them others have their turn."""


def measure() -> None:
    """The button, and below it the times; nothing is measured without a press."""
    st.button(MEASURE, icon=":material/timer:", on_click=_measure)
    found = noted(MEASURED)
    if not found:
        st.caption(BEFORE_MEASURING)
        return
    measured, left_out = found.kept
    st.table(pd.DataFrame(table_rows(measured), columns=HEADER).set_index(HEADER[0]))
    st.markdown(WHY_FASTER)
    st.caption(how_measured(state.current().sizes, left_out))


def _measure() -> None:
    """A press runs this before the page, so that it has turns of its own."""
    found: dict[int, dict[str, Timing]] = {}
    left_out = []
    batch, _ = present_batch()
    whole = batch.whole
    for m in sorted({batch.m, *SIZES}):
        if found and takes_too_long(found[max(found)]["loop"], max(found), m):
            left_out.append(m)
            continue
        with PAGES.turn(state.account()):
            found[m] = timings(whole.network, whole.x, whole.y, m, SLICE)
    note(MEASURED, "", kept=(found, left_out))
