"""Worked examples that people bring from books and pages, and the same worked out by hand.

The numbers of each are facts from its source. What a step makes of them is worked out here neuron
by neuron, without the app's code; ``printed`` is what the source comes to, as it rounds.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Rows = list[list[float]]
Row = tuple[Sequence[float], Sequence[float]]


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


FUNCTIONS: dict[str, tuple[Callable[[float], float], Callable[[float], float]]] = {
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "linear": (lambda z: z, lambda z: 1.0),
}


@dataclass
class Example:
    """A network, ``w[0]`` and ``b[0]`` into its second layer, examples, and how a step is taken.

    ``twice`` is 2 for a cost without ½; without ``biases`` there are none. ``printed`` are numbers
    by the name that they have in the app, such as w³₁₁, each as the source rounds it.
    """

    w: list[Rows]
    b: list[list[float]]
    rows: Sequence[Row]
    eta: float
    steps: int = 1
    activation: Sequence[str] = ("sigmoid", "sigmoid")
    twice: int = 1
    biases: bool = True
    printed: dict[str, str] = field(default_factory=dict)

    def after(self, examples: Sequence[Sequence[Row]]) -> tuple[list[Rows], list[list[float]]]:
        """w and b after a step over each of these lists of examples, the gradients added up."""
        w, b = [[[*row] for row in rows] for rows in self.w], [[*row] for row in self.b]
        for together in examples:
            every = [self._gradient(w, b, *row) for row in together]
            for l, rows in enumerate(w):
                for j, row in enumerate(rows):
                    for k in range(len(row)):
                        row[k] -= self.eta * sum(delta[l][j] * a[l][k] for delta, a in every)
                    if self.biases:
                        b[l][j] -= self.eta * sum(delta[l][j] for delta, _ in every)
        return w, b

    def _gradient(
        self, w: list[Rows], b: list[list[float]], x: Sequence[float], y: Sequence[float]
    ) -> tuple[list[list[float]], list[Sequence[float]]]:
        """The errors of the layers with weights, and the activations of those before them."""
        a: list[Sequence[float]] = [x]
        z: list[list[float]] = []
        for rows, biases, name in zip(w, b, self.activation, strict=True):
            sums = [
                sum(one * before for one, before in zip(row, a[-1], strict=True)) for row in rows
            ]
            z.append([total + bias for total, bias in zip(sums, biases, strict=True)])
            a.append([FUNCTIONS[name][0](one) for one in z[-1]])
        into = [self.twice * (one - wanted) for one, wanted in zip(a[-1], y, strict=True)]
        delta: list[list[float]] = []
        for l in range(len(w) - 1, -1, -1):
            slope = FUNCTIONS[self.activation[l]][1]
            here = [rate * slope(one) for rate, one in zip(into, z[l], strict=True)]
            delta.insert(0, here)
            into = [
                sum(w[l][j][k] * error for j, error in enumerate(here)) for k in range(len(a[l]))
            ]
        return delta, a[:-1]


HAN_AND_KAMBER = Example(
    w=[[[0.2, 0.4, -0.5], [-0.3, 0.1, 0.2]], [[-0.3, -0.2]]],
    b=[[-0.4, 0.2], [0.1]],
    rows=[((1, 0, 1), (1,))],
    eta=0.9,
    printed={
        "w³₁₁": "-0.261", "w³₁₂": "-0.138", "w²₁₁": "0.192", "w²₂₁": "-0.306", "w²₁₂": "0.4",
        "w²₁₃": "-0.508", "w²₂₃": "0.194", "b³₁": "0.218", "b²₂": "0.194", "b²₁": "-0.408",
    },
)  # fmt: skip
"""Data Mining: Concepts and Techniques, chapter 9; its error has the other sign."""

NEGNEVITSKY = Example(
    w=[[[0.5, 0.4], [0.9, 1.0]], [[-1.2, 1.1]]],
    b=[[-0.8, 0.1], [-0.3]],
    rows=[((1, 1), (0,))],
    eta=0.1,
    printed={
        "w²₁₁": "0.5038", "w²₂₁": "0.8985", "w²₁₂": "0.4038", "w²₂₂": "0.9985", "w³₁₁": "-1.2067",
        "w³₁₂": "1.0888", "b²₁": "-0.7962", "b²₂": "0.0985", "b³₁": "-0.3127",
    },
)  # fmt: skip
"""Artificial Intelligence, chapter 6, exclusive OR; its thresholds θ are subtracted: b = -θ."""

HAGAN = Example(
    w=[[[-0.27], [-0.41]], [[0.09, -0.17]]],
    b=[[-0.48, -0.13], [0.48]],
    rows=[((1,), (1 + math.sin(math.pi / 4),))],
    eta=0.1,
    activation=("sigmoid", "linear"),
    twice=2,
    printed={
        "w²₁₁": "-0.265", "w²₂₁": "-0.420", "b²₁": "-0.475", "b²₂": "-0.140", "w³₁₁": "0.171",
        "w³₁₂": "-0.0772", "b³₁": "0.732",
    },
)  # fmt: skip
"""Neural Network Design, chapter 11; its cost is the squared error, without ½."""

MITCHELL = Example(
    w=[[[0.1, 0.1]], [[0.1]]],
    b=[[0.1], [0.1]],
    rows=[((1, 0), (1,)), ((0, 1), (0,))],
    eta=0.3,
    steps=2,
)
"""Machine Learning, exercise 4.7 with its two examples one after the other, without momentum."""

WITHOUT_BIASES = Example(
    w=[[[0.11, 0.21], [0.12, 0.08]], [[0.14, 0.15]]],
    b=[[0.0, 0.0], [0.0]],
    rows=[((2, 3), (1,))],
    eta=0.05,
    steps=2,
    activation=("linear", "linear"),
    biases=False,
)
"""A step by step example on the web with three layers of linear neurons and no bias."""

THREE_ROWS = Example(
    w=[[[0.5, -0.25], [0.75, 1.5]], [[-1.0, 0.5]]],
    b=[[0.25, -0.5], [0.125]],
    rows=[((0.5, 1.25), (1,)), ((-0.75, 2), (0,)), ((1.5, -1), (0.25,))],
    eta=0.2,
)
"""Three examples in one step, their gradients added up."""
