"""The explorer: step through your own network forward and backward."""

import streamlit as st

from backprop.ui.explorer.explain import explain
from backprop.ui.explorer.view import stage
from backprop.ui.panel import panel

left, right = st.columns([0.64, 0.36], gap="medium")
with left:
    stage()
with right:
    panel(explain)
