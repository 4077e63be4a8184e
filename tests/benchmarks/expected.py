"""What a page is to show, worked out beside it."""

from collections.abc import Sequence
from functools import cache

from backprop.engine import Step, descend
from backprop.lesson import Lesson, with_network
from backprop.ui.explorer.blocks import ROOM
from backprop.writing import PALETTE, worked
from backprop.writing.text import numbers


@cache
def after(descents: int) -> Lesson:
    """The first lesson after so many steps of gradient descent."""
    if not descents:
        return Lesson()
    lesson = after(descents - 1)
    trace = lesson.trace()
    return with_network(lesson, descend(trace.network, trace, lesson.eta))


def formula(step: Step) -> str:
    """The equation of a step with its numbers, as LaTeX."""
    return worked(step, 1, PALETTE["light"], None, ROOM)


def written(row: Sequence[float]) -> str:
    """Numbers as a field has them."""
    return numbers.written(row)
