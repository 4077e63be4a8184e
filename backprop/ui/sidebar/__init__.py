"""The sidebar: the lesson, everything in it to be chosen or typed, on every page."""

from pathlib import Path

import streamlit as st

from backprop.ui.sidebar.data import data
from backprop.ui.sidebar.example import example
from backprop.ui.sidebar.functions import functions
from backprop.ui.sidebar.keep import keep
from backprop.ui.sidebar.learning import learning
from backprop.ui.sidebar.network import network
from backprop.ui.sidebar.table import table
from backprop.ui.sidebar.weights import weights

_GROUPS = ((example,), (network, functions, weights), (data, table), (learning,), (keep,))


def show() -> None:
    """Draw the sidebar; call it inside ``st.sidebar``."""
    st.html(Path(__file__).with_name("sidebar.css"))
    with st.container(key="lesson", gap="small"):
        for parts in _GROUPS:
            with st.container(gap="xsmall"):
                for part in parts:
                    part()
