"""Part "places": where the four equations have a Hadamard product and where a matrix product."""

from pathlib import Path

import streamlit as st

from backprop.engine import Quantity, Step
from backprop.engine.four_equations import EQUATIONS, four_equations, layers_of
from backprop.ideas.places.compute import in_order, right_hand_side
from backprop.ideas.places.stage import stage_data
from backprop.ideas.places.words import (
    EQUATION,
    FOR_BIASES,
    FOR_HIDDEN_LAYERS,
    LAYER,
    NEEDS_HIDDEN_LAYER,
    TWO_PRODUCTS,
    WITHOUT_BIASES,
    equation_title,
    product_name,
    underbraced,
    why_no_product,
)
from backprop.lesson import chosen_equation, layer_of_equation
from backprop.ui import state
from backprop.ui.chapter import offer_hidden_layer, switch
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette

_WIDTHS = (0.24, 0.36, 0.15, 0.25)


def places() -> None:
    """The four equations with their products marked, and one of them on this network's numbers."""
    st.html(Path(__file__).with_suffix(".css"))
    panel(_panel_content)
    lesson = state.current()
    name, L = chosen_equation(lesson), len(lesson.sizes)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        switch(EQUATION, "equation", _held(), name)
        if len(layers_of(name, L)) > 1:
            switch(LAYER, "layer", layers_of(name, L), layer_of_equation(lesson, name))
    if L == 2:
        offer_hidden_layer(NEEDS_HIDDEN_LAYER)
    if not lesson.has_biases:
        st.caption(WITHOUT_BIASES)
    show("places", stage_data(_step(name), state.trace()))


def _held() -> list[str]:
    """The equations that hold for this network, by name."""
    return [*four_equations(state.trace().network)]


def _step(name: str) -> Step:
    layer = layer_of_equation(state.current(), name)
    return state.trace().maker(Quantity(EQUATIONS[name].symbol, layer))


def _panel_content() -> None:
    """The four equations side by side, each with where the book has it."""
    lesson, colours = state.current(), palette()
    for name, column in zip(EQUATIONS, st.columns(_WIDTHS), strict=True):
        key = "places_chosen" if name == chosen_equation(lesson) else f"places_{name}"
        with column, st.container(border=True, height="stretch", gap="xsmall", key=key):
            st.markdown(equation_title(name), text_alignment="center")
            if name not in _held():
                why_not = FOR_BIASES if name == "BP3" else FOR_HIDDEN_LAYERS
                st.caption(why_not, text_alignment="center")
                continue
            step = _step(name)
            st.latex(underbraced(step, colours))
            if not any(map(product_name, in_order(right_hand_side(step.equation)))):
                st.caption(why_no_product(name), text_alignment="center")
    st.markdown(TWO_PRODUCTS)
