"""A function of a vector: the reader's own numbers, or the network's z, and a function of each."""

import streamlit as st

from backprop.ideas.elementwise.stage import stage_data
from backprop.ideas.elementwise.view_fields import fields, own
from backprop.ideas.elementwise.words import (
    EACH_BY_ITSELF,
    applied,
    definition,
    same_as_network,
)
from backprop.inputs.phrases import as_sentence
from backprop.ui import state
from backprop.ui.chapter import equation
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette


def elementwise() -> None:
    """What the reader chose, as a formula; the vectors and the graph of the function."""
    trace = state.trace()
    given = own(trace)
    result, wrong = given.result()
    left, right = st.columns([0.46, 0.54], gap="large")
    with left:
        fields(trace)
        if wrong:
            st.error(as_sentence(wrong))
        panel(_panel_content)
    with right:
        show("elementwise", stage_data(trace, given, result))


def _panel_content() -> None:
    """The function of the vector, in letters and with numbers."""
    trace, colours = state.trace(), palette()
    given = own(trace)
    result, _ = given.result()
    st.latex(definition(given.f))
    if result is None:
        return
    equation(applied(given.f, given.v, result, (colours["z"], colours["a"])), "24")
    same = given.is_a_of(trace, result)
    st.markdown(same_as_network(given) if same else EACH_BY_ITSELF)
