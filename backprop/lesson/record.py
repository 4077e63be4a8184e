"""The lesson is everything the user chose, as one frozen record of plain values.

Lesson -> network -> trace is the one way from the choices to the numbers. A lesson that exists
keeps all limits of ``inputs``: whatever breaks one raises ValueError when the lesson is made.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from backprop.chapter import CHOICES
from backprop.engine import ACTIVATIONS, COSTS, Network, Trace, run
from backprop.engine.conventions import BIASES, REDUCTIONS, Conventions
from backprop.engine.examples import one_by_one
from backprop.engine.vector import from_vector
from backprop.inputs.limits import (
    LEVELS,
    MAX_SEED,
    MAX_SPREAD,
    OVER,
    check_between,
    check_eta,
    check_numbers,
    check_one_of,
    check_rows,
    check_selected,
    check_sizes,
    check_whole,
)
from backprop.inputs.phrases import as_sentence, count_of
from backprop.lesson.choices import Pairs, checked
from backprop.lesson.counts import number_of_steps, number_of_weights
from backprop.lesson.drawn import drawn

_X = (0.2, 0.5, 0.9, 0.4, 0.7, 0.1, 0.8, 0.3, 0.6, 1.0, 0.0, 0.5)


def default_x(n: int) -> tuple[float, ...]:
    """The inputs of a network with n input neurons where the user has given none."""
    return _X[:n]


def default_y(n: int) -> tuple[float, ...]:
    """The desired outputs of n output neurons where the user has given none: 0, 1, 0, 1, ..."""
    return tuple(float(j % 2) for j in range(n))


@dataclass(frozen=True)
class Lesson(Conventions):
    """Everything the user chose; the defaults are the preset ``book``.

    ``activation`` has one name for each layer 2..L. ``weights`` is None where the seed and the
    spread draw them, else all numbers in one tuple: for l = 2..L the rows of w^l and then b^l.
    ``data`` holds the rows of the user's table, each x and then y. A step of gradient descent is
    ``over`` this "example", or over "all" rows where there are several. ``step`` counts from 1, and
    ``selected`` is the id of a Quantity or "". ``choices`` are those of the pages, each a name and
    a text. ``reduction`` and ``biases`` are those of its Network. Raises ValueError for whatever
    breaks a limit.
    """

    sizes: tuple[int, ...] = (3, 4, 2)
    activation: tuple[str, ...] = ("sigmoid", "sigmoid")
    cost: str = "quadratic"
    seed: int = 5
    spread: float = 1.0
    weights: tuple[float, ...] | None = None
    x: tuple[float, ...] = default_x(3)
    y: tuple[float, ...] = default_y(2)
    data: tuple[tuple[float, ...], ...] = ()
    eta: float = 0.5
    over: str = "example"
    reduction: str = "mean"
    biases: str = "learn"
    level: str = "layer"
    step: int = 1
    selected: str = ""
    choices: Pairs = ()

    def __post_init__(self) -> None:
        self._hold(
            sizes=tuple(self.sizes),
            activation=tuple(self.activation),
            weights=None if self.weights is None else tuple(self.weights),
            x=tuple(self.x),
            y=tuple(self.y),
            data=tuple(map(tuple, self.data)),
            choices=checked(self.choices),
        )
        _check(self)
        self._hold(
            sizes=tuple(map(int, self.sizes)),
            seed=int(self.seed),
            spread=float(self.spread),
            weights=None if self.weights is None else tuple(map(float, self.weights)),
            x=tuple(map(float, self.x)),
            y=tuple(map(float, self.y)),
            data=tuple(tuple(map(float, row)) for row in self.data),
            eta=float(self.eta),
            step=int(self.step),
        )

    def _hold(self, **values: object) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @property
    def place(self) -> tuple[str, int, str]:
        """Where the user is in the lesson: level, step and selection."""
        return self.level, self.step, self.selected

    @property
    def number_of_steps(self) -> int:
        """How many steps there are at the level of the lesson."""
        return number_of_steps(self.sizes, self.level, self.has_biases)

    @property
    def numbers(self) -> tuple[float, ...]:
        """All weights and biases as ``weights`` has them, drawn or not.

        A network without biases leaves them out; they are there again when it has some.
        """
        return self.weights or drawn(self.sizes, self.seed, self.spread)

    @property
    def layers(self) -> range:
        """The layers 2..L, which have weights."""
        return range(2, len(self.sizes) + 1)

    def without_place(self) -> "Lesson":
        """The network and its example alone: what undo brings back and a preset gives."""
        return self._without_place

    @cached_property
    def _without_place(self) -> "Lesson":
        return replace(self, level="layer", step=1, selected="", choices=())

    def choice(self, name: str) -> str:
        """The text of a choice, its default where none was made."""
        return dict(self.choices).get(name, CHOICES[name].default)

    def value_of(self, name: str) -> Any:
        """The value of a choice, read; None where none was made and there is no default."""
        text = self.choice(name)
        return CHOICES[name].read(text) if text else None

    def network(self) -> Network:
        """The network: drawn from the seed, or made of ``weights``."""
        activation = dict(enumerate(self.activation, start=2))
        kind = activation, self.cost
        if self.weights is None:
            by = self.seed, self.spread
            return Network.random(self.sizes, *kind, *by, self.reduction, self.biases)
        w, b = from_vector(self.weights, self.sizes)
        return Network(w, b if self.has_biases else None, *kind, self.reduction, self.biases)

    def trace(self) -> Trace:
        """The network run forward and backward on the example x, y.

        Raises ValueError where the cost cannot take the outputs (see ``problem``).
        """
        return run(self.network(), self.x, self.y)

    @property
    def is_over_rows(self) -> bool:
        """Whether a step of gradient descent goes over all rows of the table."""
        return self.over == "all" and len(self.data) > 1

    def batch(self, own: Trace | None = None) -> tuple[Trace, int]:
        """The run of all that a step of gradient descent goes over, and how many rows that is.

        0 rows are this example, whose trace ``own`` is where it is known. Rows that cannot be run
        are left out; where none can, this example is taken. Raises ValueError as ``trace``.
        """
        if not self.is_over_rows:
            return own or self.trace(), 0
        network, rows = self.network(), np.array(self.data)
        x, y = np.hsplit(rows, [len(self.x)])
        try:
            return run(network, x.T, y.T), len(rows)
        except ValueError:
            found = one_by_one(network, zip(x, y, strict=True))
        if not found.traces:
            return own or self.trace(), 0
        return run(network, found.x, found.y), len(found.traces)

    @cached_property
    def batch_cost(self) -> float:
        """The cost of all that a step goes over, a mean or a sum."""
        return self.batch()[0].cost

    def problem(self) -> str:
        """Why the network cannot be run on its example, in a sentence; "" where it can."""
        try:
            self.trace()
        except ValueError as error:
            return as_sentence(error)
        return ""


def _check(lesson: Lesson) -> None:
    """Raise ValueError where the lesson breaks a limit, or has a value of the wrong kind.

    This does not run the network: see ``Lesson.problem`` for what only shows when it runs.
    """
    sizes = lesson.sizes
    check_sizes(sizes)
    if len(lesson.activation) != len(sizes) - 1:
        raise ValueError(
            f"This network has {count_of(len(sizes) - 1, 'layer')} after the input and needs one "
            f"activation for each; here are {len(lesson.activation)}."
        )
    for name in lesson.activation:
        check_one_of("An activation", ACTIVATIONS, name)
    check_one_of("The cost", COSTS, lesson.cost)
    check_whole("The seed", 0, lesson.seed, MAX_SEED)
    check_between("The standard deviation", 0, lesson.spread, MAX_SPREAD)
    if lesson.weights is not None:
        check_numbers("The list of w and b", lesson.weights, number_of_weights(sizes))
    check_numbers("x", lesson.x, sizes[0])
    check_numbers("y", lesson.y, sizes[-1])
    if ends := COSTS[lesson.cost].range:
        for y in lesson.y:
            check_between(f"With the {lesson.cost} cost every y", ends[0], y, ends[1])
    check_rows(len(lesson.data))
    for row in lesson.data:
        check_numbers("A row of the table, x and then y,", row, sizes[0] + sizes[-1])
    check_eta(lesson.eta)
    check_one_of("What a step of gradient descent goes over", OVER, lesson.over)
    check_one_of("What becomes of several costs", REDUCTIONS, lesson.reduction)
    check_one_of("What is done with biases", BIASES, lesson.biases)
    check_one_of("The level", LEVELS, lesson.level)
    check_whole("The step", 1, lesson.step, lesson.number_of_steps)
    if lesson.selected != "":
        check_selected(lesson.selected, sizes, lesson.has_biases)
