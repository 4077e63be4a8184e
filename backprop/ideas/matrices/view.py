"""Part "matrices": the problem of the section, the errors without the Hadamard product."""

import pandas as pd
import streamlit as st

from backprop.engine import Quantity
from backprop.ideas.matrices.compute import factors
from backprop.ideas.matrices.compute_multiplication_order import in_every_order
from backprop.ideas.matrices.stage import stage_data
from backprop.ideas.matrices.words import (
    HEADER,
    LAYER,
    NEEDS_HIDDEN_LAYER,
    from_the_other_end,
    in_letters,
    table_rows,
    table_title,
    zeros,
)
from backprop.lesson import Lesson, chosen_layer
from backprop.ui import state
from backprop.ui.chapter import equation, layer_switch, offer_hidden_layer, shows
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette


def matrices() -> None:
    """The errors of one layer by matrices and with ⊙, and what each order costs."""
    lesson, trace = state.current(), state.trace()
    with shows("problem", "the equations as matrix products"):
        left, right = st.columns([0.64, 0.36], gap="medium")
        with left:
            _choose_layer(lesson)
            l = chosen_layer(lesson)
            show("matrices", stage_data(trace, l))
        with right:
            panel(_panel_content)


def _choose_layer(lesson: Lesson) -> None:
    if len(lesson.layers) == 1:
        offer_hidden_layer(NEEDS_HIDDEN_LAYER)
        return
    layer_switch(LAYER, lambda l: Quantity("delta", l).text)


def _panel_content() -> None:
    """The equations in letters, and what it costs to work them out in each order."""
    trace, l = state.trace(), chosen_layer(state.current())
    equation(in_letters(palette()), "33", "34", "35")
    found, _ = in_every_order(factors(trace, l))
    st.markdown(table_title(l))
    st.table(pd.DataFrame(table_rows(found), columns=HEADER).set_index(HEADER[0]))
    st.markdown(zeros(found["right"], found["hadamard"]))
    if l < trace.network.L and "left" in found:
        st.markdown(from_the_other_end(found["right"], found["left"]))
