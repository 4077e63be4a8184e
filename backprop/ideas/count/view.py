"""What a gradient costs, one way and the other: counted for this network, and measured here."""

import streamlit as st

from backprop.engine import operations
from backprop.ideas.count.compute import series_with
from backprop.ideas.count.compute_measure import Measured, example, measure
from backprop.ideas.count.stage import stage_data
from backprop.ideas.count.words import (
    AGAIN,
    MEASURE,
    STOP,
    about,
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
    kept, network = st.session_state, state.trace().network
    of = network.sizes, network.has_biases
    if kept.get(OF) != of:
        kept.update({OF: of, DONE: []})
    kept[RUNNING] = False  # whoever has been elsewhere has stopped it
    found = operations(*of)
    _content(counts_formula(found), sentences(found, network.has_biases), about(network))


@st.fragment(key="count_content")
def _content(formula: str, texts: list[str], small: str) -> None:
    """The page; while it measures, each run of it measures one network and asks for the next."""
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        done = st.session_state[DONE]
        show("count", stage_data(state.trace(), done))
        st.markdown("" if st.session_state[RUNNING] else "\n\n".join(results(done)))
    with right:
        panel(lambda: _panel_content(formula, texts, small))
        _measured()


def _panel_content(formula: str, texts: list[str], small: str) -> None:
    st.latex(formula)
    for text in texts:
        st.markdown(text)
    st.caption(small)


def _measured() -> None:
    """The button, and how far the measurement is.

    While it goes on it measures the next network, in a turn like those of pages, and runs this part
    of the page again.
    """
    lesson = state.current()
    kept, every = st.session_state, series_with(lesson.sizes, lesson.has_biases)
    done: list[Measured] = kept[DONE]
    running: bool = kept[RUNNING]
    label, icon = (STOP, "stop") if running else (AGAIN if done else MEASURE, "timer")
    with st.container(key="count_measured", gap="xsmall"):
        st.button(label, key="count_press", icon=f":material/{icon}:", on_click=_press)
        if not running:
            return
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
    return measure(*example(sizes, trace.network.biases))


def _press() -> None:
    """Begin, or stop."""
    kept = st.session_state
    if not kept[RUNNING]:
        kept[DONE] = []
    kept[RUNNING] = not kept[RUNNING]
