"""The sidebar: the lesson, everything in it to be chosen or typed, on every page."""

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import streamlit as st

from backprop.ui.components.help import help_with
from backprop.ui.fragments import fragment
from backprop.ui.sidebar import (
    conventions,
    data,
    example,
    functions,
    keep,
    learning,
    network,
    table,
    weights,
)
from backprop.ui.sidebar.heading import heading
from backprop.ui.sidebar.words_help import GROUPS

_FRAGMENTS: dict[str, dict[str, Sequence[ModuleType]]] = {
    "example": {"example": (example,)},
    "network": {"network": (network, functions)},
    "numbers": {"data": (data, table), "weights": (weights,)},
    "learning": {"learning": (learning,)},
    "keep": {"keep": (keep,)},
    "conventions": {"conventions": (conventions,)},
}
"""The fragments of each group; a module says what it ``shows`` and can ``draw`` it."""


def show() -> None:
    """Draw the sidebar; call it inside ``st.sidebar``."""
    st.html(Path(__file__).with_name("sidebar.css"))
    with st.container(key="lesson", gap="small"):
        for group, fragments in _FRAGMENTS.items():
            st.html(heading(group, GROUPS[group]))
            for name, modules in fragments.items():
                _fragment(name, modules)
    help_with({name: group.words for name, group in GROUPS.items()})


def _fragment(name: str, modules: Sequence[ModuleType]) -> None:
    def draw() -> None:
        for module in modules:
            module.draw()

    fragment(name, lambda: [module.shows() for module in modules], draw)
