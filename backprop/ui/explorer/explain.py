"""The explorer's panel: the step's equation with its numbers, and the selected number."""

from functools import cache

import pandas as pd
import streamlit as st

from backprop.engine import Equation, Quantity, Step, Trace, goes_into, made_from
from backprop.engine.equation import numbered
from backprop.ui import state
from backprop.ui.components.chips import chips
from backprop.ui.theme import palette, theme
from backprop.writing import (
    PALETTE,
    about,
    as_table,
    as_text,
    function,
    generic,
    matrices,
    shapes,
    sum_rows,
    worked,
)

# Widths that formulas may have, as ``writing`` counts them: the panel's on a laptop.
ROOM, HALF_ROOM, MATRIX_ROOM = 410, 200, 460
_MEAN = "It takes the mean over the examples; here there is one."
CODE_NOTES = {"C": _MEAN, "nabla_b": _MEAN, "nabla_w": _MEAN}


def explain() -> None:
    """The present step and the selected number, as the panel beside the explorer's stage."""
    lesson, trace = state.current(), state.trace()
    step = trace.at(lesson.level)[lesson.step - 1]
    selected = Quantity.parse(lesson.selected) if lesson.selected else None
    _equations(step, trace, selected)
    if selected:
        _number(selected, step, trace)
    details = st.expander("This step as text and as a table", key="details", on_change="rerun")
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
        st.latex(_in_letters("In components", component, theme()))
        st.latex(_in_letters("As matrices", matrix.equation, theme()))
    st.latex(worked(step, j, colours, selected, ROOM))
    if sum_of := sum_rows(step):
        st.table(
            pd.DataFrame(sum_of, columns=["term", "numbers", "product", "sum so far"]).set_index(
                "term"
            )
        )
    if definition := function(step, trace.network):
        st.latex(definition)
    fits = matrices(matrix, colours, selected, step.j, room=MATRIX_ROOM)
    st.latex(r"\small " + (fits or shapes(matrix, colours, room=MATRIX_ROOM)))
    note = CODE_NOTES.get(step.equation.symbol, "")
    st.caption(
        f"`{step.equation.source}`\n\n"
        f"The code that computed it. {note} [{_in_the_book(step)}]({step.equation.book})"
    )


@cache
def _in_letters(form: str, equation: Equation, theme: str) -> str:
    """The equation as the book has it, below the name of its form.

    In one element with the formula, since each element costs the server as much as a formula.
    """
    formula = generic(equation, PALETTE[theme], HALF_ROOM)
    return rf"\begin{{gathered}} \textsf{{\small {form}}} \\ {formula} \end{{gathered}}"


def _in_the_book(step: Step) -> str:
    """Where the book has the equation."""
    names = [numbered(number) for number in step.equation.numbers]
    return f"{' and '.join(names)} in the book" if names else "Read on in the book"


def _neuron(step: Step, selected: Quantity | None) -> int:
    """The neuron whose numbers are put in: the step's own, the selected one, or the first."""
    if step.j:
        return step.j
    return selected.j if selected and selected.l == step.l and selected.j else 1


def _number(selected: Quantity, step: Step, trace: Trace) -> None:
    """What the selected number is, what made it, and what it goes into."""
    colours = palette()
    st.markdown(f"**{selected.text}** is {about(selected, trace)}")
    made = trace.step_of(selected)
    if made and selected.whole != step.quantity.whole:
        n, maker = made
        st.latex(worked(maker, selected.j or 1, colours, selected, ROOM))
        st.caption(f"{_in_the_book(maker)}; step {n} of {len(trace.steps)}, layer by layer")
    chips(
        {
            "made from": made_from(selected, trace.network),
            "goes into": goes_into(selected, trace.network),
        },
        trace,
        colours,
    )
