"""The panel beside the stage: the step's equation with its numbers, and the selected number."""

import pandas as pd
import streamlit as st

from backprop.engine import Quantity, Step, Trace, goes_into, made_from
from backprop.ui import state
from backprop.ui.chips import chips
from backprop.writing import (
    PALETTE,
    about,
    as_table,
    as_text,
    function,
    generic,
    matrices,
    shapes,
    terms,
    worked,
)

# Widths that formulas may have, as ``writing`` counts them: the panel's on a laptop.
ROOM, HALF_ROOM, MATRIX_ROOM = 410, 200, 460
_MEAN = "It takes the mean over the examples; here there is one."
CODE_NOTES = {"C": _MEAN, "nabla_b": _MEAN, "nabla_w": _MEAN}


@st.fragment(key="panel")
def panel() -> None:
    """The panel, run again whenever the stage has moved."""
    lesson, trace = state.current(), state.trace()
    step = trace.at(lesson.level)[lesson.step - 1]
    selected = Quantity.parse(lesson.selected) if lesson.selected else None
    colours = PALETTE[st.context.theme.type or "light"]
    with st.container(key="panel", gap="xsmall"):
        equations(step, trace, selected, colours)
        if selected:
            number(selected, step, trace, colours)
        details = st.expander("This step as text and as a table", key="details", on_change="rerun")
        if details.open:
            details.code(as_text(step, trace), language=None, wrap_lines=True)
            header, rows = as_table(step, trace)
            details.table(pd.DataFrame(rows, columns=header).set_index(header[0]))


def equations(step: Step, trace: Trace, selected: Quantity | None, colours: dict[str, str]) -> None:
    """The equation for one neuron and for the layer, the same with numbers, and its code."""
    matrix = next(one for one in trace.steps if one.quantity == step.quantity.whole)
    j = neuron(step, selected)
    one, whole = st.columns(2, gap="small")
    with one:
        st.caption("In components")
        st.latex(generic(matrix.equation.component or matrix.equation, colours, HALF_ROOM))
    with whole:
        st.caption("As matrices")
        st.latex(generic(matrix.equation, colours, HALF_ROOM))
    st.latex(worked(step, j, colours, selected, ROOM))
    if sum_of := terms(step):
        st.table(
            pd.DataFrame(sum_of, columns=["term", "numbers", "product", "sum so far"]).set_index(
                "term"
            )
        )
    if definition := function(step, trace.network):
        st.latex(definition)
    with st.container(key="matrices"):
        fits = matrices(matrix, colours, selected, step.j, room=MATRIX_ROOM)
        st.latex(fits or shapes(matrix, colours, room=MATRIX_ROOM))
    with st.container(key="source"):
        st.markdown(f"`{step.equation.source}`")
    note = CODE_NOTES.get(step.equation.symbol, "")
    st.caption(f"The code that computed it. {note} [{place(step)}]({step.equation.book})")


def place(step: Step) -> str:
    """Where the book has the equation."""
    names = [f"({n})" if n.isdigit() else n for n in step.equation.numbers]
    return f"{' and '.join(names)} in the book" if names else "Read on in the book"


def neuron(step: Step, selected: Quantity | None) -> int:
    """The neuron whose numbers are put in: the step's own, the selected one, or the first."""
    if step.j:
        return step.j
    return selected.j if selected and selected.l == step.l and selected.j else 1


def number(selected: Quantity, step: Step, trace: Trace, colours: dict[str, str]) -> None:
    """What the selected number is, what made it, and what it goes into."""
    st.markdown(f"**{selected.text}** is {about(selected, trace)}")
    makers = enumerate(trace.steps, start=1)
    made = next(((n, one) for n, one in makers if one.quantity == selected.whole), None)
    if made and made[1].quantity != step.quantity.whole:
        n, maker = made
        st.latex(worked(maker, selected.j or 1, colours, selected, ROOM))
        st.caption(f"{place(maker)}; step {n} of {len(trace.steps)}, layer by layer")
    chips(
        {
            "made from": made_from(selected, trace.network),
            "goes into": goes_into(selected, trace.network),
        },
        trace,
        colours,
    )
