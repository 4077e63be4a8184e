"""Learning: one step of gradient descent, and how it moved the cost."""

from dataclasses import replace

import streamlit as st

from backprop.inputs.parsing import parse_number
from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.descent import DESCEND, DESCENDED, take_step
from backprop.ui.fields import named, sentences, side_by_side, typed
from backprop.ui.notes import noted, notes
from backprop.ui.sidebar.words import RATE, TAKE_STEP
from backprop.writing.text.numbers import written


def shows() -> object:
    """eta, and what came of the last step."""
    return state.current().eta, notes("eta", DESCEND, DESCENDED)


def draw() -> None:
    """eta, the step, and what came of the last one."""
    with side_by_side():
        typed(RATE, "eta", written([state.current().eta]), _set_eta)
    st.button(TAKE_STEP, key="take_step", on_click=take_step, width="stretch")
    with st.container(key="learned"):  # has room for a line: what stands below must not move
        sentences("eta", DESCEND)
        if moved := noted(DESCENDED):
            before, after = moved.kept
            kind = st.success if after < before else st.warning if after > before else st.info
            kind(moved.sentence)


def _set_eta(text: str) -> Lesson:
    return replace(state.current(), eta=named(RATE, parse_number, text))
