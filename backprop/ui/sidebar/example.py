"""The built-in examples, and whether the lesson is still one of them."""

from dataclasses import replace

import streamlit as st

from backprop.lesson import DESCRIPTIONS, PRESETS, TITLES, Lesson, origin_of, preset_of
from backprop.ui import state
from backprop.ui.fields import chosen
from backprop.ui.notes import attempt
from backprop.ui.sidebar.functions import PER_LAYER
from backprop.ui.sidebar.table import TABLE_OPEN
from backprop.ui.sidebar.words import NO_ORIGIN, OWN_PRESET, PRESET, RESET, changed_from

OWN = ""


def shows() -> object:
    """The example that the lesson is, and else the one that it was."""
    lesson = state.current()
    return preset_of(lesson), origin_of(lesson)


def draw() -> None:
    """The list of examples, and what to look for in the one that the lesson is, or the way back."""
    name = preset_of(state.current())
    options = [*PRESETS] if name else [OWN, *PRESETS]
    chosen(PRESET, "example", options, name, _choose, lambda name: TITLES.get(name, OWN_PRESET))
    with st.container(key="about"):  # has room for each of the texts: what stands below stays
        _about(name)


def _about(name: str) -> None:
    origin = origin_of(state.current())
    if name:
        st.caption(DESCRIPTIONS[name])
    elif origin:
        st.caption(changed_from(TITLES[origin]))
        st.button(RESET, key="reset", type="tertiary", on_click=_reset, args=(origin,))
    else:
        st.caption(NO_ORIGIN)


def _reset(origin: str) -> None:
    attempt("example", lambda: _choose(origin))


def _choose(name: str) -> Lesson:
    lesson = state.current()
    if name not in PRESETS:
        return lesson
    st.session_state.update({PER_LAYER: False, TABLE_OPEN: False})
    return replace(PRESETS[name], level=lesson.level, choices=lesson.choices)
