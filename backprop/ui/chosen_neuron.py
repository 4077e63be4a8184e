"""Where the demon sits: at the neuron that is selected, and it stays there until another one is."""

import streamlit as st

from backprop.lesson import selected_neuron, telling_neuron
from backprop.ui import state


def seat() -> tuple[int, int]:
    """The layer and the place of the neuron; an input has no z, so it sends the demon nowhere."""
    network, found = state.current().without_place(), selected_neuron(state.current())
    if not found:
        of, found = st.session_state.get("seat", (None, None))
        if of != network or not found:
            found = telling_neuron(state.trace())
    st.session_state.seat = (network, found)
    return found
