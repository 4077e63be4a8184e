"""The numbers of a network on one example, and how they are spelled, without the app's own code.

Sums are added exactly and the functions are those of the ``math`` module, so that a number here
owes nothing to the engine. Weights, biases and the example are what the lesson has.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

LEAK = 0.01


class Place(NamedTuple):
    """The address of a number: delta, layer 2, neuron 1."""

    symbol: str
    l: int = 0
    j: int = 0
    k: int = 0


class Truth:
    """All numbers of a pass forward and back, each computed when it is asked for.

    ``w[l][j - 1][k - 1]`` and ``b[l][j - 1]`` are lists by layer, ``activation`` the names by layer.
    """

    def __init__(
        self,
        w: Mapping[int, Sequence[Sequence[float]]],
        b: Mapping[int, Sequence[float]],
        activation: Mapping[int, str],
        cost: str,
        x: Sequence[float],
        y: Sequence[float],
        reduction: str = "mean",
        biases: str = "learn",
    ) -> None:
        self.w, self.b, self.activation, self.cost_name = w, b, activation, cost
        self.reduction, self.biases = reduction, biases
        self.x, self.y, self.L = list(x), list(y), max(activation)

    @classmethod
    def of(cls, lesson: Any) -> "Truth":
        """Of a lesson's network on its example."""
        network = lesson.network()
        w = {l: network.w[l].tolist() for l in lesson.layers}
        b = {l: network.b[l].ravel().tolist() for l in lesson.layers}
        names = dict(enumerate(lesson.activation, start=2))
        kind = lesson.reduction, lesson.biases
        return cls(w, b, names, lesson.cost, lesson.x, lesson.y, *kind)

    def like(self, **changes: Any) -> "Truth":
        """The same but for these: w, b, x or y."""
        w, b, x, y = (changes.get(name, getattr(self, name)) for name in "wbxy")
        kind = self.reduction, self.biases
        return Truth(w, b, self.activation, self.cost_name, x, y, *kind)

    def with_biases(self) -> "Truth":
        """As pages about biases have it: those that are not there are 0."""
        if self.biases == "none":
            self.biases = "fixed"
        return self

    @property
    def squared(self) -> float:
        """How often the cost has ½ (y - a)²: 0 for another cost."""
        return {"quadratic": 1.0, "squared-error": 2.0}.get(self.cost_name, 0.0)

    @property
    def cancels(self) -> bool:
        """Whether the slope cancels from the error of the outputs."""
        return (self.cost_name, self.activation[self.L]) == ("cross-entropy", "sigmoid")

    @property
    def learned(self) -> tuple[str, ...]:
        return ("w", "b") if self.biases == "learn" else ("w",)

    def reduced(self, numbers: Sequence[float]) -> float:
        """What becomes of the numbers of several examples: their mean or their sum."""
        return math.fsum(numbers) / (len(numbers) if self.reduction == "mean" else 1)

    @property
    def sizes(self) -> list[int]:
        return [len(self.x), *(len(self.b[l]) for l in range(2, self.L + 1))]

    def pushed(self, l: int, j: int, dz: float) -> "Truth":
        """With dz added to the bias of one neuron, which adds it to its z."""
        b = {at: list(row) for at, row in self.b.items()}
        b[l][j - 1] += dz
        return self.like(b=b)

    def moved(self, place: Place, dw: float) -> "Truth":
        """With dw added to one weight."""
        w = {at: [list(row) for row in rows] for at, rows in self.w.items()}
        w[place.l][place.j - 1][place.k - 1] += dw
        return self.like(w=w)

    def on(self, x: Sequence[float], y: Sequence[float]) -> "Truth":
        """The same network on another example."""
        return self.like(x=x, y=y)

    # forward

    def value_at(self, l: int, j: int, z: float) -> float:
        """The activation of a neuron at z: what a page has in its place, a subclass knows."""
        return value(self.activation[l], z)

    def slope_at(self, l: int, j: int, z: float) -> float:
        """The slope of a neuron's activation at z."""
        return slope(self.activation[l], z)

    @cached_property
    def _forward(self) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
        z: dict[int, list[float]] = {}
        a = {1: self.x}
        for l in range(2, self.L + 1):
            z[l] = [
                math.fsum([*map(float.__mul__, map(float, row), map(float, a[l - 1])), bias])
                for row, bias in zip(self.w[l], self.b[l], strict=True)
            ]
            a[l] = [self.value_at(l, j, one) for j, one in enumerate(z[l], start=1)]
        return z, a

    @property
    def z(self) -> dict[int, list[float]]:
        return self._forward[0]

    @property
    def a(self) -> dict[int, list[float]]:
        return self._forward[1]

    @cached_property
    def cost(self) -> float:
        return math.fsum(self.cost_of(j) for j in range(1, len(self.y) + 1))

    def cost_of(self, j: int) -> float:
        """What output j adds to the cost."""
        a, y, z = self.a[self.L][j - 1], self.y[j - 1], self.z[self.L][j - 1]
        if self.squared:
            return self.squared * (y - a) ** 2 / 2
        if self.activation[self.L] == "sigmoid":  # -ln a and -ln (1 - a) by z
            return y * _softplus(-z) + (1 - y) * _softplus(z)
        return -(y * math.log(a) if y else 0) - ((1 - y) * math.log1p(-a) if y < 1 else 0)

    # backward

    @cached_property
    def nabla_a(self) -> list[float]:
        """dC/da of each output; infinite where it is beyond a float."""
        found = []
        for a, y, z in zip(self.a[self.L], self.y, self.z[self.L], strict=True):
            if self.squared:
                found.append(self.squared * (a - y))
            elif self.activation[self.L] == "sigmoid":
                found.append(_over(a - y, value("sigmoid", z) * value("sigmoid", -z)))
            else:
                found.append(_over(a - y, a * (1 - a)))
        return found

    @cached_property
    def sigma_prime(self) -> dict[int, list[float]]:
        return {
            l: [self.slope_at(l, j, z) for j, z in enumerate(self.z[l], start=1)] for l in self.z
        }

    @cached_property
    def delta(self) -> dict[int, list[float]]:
        L, found = self.L, {}
        if self.cancels:
            found[L] = [a - y for a, y in zip(self.a[L], self.y, strict=True)]
        else:
            found[L] = list(map(float.__mul__, self.nabla_a, self.sigma_prime[L]))
        for l in range(L - 1, 1, -1):
            columns = zip(*self.w[l + 1], strict=True)
            sums = [math.fsum(map(float.__mul__, column, found[l + 1])) for column in columns]
            found[l] = list(map(float.__mul__, sums, self.sigma_prime[l]))
        return found

    def into(self, l: int, j: int) -> float:
        """dC/da of a neuron or input: of an output, or the sum over the next layer's w delta."""
        if l == self.L:
            return self.nabla_a[j - 1]
        rows = zip(self.w[l + 1], self.delta[l + 1], strict=True)
        return math.fsum(row[j - 1] * delta for row, delta in rows)

    @cached_property
    def nabla_w(self) -> dict[int, list[list[float]]]:
        return {l: [[d * a for a in self.a[l - 1]] for d in self.delta[l]] for l in self.delta}

    def value(self, place: Place) -> float:
        """The number at an address."""
        symbol, l, j, k = place
        assert self.biases != "none" or symbol not in ("b", "nabla_b"), place
        if symbol == "C":
            return self.cost
        if symbol == "nabla_x":
            return self.into(1, j)
        if symbol in ("w", "nabla_w"):
            return float(getattr(self, symbol)[l][j - 1][k - 1])
        if symbol in ("y", "nabla_a"):
            return float(getattr(self, symbol)[j - 1])
        return float(getattr(self, {"nabla_b": "delta"}.get(symbol, symbol))[l][j - 1])


def value(name: str, z: float) -> float:
    """The activation of this name at z."""
    match name:
        case "sigmoid":
            return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))
        case "tanh":
            return math.tanh(z)
        case "relu":
            return max(0.0, z)
        case "leaky-relu":
            return z if z > 0 else LEAK * z
    return z


def slope(name: str, z: float) -> float:
    """The slope of the activation of this name at z; at a kink that of its left side."""
    match name:
        case "sigmoid":
            return value("sigmoid", z) * value("sigmoid", -z)
        case "tanh":
            return 4 * slope("sigmoid", 2 * z)
        case "relu":
            return float(z > 0)
        case "leaky-relu":
            return 1.0 if z > 0 else LEAK
    return 1.0


def _softplus(z: float) -> float:
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def _over(above: float, below: float) -> float:
    return above / below if below else math.copysign(math.inf, above) if above else 0.0
