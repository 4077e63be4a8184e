"""What a gradient costs, one way and the other: counted for this network, and measured here."""

import streamlit as st

from backprop.engine import operations
from backprop.ideas.count.compute import series_with
from backprop.ideas.count.compute_measure import Measured, example, measure
from backprop.ideas.count.stage import stage_data
from backprop.ideas.count.words import (
    ABOUT,
    AGAIN,
    MEASURE,
    STOP,
    counts_formula,
    progress,
    sentences,
)
from backprop.ideas.count.words_times import results
from backprop.server.turns import PAGES
from backprop.ui import state
from backprop.ui.panel import panel
from backprop.ui.stage import show

DONE, RUNNING, OF = "count_done", "count_running", "count_of"
"""In the session: what has been measured, whether it goes on, and for which network."""


def count() -> None:
    """The passes as squares, the costs over P, and what they say."""
    kept, sizes = st.session_state, state.current().sizes
    if kept.get(OF) != sizes:
        kept.update({OF: sizes, DONE: []})
    kept[RUNNING] = False  # whoever has been elsewhere has stopped it
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        _measured()
    found = operations(sizes)
    formula, texts = counts_formula(found), sentences(found)
    with right:
        panel(lambda: _panel_content(formula, texts))


def _panel_content(formula: str, texts: list[str]) -> None:
    st.latex(formula)
    for text in texts:
        st.markdown(text)
    st.caption(ABOUT)


@st.fragment(key="count_measured")
def _measured() -> None:
    """The stage, and the measurement: each run of it measures one network and asks for the next."""
    kept = st.session_state
    done: list[Measured] = kept[DONE]
    show("count", stage_data(state.trace(), done))
    every = series_with(state.current().sizes)
    if not kept[RUNNING]:
        st.button(AGAIN if done else MEASURE, icon=":material/timer:", on_click=_start)
        for text in results(done):
            st.markdown(text)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(STOP, icon=":material/stop:", on_click=_stop)
        st.progress(len(done) / len(every), progress(len(done), len(every), every[len(done)]))
    with PAGES.turn(state.account()):
        done.append(_measure(every[len(done)]))
    kept[RUNNING] = len(done) < len(every)
    st.rerun(scope="fragment")


def _measure(sizes: tuple[int, ...]) -> Measured:
    """This network itself where it has these sizes, else another one of them."""
    trace = state.trace()
    if trace.network.sizes == sizes:
        return measure(trace.network, trace.x, trace.y)
    return measure(*example(sizes))


def _start() -> None:
    st.session_state.update({DONE: [], RUNNING: True})


def _stop() -> None:
    st.session_state[RUNNING] = False
