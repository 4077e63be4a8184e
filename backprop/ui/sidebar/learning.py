"""Learning: one step of gradient descent, and how it moved the cost."""

from dataclasses import replace

import streamlit as st

from backprop.inputs.limits import OVER as OVERS
from backprop.inputs.parsing import parse_number
from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.descent import DESCEND, DESCENDED, is_over_rows_here, take_step
from backprop.ui.fields import chosen, named, sentences, side_by_side, typed
from backprop.ui.notes import noted, notes
from backprop.ui.sidebar.words import OVER, RATE, TAKE_STEP, over_name
from backprop.writing.text.numbers import written


def shows() -> object:
    """eta, what a step goes over, and what came of the last one."""
    lesson = state.current()
    return lesson.eta, lesson.over, len(lesson.data), notes("eta", "over", DESCEND, DESCENDED)


def draw() -> None:
    """eta, what a step goes over where there is a table, the step, and what came of it."""
    lesson = state.current()
    with side_by_side():
        typed(RATE, "eta", written([lesson.eta]), _set_eta)
        if len(lesson.data) > 1:
            _over(lesson)
    st.button(TAKE_STEP, key="take_step", on_click=take_step, width="stretch")
    with st.container(key="learned"):  # has room for a line: what stands below must not move
        sentences("eta", "over", DESCEND)
        if moved := noted(DESCENDED):
            before, after = moved.kept
            kind = st.success if after < before else st.warning if after > before else st.info
            kind(moved.sentence)


def _over(lesson: Lesson) -> None:
    """What a step goes over; a page where it is always all rows offers nothing else."""
    called = {"example": over_name(0), "all": over_name(len(lesson.data))}
    if is_over_rows_here():
        chosen(OVER, "over_here", ["all"], "all", _set_over, called.__getitem__)
    else:
        chosen(OVER, "over", list(called), lesson.over, _set_over, called.__getitem__)


def _set_over(over: str) -> Lesson:
    lesson = state.current()
    return replace(lesson, over=over) if over in OVERS else lesson


def _set_eta(text: str) -> Lesson:
    return replace(state.current(), eta=named(RATE, parse_number, text))
