"""A button that copies the link in the address bar, which is always the present lesson."""

from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent

_component = st.components.v2.component(
    "backprop_copy_link",
    css=(_FOLDER / "copy_link.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "copy_link.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def copy_link() -> None:
    """Put the button on the page; it needs no server to copy."""
    _component(key="copy_link", data={})
