"""The cost as an average over examples (26), so that its gradient is the average of theirs."""

from math import log10

import streamlit as st

from backprop.engine import Quantity
from backprop.engine.examples import NUDGE, Examples, one_by_one
from backprop.lesson import Lesson, with_row
from backprop.lesson.examples import with_examples
from backprop.ui import state
from backprop.ui.chapter import equation, offer
from backprop.ui.cost.both import Both
from backprop.ui.cost.table import examples_part
from backprop.ui.notes import attempt
from backprop.ui.panel import panel
from backprop.ui.sidebar.fields import sentences
from backprop.ui.stage import picture, show
from backprop.ui.theme import theme
from backprop.writing import PALETTE
from backprop.writing.average import by_nudging, mean_of

ROOM = 410
PRESSED = "example"


def mean() -> None:
    """The examples with their costs, their gradients with the mean, and (26)."""
    lesson = state.current()
    left, right = st.columns([0.64, 0.36], gap="medium")
    n = len(lesson.x)
    found = one_by_one(lesson.network(), [(row[:n], row[n:]) for row in lesson.data])
    with left:
        few = len(lesson.data) < 2
        if few:
            offer(
                "An average is over many examples; this lesson has just one.",
                "Make it four examples",
                lambda: with_examples(lesson),
            )
        for number, why in list(found.refused.items())[:3]:
            st.info(f"Example {number} is left out: {why}.")
        if found.traces and not few:
            both = Both(found, layer_of(lesson))
            parts = [examples_part(lesson, found), both.part(lesson)]
            data = picture(state.trace(), parts) | {"figures": {}}
            show("mean", data, row=_press, layer=lambda l: state.choose("layer", str(l)))
            sentences(PRESSED)
    with right:
        if found.traces and not few:
            panel(lambda: formulas(found, both))
        else:
            mean_cost()


def mean_cost() -> None:
    """(26), and the first assumption, which it keeps."""
    colours = PALETTE[theme()]
    a, y = (rf"\textcolor{{{colours[symbol]}}}" for symbol in "ay")
    equation(
        rf"C = \frac{{1}}{{2n}} \sum_x \lVert {y}{{y(x)}} - {a}{{a^L(x)}} \rVert^2"
        r" = \frac{1}{n} \sum_x C_x",
        "26",
    )


def layer_of(lesson: Lesson) -> int:
    """The chosen layer, or the nearest that has weights."""
    return min(max(2, int(lesson.choice("layer") or 2)), len(lesson.sizes))


def _press(row: int) -> None:
    lesson = state.current()
    attempt(PRESSED, lambda: with_row(lesson, row))


def formulas(found: Examples, both: Both) -> None:
    """The mean cost, and one weight's gradient in both ways, with their numbers."""
    mean_cost()
    colours = PALETTE[theme()]
    costs = [trace.cost for trace in found.traces.values()]
    st.latex(mean_of(Quantity("C"), costs, sum(costs) / len(costs), colours, ROOM))
    weight = both.focus(state.current().selected)
    gradient = Quantity(f"nabla_{weight.symbol}", *(weight.l, weight.j, weight.k))
    each = [trace.value(gradient).item() for trace in found.traces.values()]
    st.latex(mean_of(gradient, each, both.mean[weight.symbol][weight.index].item(), colours, ROOM))
    nudged = both.nudged[weight.symbol]
    above, below, width, slope = (
        array[weight.index].item()
        for array in (nudged.above, nudged.below, nudged.width, nudged.slope)
    )
    if both.is_finite(weight):
        st.latex(by_nudging(weight, above, below, width, slope, colours))
    st.markdown(
        "The first is backpropagation, once for each example. The second knows nothing of it: "
        f"forward passes alone, with the weight moved by $h = 10^{{{round(log10(NUDGE))}}}$ up and down."
    )
