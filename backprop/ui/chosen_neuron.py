"""The neuron that a page is about: the selected one, and it stays so until another one is."""

import streamlit as st

from backprop.engine.saturation import most_saturated_neuron
from backprop.lesson import selected_neuron
from backprop.ui import state


def chosen_neuron() -> tuple[int, int]:
    """The layer and the place of the neuron; an input has no z, so it is never chosen."""
    network, found = state.current().without_place(), selected_neuron(state.current())
    if not found:
        of, found = st.session_state.get("chosen_neuron", (None, None))
        if of != network or not found:
            found = most_saturated_neuron(state.trace())
    st.session_state.chosen_neuron = (network, found)
    return found
