"""The explorer's panel: the step's equation with its numbers, and the selected number."""

import pandas as pd
import streamlit as st

from backprop.engine import Quantity, Step, Trace, goes_into, made_from
from backprop.ui import state
from backprop.ui.components.chips import chips
from backprop.ui.explorer import words
from backprop.ui.theme import palette, theme
from backprop.writing import (
    as_table,
    as_text,
    function,
    matrices,
    shapes,
    sum_rows,
    worked,
)

# Widths that formulas may have, as ``writing`` counts them: the panel's on a laptop.
ROOM, HALF_ROOM, MATRIX_ROOM = 410, 200, 460


def explain() -> None:
    """The present step and the selected number, as the panel beside the explorer's stage."""
    lesson, trace = state.current(), state.trace()
    step = trace.at(lesson.level)[lesson.step - 1]
    selected = Quantity.parse(lesson.selected) if lesson.selected else None
    _equations(step, trace, selected)
    if selected:
        _number(selected, step, trace)
    details = st.expander(words.DETAILS, key="details", on_change="rerun")
    if details.open:
        details.code(as_text(step, trace), language=None, wrap_lines=True)
        header, rows = as_table(step)
        details.table(pd.DataFrame(rows, columns=header).set_index(header[0]))


def _equations(step: Step, trace: Trace, selected: Quantity | None) -> None:
    """The equation for one neuron and for the layer, the same with numbers, and its code."""
    colours = palette()
    matrix = trace.maker(step.quantity)
    component = matrix.equation.component or matrix.equation
    j = _neuron(step, selected)
    with st.container(horizontal=True, gap="small"):
        st.latex(words.in_letters(words.IN_COMPONENTS, component, theme(), HALF_ROOM))
        st.latex(words.in_letters(words.AS_MATRICES, matrix.equation, theme(), HALF_ROOM))
    st.latex(worked(step, j, colours, selected, ROOM))
    if sum_of := sum_rows(step):
        header = words.SUM_HEADER
        st.table(pd.DataFrame(sum_of, columns=header).set_index(header[0]))
    if definition := function(step, trace.network):
        st.latex(definition)
    fits = matrices(matrix, colours, selected, step.j, room=MATRIX_ROOM)
    st.latex(words.small(fits or shapes(matrix, colours, room=MATRIX_ROOM)))
    st.caption(words.code(step))


def _neuron(step: Step, selected: Quantity | None) -> int:
    """The neuron whose numbers are put in: the step's own, the selected one, or the first."""
    if step.j:
        return step.j
    return selected.j if selected and selected.l == step.l and selected.j else 1


def _number(selected: Quantity, step: Step, trace: Trace) -> None:
    """What the selected number is, what made it, and what it goes into."""
    colours = palette()
    st.markdown(words.meaning(selected, trace))
    made = trace.step_of(selected)
    if made and selected.whole != step.quantity.whole:
        n, maker = made
        st.latex(worked(maker, selected.j or 1, colours, selected, ROOM))
        st.caption(words.where_made(maker, n, len(trace.steps)))
    chips(
        {
            words.MADE_FROM: made_from(selected, trace.network),
            words.GOES_INTO: goes_into(selected, trace.network),
        },
        trace,
        colours,
    )
