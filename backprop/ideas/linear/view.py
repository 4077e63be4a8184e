"""Linear neurons: the slider that takes σ away, and what is left of the four equations."""

from dataclasses import replace

import numpy as np
import streamlit as st

from backprop.ideas.linear.compute import (
    cost_that_fits,
    is_linear,
    linear_activation,
    towards_linear,
)
from backprop.ideas.linear.stage import stage_data
from backprop.ideas.linear.words import (
    LAYER,
    MAKE_LINEAR,
    equations_left,
    layer_name,
    panel_texts,
)
from backprop.lesson import Lesson, chosen_layer
from backprop.ui import state
from backprop.ui.chapter import layer_switch, shows
from backprop.ui.notes import attempt
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette

SHARES = np.round(np.linspace(0, 1, 21), 2)
"""The positions of the slider: how far σ has become a = z."""


def linear() -> None:
    """The network on its way to a linear one on the left, the equations that are left beside it."""
    lesson, trace = state.current(), state.trace()
    traces = towards_linear(trace, SHARES)
    already = is_linear(trace.network)
    texts = panel_texts(already, cost_that_fits(lesson.cost) != lesson.cost, trace.network)
    left, right = st.columns([0.62, 0.38], gap="medium")
    with left, shows("exercise", "linear neurons"):
        layer_switch(LAYER, layer_name, label_visibility="collapsed")
        share = lesson.value_of("linear-share")
        show("linear", stage_data(traces, SHARES.tolist(), share, chosen_layer(lesson)))
    with right:
        panel(lambda: _panel_content(texts))
        if not already:
            st.button(MAKE_LINEAR, icon=":material/arrow_forward:", on_click=_make_linear)


def _panel_content(texts: list[str]) -> None:
    """The equations for linear neurons, and what they mean."""
    st.latex(equations_left(state.trace().network, palette()))
    for text in texts:
        st.markdown(text)


def _make_linear() -> None:
    attempt("linear-made", lambda: _linear(state.current()))


def _linear(lesson: Lesson) -> Lesson:
    names = (linear_activation(),) * len(lesson.activation)
    return replace(lesson, activation=names, cost=cost_that_fits(lesson.cost))
