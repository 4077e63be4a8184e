"""The conventions in which books differ: the ½ of the cost, mean or sum, and what biases do."""

from dataclasses import replace

import streamlit as st

from backprop.engine import COSTS
from backprop.engine.conventions import BIASES, REDUCTIONS
from backprop.lesson import Lesson, with_biases
from backprop.ui import state
from backprop.ui.fields import chosen, sentences
from backprop.ui.notes import notes
from backprop.ui.sidebar.words import (
    BIASES_OF,
    CONVENTIONS,
    HALF,
    HALVES,
    OF_BIASES,
    OF_REDUCTIONS,
    REDUCED,
    other_conventions,
)

OPEN = "conventions_open"
_PLACES = ("half", "reduction", "biases")


def shows() -> object:
    """The conventions, and whether they are there to be chosen."""
    lesson = state.current()
    kept = lesson.cost, lesson.reduction, lesson.biases
    return kept, bool(st.session_state.get(OPEN)), notes(*_PLACES)


def draw() -> None:
    """A list for each convention while they are open; what is not the book's is always told."""
    lesson = state.current()
    every = st.expander(CONVENTIONS, key=OPEN, on_change="rerun")
    if every.open:
        with every:
            _lists(lesson)
    half = not COSTS[lesson.cost].with_half
    if told := other_conventions(half, lesson.reduction, lesson.biases):
        st.caption(told)


def _lists(lesson: Lesson) -> None:
    if halved(lesson.cost) or COSTS[lesson.cost].with_half:
        half = bool(halved(lesson.cost))
        chosen(HALF, "half", [True, False], half, _set_half, HALVES.__getitem__)
    chosen(
        REDUCED, "reduction", REDUCTIONS, lesson.reduction, _set_reduction,
        OF_REDUCTIONS.__getitem__,
    )  # fmt: skip
    chosen(BIASES_OF, "biases", BIASES, lesson.biases, _set_biases, OF_BIASES.__getitem__)
    sentences(*_PLACES)


def halved(cost: str) -> str:
    """The cost that is twice this one, without its ½; "" where there is none."""
    return next((name for name, one in COSTS.items() if one.with_half == cost), "")


def _set_half(half: bool) -> Lesson:
    lesson = state.current()
    other = COSTS[lesson.cost].with_half if half else halved(lesson.cost)
    return replace(lesson, cost=other or lesson.cost)


def _set_reduction(reduction: str) -> Lesson:
    return replace(state.current(), reduction=reduction)


def _set_biases(biases: str) -> Lesson:
    return with_biases(state.current(), biases)
