"""The least that Streamlit can be asked for: one text in a fragment, run again."""

import streamlit as st


@st.fragment
def text() -> None:
    """How often it has run."""
    st.session_state.runs = st.session_state.get("runs", 0) + 1
    st.markdown(f"This is run {st.session_state.runs}.")


text()
