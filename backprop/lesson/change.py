"""A changed choice gives a new lesson; what does not depend on it stays."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from struct import pack

from backprop.engine import Network, Quantity
from backprop.engine.vector import from_vector, to_vector
from backprop.inputs.limits import check_number, check_selected, check_sizes
from backprop.lesson.drawn import drawn
from backprop.lesson.record import Lesson, default_x, default_y


def with_value(lesson: Lesson, quantity_id: str, value: float) -> Lesson:
    """The lesson with one number edited: a weight, a bias, an input a^1_j or a desired output y_j.

    Raises ValueError for any other quantity, and for a number that breaks a limit.
    """
    check_selected(quantity_id, lesson.sizes, lesson.has_biases)
    check_number(value, value)
    quantity = Quantity.parse(quantity_id)
    symbol, l, j, k = quantity.symbol, quantity.l, quantity.j, quantity.k
    if symbol == "a" and l == 1 and j:
        return replace(lesson, x=_put(lesson.x, j - 1, value))
    if symbol == "y" and j:
        return replace(lesson, y=_put(lesson.y, j - 1, value))
    if (symbol == "w" and j and k) or (symbol == "b" and j):
        w, b = from_vector(lesson.numbers, lesson.sizes)
        arrays = {"w": w, "b": b}
        edited = arrays[symbol][l] = arrays[symbol][l].copy()
        edited[quantity.index] = value
        return with_weights(lesson, to_vector(**arrays).tolist())
    raise ValueError(f"A weight, a bias, an input or a y can be edited; {quantity_id} cannot.")


def with_weights(lesson: Lesson, weights: Sequence[float]) -> Lesson:
    """The lesson with these weights and biases; None is kept where the seed draws the very same."""
    edited = replace(lesson, weights=tuple(weights))
    assert edited.weights is not None
    same = _bits(edited.weights) == _bits(drawn(lesson.sizes, lesson.seed, lesson.spread))
    return replace(edited, weights=None) if same else edited


def with_network(lesson: Lesson, network: Network) -> Lesson:
    """The lesson with all that this network is, sizes included.

    Where it has no biases, those that the lesson has left out stay as they are.
    """
    activation = tuple(network.activation[l] for l in range(2, network.L + 1))
    lesson = replace(
        with_biases(resized(lesson, network.sizes), network.biases),
        activation=activation,
        cost=network.cost,
        reduction=network.reduction,
    )
    b = network.b if network.has_biases else from_vector(lesson.numbers, lesson.sizes)[1]
    return with_weights(lesson, to_vector(network.w, b).tolist())


def with_biases(lesson: Lesson, biases: str) -> Lesson:
    """The lesson with biases that learn, are fixed or are none; a step or a selection may go."""
    moved = replace(lesson, biases=biases, step=1, selected="")
    return _at_place(moved, lesson.step, lesson.selected)


def resized(lesson: Lesson, sizes: Sequence[int]) -> Lesson:
    """The lesson with other sizes, its weights drawn afresh, as a link means it.

    The output layer and the first hidden layers keep their activation, new hidden layers take that
    of the last one; x and y are kept as far as they go. A table that no longer fits is dropped, and
    so is a selection; a step that is no longer there becomes the last one. The same sizes give the
    same lesson.
    """
    new = tuple(sizes)
    check_sizes(new)
    old = lesson.sizes
    if new == old:
        return lesson
    hidden = lesson.activation[:-1] or lesson.activation
    n_x, n_y = new[0], new[-1]
    small = replace(
        lesson,
        sizes=new,
        activation=(
            *(hidden[min(i, len(hidden) - 1)] for i in range(len(new) - 2)),
            lesson.activation[-1],
        ),
        weights=None,
        x=lesson.x[:n_x] + default_x(n_x)[len(lesson.x) :],
        y=lesson.y[:n_y] + default_y(n_y)[len(lesson.y) :],
        data=lesson.data if (n_x, n_y) == (old[0], old[-1]) else (),
        step=1,
        selected="",
    )
    return _at_place(small, lesson.step, lesson.selected)


def at_step(lesson: Lesson, step: int) -> Lesson:
    """The lesson at this step, or at its last one where it has fewer."""
    return replace(lesson, step=min(step, lesson.number_of_steps))


def _at_place(lesson: Lesson, step: int, selected: str) -> Lesson:
    """The lesson at this step or its last, with this selection where there is such a quantity."""
    try:
        check_selected(selected or "C", lesson.sizes, lesson.has_biases)
    except ValueError:
        selected = ""
    return replace(at_step(lesson, step), selected=selected)


def with_choice(lesson: Lesson, name: str, text: str) -> Lesson:
    """The lesson with another choice on a page. Raises ValueError for one that makes no sense."""
    return replace(lesson, choices=(*lesson.choices, (name, text)))


def row_of(lesson: Lesson) -> int | None:
    """The row of the lesson's table that x and y are, counted from 0; None where they are none."""
    example = lesson.x + lesson.y
    return lesson.data.index(example) if example in lesson.data else None


def with_row(lesson: Lesson, row: int) -> Lesson:
    """The lesson with x and y from this row of its table."""
    numbers, n = lesson.data[row], len(lesson.x)
    return replace(lesson, x=numbers[:n], y=numbers[n:])


def with_table(lesson: Lesson, rows: Sequence[Sequence[float]]) -> Lesson:
    """The lesson with this table; x and y follow the row that they were, and else stay."""
    row = row_of(lesson)
    lesson = replace(lesson, data=tuple(map(tuple, rows)))
    return lesson if row is None else with_row(lesson, min(row, len(lesson.data) - 1))


def moved_to_level(lesson: Lesson, level: str) -> Lesson:
    """The lesson at this level of detail, at the first step that computes the same quantity.

    Raises ValueError for a level that is none, and where the network cannot be run.
    """
    if level == lesson.level:
        return lesson
    moved = replace(lesson, level=level, step=1)
    lengths = (
        1 if step.equation.symbol == "C" else lesson.sizes[step.l - 1]
        for step in lesson.trace().steps
    )
    firsts = list(accumulate(lengths, initial=1))
    if level == "neuron":
        return replace(moved, step=firsts[lesson.step - 1])
    return replace(moved, step=bisect_right(firsts, lesson.step))


def _put(numbers: tuple[float, ...], place: int, value: float) -> tuple[float, ...]:
    return (*numbers[:place], value, *numbers[place + 1 :])


def _bits(numbers: Sequence[float]) -> bytes:
    return pack(f"<{len(numbers)}d", *numbers)
