"""The cost as an average over examples (26), so that its gradient is the average of theirs."""

from math import isfinite
from typing import Any

import streamlit as st

from backprop.engine import Quantity
from backprop.ideas.mean.compute_check import GradientCheck, gradient_check
from backprop.ideas.mean.stage import stage_data
from backprop.ideas.mean.words import (
    ASSUMPTION,
    LEGEND,
    both_ways,
    where_in_the_book,
)
from backprop.ideas.mean.words_formulas import by_nudging, cost_over_examples, reduced
from backprop.lesson import at_example, chosen_layer, examples_of, run_rows, weight_in_focus
from backprop.ui import state
from backprop.ui.chapter import look_at_layer, several_or_one
from backprop.ui.fields import sentences
from backprop.ui.notes import attempt
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.text.examples import left_out

ROOM = 410
PRESSED = "mean-row"


def mean() -> None:
    """The examples with their costs, their gradients with the mean, and (26)."""
    lesson = state.current()
    left, right = st.columns([0.64, 0.36], gap="medium")
    own = lesson.x + lesson.y
    rows = examples_of(lesson)
    found = run_rows(lesson, rows)
    with left:
        several_or_one()
        if found.refused:
            st.info(left_out(found.refused))
        if not found.traces:
            rows = (own,)
            found = run_rows(lesson, rows)
        present = rows.index(own) if own in rows else None
        check = gradient_check(found, chosen_layer(lesson))
        data = stage_data(state.trace(), rows, present, found, check)
        show("mean", data, row=_press, layer=look_at_layer)
        sentences(PRESSED)
    with right:
        # The panel lives as long as the session: it keeps what it prints, and no traces.
        costs = [trace.cost for trace in found.traces.values()]
        panel(lambda: _panel_content(costs, check))


def _press(row: Any) -> None:
    lesson = state.current()
    if type(row) is int and row in range(len(examples_of(lesson))):
        attempt(PRESSED, lambda: at_example(lesson, row))


def _panel_content(costs: list[float], check: GradientCheck) -> None:
    """(26), the cost over the examples, and one weight's gradient in both ways, with numbers."""
    colours, lesson = palette(), state.current()
    st.latex(cost_over_examples(lesson, colours, ROOM))
    st.caption(f"{LEGEND}\n\n{where_in_the_book(lesson.cost)}")
    st.markdown(ASSUMPTION[lesson.reduction])
    total = sum(costs) / lesson.divisor(len(costs))
    st.latex(reduced(lesson, Quantity("C"), costs, total, colours, ROOM))
    weight = weight_in_focus(lesson.selected, check.l)
    symbol, index = weight.symbol, weight.index
    gradient = Quantity(f"nabla_{symbol}", weight.l, weight.j, weight.k)
    each = [arrays[symbol][index].item() for arrays in check.each.values()]
    st.latex(reduced(lesson, gradient, each, check.mean[symbol][index].item(), colours, ROOM))
    nudged = check.nudged[symbol]
    above, below, slope = (
        array[index].item() for array in (nudged.above, nudged.below, nudged.slope)
    )
    if isfinite(slope):
        st.latex(by_nudging(weight, above, below, slope, colours))
    st.markdown(both_ways(weight, slope, len(costs), lesson.network()))
