"""The theme that the page has in this visitor's browser."""

import streamlit as st


def theme() -> str:
    """ "light" or "dark"."""
    return st.context.theme.type or "light"
