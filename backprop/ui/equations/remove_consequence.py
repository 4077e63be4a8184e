"""What comes of an equation as it is written now: does it fit, is it right, what does it do?"""

import streamlit as st

from backprop.engine import Quantity
from backprop.engine.backward import BP1
from backprop.engine.expression import factors, parse
from backprop.engine.mistakes import four_equations
from backprop.engine.wrong_pass import Attempt, WrongPass
from backprop.figures.theme import Json
from backprop.ui import state
from backprop.ui.chapter import shows
from backprop.ui.equations.remove_stage import exhibited
from backprop.ui.equations.remove_whole import whole
from backprop.ui.stage import exhibits, picture, show
from backprop.ui.theme import palette
from backprop.writing import generic
from backprop.writing.fitting import fitted, shape_of
from backprop.writing.verdict import verdict

ROOM = 640
# Pixels: of a cell at most and at least, and of all rows of a heatmap.
HIGH, LEAST_HIGH, ALL_HIGH = 32, 15, 130
WIDEST, WIDE, LEAST_WIDE, ALL_WIDE = 72, 30, 24, 288


def say(wrong: WrongPass, name: str, l: int) -> None:
    """The verdict on this equation at layer l."""
    found = verdict(wrong, _result(wrong, name, l))
    box = {"right": st.success, "harmless": st.info, "wrong": st.warning, "stopped": st.error}
    icon = {"right": "check", "harmless": "info", "wrong": "visibility_off", "stopped": "block"}
    with st.container(key=f"remove_{found.kind}"):
        box[found.kind](f"**{found.title}.** {found.text}", icon=f":material/{icon[found.kind]}:")


def consequence(wrong: WrongPass, name: str, l: int) -> None:
    """The equation at layer l with its shapes and numbers, and the whole step."""
    tried = wrong.attempts.get(_result(wrong, name, l)) or wrong.failures[0]
    with st.container(horizontal=True, key="remove_equation"):
        st.latex(fitted(tried, palette(), ROOM))
        if form := tried.equation.component:
            st.latex(generic(BP1 if tried.equation.name == "BP1a" else form, palette(), ROOM))
    _stage(wrong, tried, l)
    whole(wrong, state.current().eta)


def _result(wrong: WrongPass, name: str, l: int) -> Quantity:
    return Quantity(four_equations(wrong.trace.network)[name].symbol, l)


def _stage(wrong: WrongPass, tried: Attempt, l: int) -> None:
    """The pictures; where they are one row there is room for one weight between its neurons."""
    data, rows = exhibited(picture(wrong.trace, []), tried, wrong.trace)
    shapes = [shape_of(factor, tried) for factor in factors(parse(tried.equation.template))]
    rows_most, columns_most = map(max, zip(tried.shape, *shapes, strict=True))
    part = exhibits(
        rows,
        lines=rows_most,
        tall=ALL_HIGH,
        high=(LEAST_HIGH, HIGH),
        widest=WIDEST,
        least=max(LEAST_WIDE, min(WIDE, ALL_WIDE // columns_most)),
    )
    parts: list[Json] = [part]
    if len(rows) > 1:
        show("remove", data | {"parts": parts, "layer": tried.l})
        return
    parts.append({"kind": "wire", "l": l, "true": bool(wrong.mistakes)})
    with shows("figure", "activation in, error out"):
        show("remove", data | {"parts": parts, "layer": tried.l})
