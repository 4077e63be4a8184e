"""The sidebar: the lesson, everything in it to be chosen or typed, on every page."""

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import streamlit as st

from backprop.ui.fragments import fragment
from backprop.ui.sidebar import data, example, functions, keep, learning, network, table, weights

_GROUPS = {
    "example": (example,),
    "network": (network, functions, weights),
    "data": (data, table),
    "learning": (learning,),
    "keep": (keep,),
}
"""What stands together, a fragment each; a module says what it ``shows`` and can ``draw`` it."""


def show() -> None:
    """Draw the sidebar; call it inside ``st.sidebar``."""
    st.html(Path(__file__).with_name("sidebar.css"))
    with st.container(key="lesson", gap="small"):
        for name, modules in _GROUPS.items():
            _group(name, modules)


def _group(name: str, modules: Sequence[ModuleType]) -> None:
    def draw() -> None:
        for module in modules:
            module.draw()

    fragment(name, lambda: [module.shows() for module in modules], draw)
