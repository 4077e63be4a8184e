"""The explorer's panel: the step's equation with its numbers, and the selected number."""

import pandas as pd
import streamlit as st

from backprop.engine import Quantity, Step, Trace, goes_into, made_from
from backprop.stage.board import born
from backprop.ui import descent, state
from backprop.ui.components.blocks import Block, Version, blocks
from backprop.ui.components.chips import chips
from backprop.ui.explorer import words
from backprop.ui.explorer.blocks import ROOM, blocks_of
from backprop.ui.explorer.blocks_descent import blocks_of_descent, table
from backprop.ui.theme import palette, theme
from backprop.writing import as_table, as_text, worked


def explain() -> None:
    """The present step and the selected number, as the panel beside the explorer's stage."""
    lesson, trace = state.current(), state.trace()
    steps = trace.at(lesson.level)
    step = steps[lesson.step - 1] if lesson.step <= len(steps) else None
    selected = Quantity.parse(lesson.selected) if lesson.selected else None
    _equations(steps, trace, selected)
    if selected:
        _number(selected, step, trace)
    details = st.expander(words.DETAILS, key="details", on_change="rerun")
    if details.open:
        if step:
            details.code(as_text(step, trace), language=None, wrap_lines=True)
            header, rows = as_table(step, trace)
        else:
            header, rows = table(descent.next_step(), lesson.eta)
        details.table(pd.DataFrame(rows, columns=header).set_index(header[0]))


def _equations(steps: tuple[Step, ...], trace: Trace, selected: Quantity | None) -> None:
    """The blocks of the present step and its neighbours; the browser is told each once."""
    lesson = state.current()
    version = Version(
        trace=state.trace_name(), level=lesson.level, selected=lesson.selected, theme=theme()
    )
    told_of, told = st.session_state.get("told", (None, frozenset()))
    if told_of != version:
        told = frozenset()

    def blocks_at(n: int) -> list[Block]:
        if n <= len(steps):
            return blocks_of(steps[n - 1], trace, selected, theme())
        return blocks_of_descent(descent.next_step(), lesson.eta, selected, theme(), ROOM)

    around = range(max(1, lesson.step - 1), min(lesson.step, len(steps)) + 2)
    new = {n: blocks_at(n) for n in around if n not in told}
    blocks(version, lesson.step, new, forget=lambda: st.session_state.pop("told", None))
    st.session_state.told = version, told | new.keys()


def _number(selected: Quantity, step: Step | None, trace: Trace) -> None:
    """What the selected number is, what made it, and what it goes into."""
    colours = palette()
    st.markdown(words.meaning(selected, trace))
    gradient = _gradient(selected, trace)
    explained = gradient or selected
    made = trace.step_of(explained)
    if made and not (step and selected.whole == step.quantity.whole):
        n, maker = made
        st.latex(worked(maker, explained.j or 1, colours, selected, ROOM, trace.endless))
        st.caption(words.where_made(maker, n, len(trace.steps) + 1))
    chips(
        {
            words.MADE_FROM: made_from(selected, trace.network),
            words.GOES_INTO: goes_into(selected, trace.network),
            words.GRADIENT: [gradient] if gradient else [],
        },
        trace,
        colours,
    )


def _gradient(selected: Quantity, trace: Trace) -> Quantity | None:
    """The gradient by the selected input, from the step on at which its numbers are known."""
    if selected.symbol != "a" or selected.l > 1 or not selected.j:
        return None
    lesson, gradient = state.current(), Quantity("nabla_x", 1, selected.j)
    steps = tuple(one.quantity for one in trace.at(lesson.level))
    known = born(steps, trace.network)[gradient.whole.id][selected.j - 1]
    return gradient if lesson.step >= known else None
