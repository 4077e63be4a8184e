"""The example that the network is run on, typed by hand: its inputs and what should come out."""

from dataclasses import replace

from backprop.inputs.parsing import parse_numbers
from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.fields import named, sentences, side_by_side, typed
from backprop.ui.notes import notes
from backprop.ui.sidebar.words import X, Y
from backprop.writing.text.numbers import written


def shows() -> object:
    """x and y."""
    lesson = state.current()
    return lesson.x, lesson.y, notes("x", "y")


def draw() -> None:
    """x and y."""
    lesson = state.current()
    with side_by_side():
        typed(X, "x", written(lesson.x), _set_x)
        typed(Y, "y", written(lesson.y), _set_y)
    sentences("x", "y")


def _set_x(text: str) -> Lesson:
    lesson = state.current()
    return replace(lesson, x=named(X, parse_numbers, text, len(lesson.x)))


def _set_y(text: str) -> Lesson:
    lesson = state.current()
    return replace(lesson, y=named(Y, parse_numbers, text, len(lesson.y)))
