"""What the page looks like around its content: less empty room, and the notices of a link."""

from pathlib import Path

import streamlit as st

from backprop.ui import state
from backprop.ui.components.component import styles

_STYLES = Path(__file__).with_suffix(".css").read_text(encoding="utf-8") + styles()


def frame() -> None:
    """Draw the frame, before the page; the notices of a link go with the next run of the page."""
    st.html(f"<style>{_STYLES}</style>")
    notices = state.pop_notices()
    if notices:
        lines = notices if len(notices) == 1 else [f"- {notice}" for notice in notices]
        st.warning("\n".join(lines), icon=":material/link_off:")
