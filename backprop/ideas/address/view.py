"""Which weight is which: a number's address in words and in its matrix; why j is before k."""

import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.ideas.address.stage import stage_data
from backprop.ideas.address.view_order import order
from backprop.ideas.address.words import first_weight
from backprop.ideas.address.words_place import indices, placed
from backprop.ui import state
from backprop.ui.chapter import shows
from backprop.ui.components.chips import chips
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.formulas.palette import coloured


def address() -> None:
    """The stage on which every number says its address, and the panel about the selected one."""
    left, right = st.columns([0.6, 0.4], gap="medium")
    with left:
        show("address", stage_data(state.trace(), _chosen()))
    with right:
        panel(_panel_content)


def _chosen() -> Quantity:
    """The selected number of the forward pass, or the weight to start with."""
    lesson = state.current()
    selected = Quantity.parse(lesson.selected) if lesson.selected else Quantity("C")
    one = selected.j and (selected.k or selected.symbol != "w")
    known = one and selected.symbol in ("w", "b", "z", "a")
    return selected if known else first_weight(lesson.sizes)


def _panel_content() -> None:
    quantity, trace = _chosen(), state.trace()
    with shows("figure", "a bias and an activation"):
        chips({"for example": _examples(trace)}, trace, palette())
    with shows("figure", "the address of a weight"):
        st.latex(indices(quantity, palette()))
        st.markdown(_words(quantity))
        st.latex(rf"{quantity.whole.latex} = {placed(trace, quantity, palette())}")
    order(max(quantity.l, 2))


def _words(quantity: Quantity) -> str:
    """What each index of an address says, the index in its colour."""
    l, j, k = quantity.l, _in_colour(quantity.j, "z"), _in_colour(quantity.k, "a")
    if quantity.k is None:
        return f"{j}: it belongs to neuron {quantity.j} of layer {l}. Row {quantity.j}."
    return (
        f"{j} first: it goes *to* neuron {quantity.j} of layer {l}. Row {quantity.j}.  \n"
        f"{k} second: it comes *from* neuron {quantity.k} of layer {l - 1}. Column {quantity.k}."
    )


def _in_colour(index: int | None, symbol: str) -> str:
    bold = rf"\mathbf{{{index}}}"
    return f"${coloured(bold, symbol, palette())}$"


def _examples(trace: Trace) -> list[Quantity]:
    """The numbers that the chapter explains its notation by, or the last of their kind."""
    sizes = trace.network.sizes
    found = [first_weight(sizes)]
    for one in (Quantity("b", 2, 3), Quantity("a", 3, 1)):
        found.append(one if one.is_in(sizes) else Quantity(one.symbol, len(sizes), sizes[-1]))
    return found
