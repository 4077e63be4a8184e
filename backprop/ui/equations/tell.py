"""To be built."""

import streamlit as st

from backprop.ui import state
from backprop.ui.panel import panel
from backprop.ui.stage import picture, show


def tell() -> None:
    """To be built."""
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        show("tell", picture(state.trace(), ["diagram", "strip", "board"]))
    with right:
        panel(lambda: st.write("to be built"))
