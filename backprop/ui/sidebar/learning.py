"""Learning: one step of gradient descent, and how it moved the cost."""

from dataclasses import replace

import streamlit as st

from backprop.engine import Trace, descend
from backprop.lesson import Lesson, parse_number, with_network
from backprop.lesson.typed import written
from backprop.ui import state
from backprop.ui.fields import sentences, side_by_side, typed
from backprop.ui.notes import attempt, note, noted
from backprop.writing import how_cost_moved


def learning() -> None:
    """eta, the step, and what came of the last one."""
    with side_by_side("bottom"):
        typed("Rate η", "eta", written([state.current().eta]), _set_eta)
        st.button(
            "Take one step of gradient descent", on_click=take_step, width="stretch", wrap=True
        )
    sentences("eta", "descend")
    if moved := noted("descended"):
        before, after = moved.kept
        kind = st.success if after < before else st.warning if after > before else st.info
        kind(moved.sentence)


def _set_eta(text: str) -> Lesson:
    return replace(state.current(), eta=parse_number(text))


def take_step() -> None:
    """One step of gradient descent, and a note of how the cost moved."""
    lesson, trace = state.current(), state.trace()
    if attempt("descend", lambda: _after_a_step(lesson, trace)):
        after = state.trace().cost
        flat = not any(
            one.any() for s in ("nabla_b", "nabla_w") for one in trace.arrays(s).values()
        )
        note("descended", how_cost_moved(trace.cost, after, flat), kept=(trace.cost, after))


def _after_a_step(lesson: Lesson, trace: Trace) -> Lesson:
    try:
        return with_network(lesson, descend(trace.network, trace, lesson.eta))
    except ValueError as error:
        raise ValueError(f"This step is too long; a smaller η helps. {error}") from None
