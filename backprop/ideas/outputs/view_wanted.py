"""What is wanted of the outputs: the y that are typed, and those that were dragged on the stage."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from backprop.engine import Quantity
from backprop.ideas.outputs.words import AXES
from backprop.inputs.parsing import parse_number
from backprop.lesson import Lesson, with_value
from backprop.ui import state
from backprop.ui.fields import sentences, side_by_side, typed
from backprop.ui.notes import attempt
from backprop.writing.text.numbers import written

DRAGGED = "dragged"


def axes(lesson: Lesson) -> tuple[int, ...]:
    """The outputs that the picture is over: the chosen pair where the network has it."""
    n = len(lesson.y)
    if n == 1:
        return (1,)
    chosen: tuple[int, int] = lesson.value_of("pair")
    return chosen if max(chosen) <= n else (1, 2)


def _choose_axes(lesson: Lesson) -> None:
    """Two lists of outputs; choosing the other axis' output swaps the two."""
    present = axes(lesson)
    with side_by_side():
        for n, label in enumerate(AXES):
            key = f"axis_{n}"
            st.session_state[key] = present[n]
            st.selectbox(
                label,
                range(1, len(lesson.y) + 1),
                key=key,
                format_func=lambda j: Quantity("a", len(lesson.sizes), j).text,
                on_change=_choose,
                args=(n, key, present),
                filter_mode=None,
            )


def _choose(n: int, key: str, present: Sequence[int]) -> None:
    chosen = list(present)
    chosen[n] = st.session_state[key]
    if chosen[n] == present[1 - n]:
        chosen[1 - n] = present[n]
    state.choose("pair", ",".join(map(str, chosen)))


def wanted(lesson: Lesson, outputs: Sequence[int]) -> None:
    """A field for the y of each of these outputs, and which outputs they are."""
    if len(lesson.y) > 2:
        _choose_axes(lesson)
    with side_by_side():
        for j in outputs:
            text = written([lesson.y[j - 1]])
            typed(Quantity("y", len(lesson.sizes), j).text, _name(j), text, _setter(j))
    sentences(DRAGGED, *map(_name, outputs))


def _name(j: int) -> str:
    return f"wanted_{j}"


def _setter(j: int) -> Callable[[str], Lesson]:
    return lambda text: _with_wanted(state.current(), [(j, parse_number(text))])


def set_wanted(moved: Any) -> None:
    """Take the y where they were let go on the stage: one or two pairs of an output and its y."""
    match moved:
        case [[int(), int() | float()]] | [[int(), int() | float()], [int(), int() | float()]]:
            attempt(DRAGGED, lambda: _with_wanted(state.current(), moved))


def _with_wanted(lesson: Lesson, moved: Sequence[tuple[int, float]]) -> Lesson:
    for j, y in moved:
        lesson = with_value(lesson, Quantity("y", len(lesson.sizes), j).id, y)
    return lesson
