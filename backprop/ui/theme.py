"""The theme that the page has in this visitor's browser, and the colours that go with it."""

import streamlit as st

from backprop.writing import PALETTE
from backprop.writing.formulas.palette import Colours


def theme() -> str:
    """ "light" or "dark"."""
    found = st.context.theme.type  # as the browser says it
    return found if found in PALETTE else "light"


def palette() -> Colours:
    """The colours of the quantities in this theme."""
    return PALETTE[theme()]
