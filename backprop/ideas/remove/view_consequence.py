"""What comes of an equation as it is written now: does it fit, is it right, what does it do?"""

from contextlib import nullcontext

import streamlit as st

from backprop.engine import Quantity
from backprop.engine.backward import BP1
from backprop.engine.four_equations import four_equations
from backprop.ideas.remove.compute_faulty_backward import WrongPass
from backprop.ideas.remove.stage import SINGLE_WEIGHT, stage_data
from backprop.ideas.remove.view_whole import whole
from backprop.ideas.remove.words import verdict
from backprop.ideas.remove.words_shapes import fitted
from backprop.ui import state
from backprop.ui.chapter import shows
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing import generic

ROOM = 640


def say(wrong: WrongPass, name: str, l: int) -> None:
    """The verdict on this equation at layer l."""
    found = verdict(wrong, _result(wrong, name, l))
    box = {"right": st.success, "harmless": st.info, "wrong": st.warning, "stopped": st.error}
    icon = {"right": "check", "harmless": "info", "wrong": "visibility_off", "stopped": "block"}
    with st.container(key=f"remove_{found.kind}"):
        box[found.kind](found.markdown, icon=f":material/{icon[found.kind]}:")


def consequence(wrong: WrongPass, name: str, l: int) -> None:
    """The equation at layer l with its shapes and numbers, and the whole step."""
    applied = wrong.equations.get(_result(wrong, name, l)) or wrong.stopped_by
    with st.container(horizontal=True, key="remove_equation"):
        st.latex(fitted(applied, palette(), ROOM))
        if form := applied.equation.component:
            st.latex(generic(BP1 if applied.equation.name == "BP1a" else form, palette(), ROOM))
    data = stage_data(wrong, applied, l)
    has_weight = any(part["module"] == SINGLE_WEIGHT for part in data["parts"])
    with shows("figure", "activation in, error out") if has_weight else nullcontext():
        show("remove", data)
    whole(wrong, state.current().eta)


def _result(wrong: WrongPass, name: str, l: int) -> Quantity:
    return Quantity(four_equations(wrong.trace.network)[name].symbol, l)
