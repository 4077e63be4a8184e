"""Other sizes for a lesson in use: what fits them is kept, its table and typed weights, too.

A link that names sizes means ``resized`` of change.py, which draws all weights afresh.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from backprop.engine.vector import from_vector, to_vector
from backprop.inputs.limits import check_layers
from backprop.lesson.change import resized, with_weights
from backprop.lesson.record import Lesson, default_x, default_y

FIRST_HIDDEN = 3
"""Neurons in the first hidden layer that a network gets."""


def with_sizes(lesson: Lesson, sizes: Sequence[int]) -> Lesson:
    """The lesson with other sizes, its typed weights and its table kept as far as they fit.

    Else as ``resized``. Hidden layers keep their weights from the front, the output layer its own,
    and the seed draws what is new. Rows of the table keep x and y as the lesson's example does.
    """
    new = resized(lesson, sizes)
    if new is lesson:
        return lesson
    n_x, n_y, n = new.sizes[0], new.sizes[-1], len(lesson.x)
    new_x, new_y = default_x(n_x)[n:], default_y(n_y)[len(lesson.y) :]
    rows = tuple(row[:n][:n_x] + new_x + row[n:][:n_y] + new_y for row in lesson.data)
    new = replace(new, data=rows)
    if lesson.weights is None:
        return new
    old_w, old_b = from_vector(lesson.weights, lesson.sizes)
    w, b = from_vector(new.numbers, new.sizes)
    for l, was, j, k in _kept(lesson.sizes, new.sizes):
        w[l][:j, :k] = old_w[was][:j, :k]
        b[l][:j] = old_b[was][:j]
    return with_weights(new, to_vector(w, b).tolist())


def kept_weights(old: Sequence[int], new: Sequence[int]) -> int:
    """How many typed weights and biases a network of the old sizes keeps with the new ones."""
    return sum(j * k + j for _, _, j, k in _kept(old, new))


def _kept(old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Each layer that keeps weights: l, its l in the old network, and how many rows and columns."""
    for l in range(2, len(new) + 1):
        was = len(old) if l == len(new) else l
        if l == len(new) or l < len(old):
            yield l, was, min(new[l - 1], old[was - 1]), min(new[l - 2], old[was - 2])


def with_layers(lesson: Lesson, count: int) -> Lesson:
    """The lesson with so many layers: hidden ones as large as the last are added, or the last go.

    Raises ValueError, before any is made, for more or fewer layers than a network may have.
    """
    check_layers(count)
    first, *hidden, last = lesson.sizes
    more = hidden[-1:] or [FIRST_HIDDEN]
    return with_sizes(lesson, [first, *(hidden + more * count)[: count - 2], last])
