"""The built-in examples, and whether the lesson is still one of them."""

from dataclasses import replace

import streamlit as st

from backprop.lesson import DESCRIPTIONS, PRESETS, TITLES, Lesson, preset_of
from backprop.ui import state
from backprop.ui.fields import chosen
from backprop.ui.sidebar.functions import PER_LAYER
from backprop.ui.sidebar.table import TABLE_OPEN
from backprop.ui.sidebar.words import OWN_PRESET, PRESET

OWN = ""


def shows() -> object:
    """The name of the example that the lesson is."""
    return preset_of(state.current())


def draw() -> None:
    """The list of examples, and what to look for in the one that the lesson is."""
    name = preset_of(state.current())
    options = [*PRESETS] if name else [OWN, *PRESETS]
    chosen(PRESET, "example", options, name, _choose, lambda name: TITLES.get(name, OWN_PRESET))
    if name:
        st.caption(DESCRIPTIONS[name])


def _choose(name: str) -> Lesson:
    lesson = state.current()
    if name not in PRESETS:
        return lesson
    st.session_state.update({PER_LAYER: False, TABLE_OPEN: False})
    return replace(PRESETS[name], level=lesson.level, choices=lesson.choices)
