"""Which weight is which: a number's address in words and in its matrix; why j is before k."""

import streamlit as st

from backprop.engine import Quantity
from backprop.ideas.address.compute import examples, first_weight
from backprop.ideas.address.stage import stage_data
from backprop.ideas.address.view_order import order
from backprop.ideas.address.words import EXAMPLES, meaning_of_indices
from backprop.ideas.address.words_matrix import indices, matrix_with_mark
from backprop.ui import state
from backprop.ui.chapter import shows
from backprop.ui.components.chips import chips
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette


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
    quantity, trace, colours = _chosen(), state.trace(), palette()
    with shows("figure", "a bias and an activation"):
        chips({EXAMPLES: examples(trace.network.sizes, trace.network.has_biases)}, trace, colours)
    with shows("figure", "the address of a weight"):
        st.latex(indices(quantity, colours))
        st.markdown(meaning_of_indices(quantity, colours))
        st.latex(matrix_with_mark(trace, quantity, colours))
    order(max(quantity.l, 2))
