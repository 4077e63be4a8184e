"""A small component of our own: a folder NAME with NAME.js, perhaps NAME.css, and its Python."""

from pathlib import Path
from typing import Any

import streamlit as st


def component(folder: Path, html: str = "") -> Any:
    """The component in this folder, as a function that puts it on the page."""
    name = folder.name
    css = folder / f"{name}.css"
    return st.components.v2.component(
        f"backprop_{name}",
        html=html or None,
        css=css.read_text(encoding="utf-8") if css.exists() else None,
        js=(folder / f"{name}.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )


def told(key: str, name: str) -> Any:
    """What the component with this key has told under this name; a browser may send anything."""
    return st.session_state[key].get(name)
