"""The explorer's stage: the network, its heatmaps and the steps of its trace."""

import streamlit as st

from backprop.stage.explorer import stage_data
from backprop.ui import state
from backprop.ui.stage import show


@st.fragment(key="stage")
def stage() -> None:
    """The stage; a step of the learner does not run it again."""
    show("stage", stage_data(state.current(), state.trace()))
