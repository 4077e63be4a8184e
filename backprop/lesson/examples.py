"""The examples of a lesson: each row of its table run by itself, and a few for one without."""

from dataclasses import replace

from backprop.engine.examples import Examples, one_by_one
from backprop.inputs.limits import MAX_NEURONS
from backprop.lesson.change import with_row
from backprop.lesson.presets import Rows
from backprop.lesson.record import Lesson, default_x

COUNT = 4


def with_examples(lesson: Lesson) -> Lesson:
    """The lesson with a table of COUNT examples; its own is the first, so that x and y stay.

    The inputs of the others are the default ones, moved on by some places, and their y are 0 and 1.
    """
    x, n_y = default_x(MAX_NEURONS), len(lesson.y)
    own = lesson.x + lesson.y
    others = [
        tuple(x[(3 * i + k + 1) % MAX_NEURONS] for k in range(len(lesson.x)))
        + tuple(float(i >> j % 2 & 1) for j in range(n_y))
        for i in range(1, COUNT)
    ]
    return replace(lesson, data=(own, *others))


def examples_of(lesson: Lesson) -> Rows:
    """The examples that a page about several has: the rows of the table, or else COUNT made up.

    A table of one row is one example: nothing is made up beside it.
    """
    return lesson.data or with_examples(lesson).data


def at_example(lesson: Lesson, row: int) -> Lesson:
    """The lesson at one of these examples, from 0; of made up ones it keeps the table then."""
    rows = examples_of(lesson)
    if rows[row] == lesson.x + lesson.y:
        return lesson
    return with_row(replace(lesson, data=rows), row)


def with_one_example(lesson: Lesson) -> Lesson:
    """The lesson with its own example as the only row of its table."""
    return replace(lesson, data=(lesson.x + lesson.y,))


def run_rows(lesson: Lesson, rows: Rows) -> Examples:
    """The lesson's network run on each of these rows, x and then y."""
    n = len(lesson.x)
    return one_by_one(lesson.network(), [(row[:n], row[n:]) for row in rows])
