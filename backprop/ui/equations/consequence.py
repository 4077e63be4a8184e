"""What comes of an equation as it is written now: does it fit, is it right, what does it do?"""

from typing import Any

import streamlit as st

from backprop.engine import Equation, Quantity
from backprop.engine.backward import BP1, BP1A
from backprop.engine.mistakes import four_equations
from backprop.engine.wrong_pass import Attempt, WrongPass
from backprop.ui import state
from backprop.ui.chapter import shows
from backprop.ui.equations.exhibited import exhibited
from backprop.ui.equations.whole import whole
from backprop.ui.panel import panel
from backprop.ui.stage import picture, show
from backprop.ui.theme import theme
from backprop.writing import PALETTE, generic
from backprop.writing.fitting import fitted
from backprop.writing.verdict import verdict

ROOM = 640
# Pixels: of a cell at most and at least, and of all rows of a heatmap.
HIGH, LEAST_HIGH, ALL_HIGH = 32, 15, 130
WIDE, LEAST_WIDE, ALL_WIDE = 30, 24, 288


def say(wrong: WrongPass, name: str, l: int) -> None:
    """The verdict on this equation at layer l."""
    found = verdict(wrong, _result(wrong, name, l))
    box = {"right": st.success, "harmless": st.info, "wrong": st.warning, "stopped": st.error}
    icon = {"right": "check", "harmless": "info", "wrong": "visibility_off", "stopped": "block"}
    box[found.kind](f"**{found.title}.** {found.text}", icon=f":material/{icon[found.kind]}:")


def consequence(wrong: WrongPass, name: str, l: int) -> None:
    """The equation at layer l with its shapes and numbers, and the whole step."""
    tried = wrong.attempts.get(_result(wrong, name, l)) or wrong.failures[0]
    with st.container(horizontal=True, key="remove_equation"):
        st.latex(fitted(tried, PALETTE[theme()], ROOM))
        for form in _forms(tried.equation):
            st.latex(generic(form, PALETTE[theme()], ROOM))
    if wrong.mistakes:
        _stage(wrong, tried)
    else:
        with shows("figure", "activation in, error out"):
            _stage(wrong, tried, wire=l)
    panel(lambda: whole(wrong, state.current().eta))


def _forms(equation: Equation) -> list[Equation]:
    """What the book writes besides: BP1a for any cost and BP1, or the equation for one neuron."""
    if equation.component is None:
        return []
    return [BP1A, BP1] if equation.name == "BP1a" else [equation.component]


def _result(wrong: WrongPass, name: str, l: int) -> Quantity:
    return Quantity(four_equations(wrong.trace.network)[name].symbol, l)


def _stage(wrong: WrongPass, tried: Attempt, wire: int | None = None) -> None:
    data, rows = exhibited(picture(wrong.trace, []), tried, wrong.trace)
    items = [item for row in rows for item in row["items"] if isinstance(item, str)]
    pictures = [data["figures"][item]["data"][0] for item in items if item in data["figures"]]
    rows_most = max((len(heat["y"]) for heat in pictures), default=1)
    columns_most = max((len(heat["x"]) for heat in pictures), default=1)
    look = {
        "high": max(LEAST_HIGH, min(HIGH, ALL_HIGH // rows_most)),
        "least": max(LEAST_WIDE, min(WIDE, ALL_WIDE // columns_most)),
    }
    parts: list[dict[str, Any]] = [{"kind": "exhibits", "rows": rows} | look]
    if wire:
        parts.append({"kind": "wire", "l": wire})
    show("remove", data | {"parts": parts, "layer": tried.l})
