"""The cost functions: how far the outputs a^L are from the desired outputs y.

Each comes with its gradient by the outputs. Over several examples the cost is their mean (equation
26). The cross-entropy of a sigmoid output is best computed from the weighted input z^L, because a^L
itself rounds to 0 or 1 when the neuron saturates: ``outputs`` does so.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import ACTIVATIONS, Array


@dataclass(frozen=True, eq=False)
class Cost:
    """A cost function C of the outputs, with y as a parameter: a sum over the outputs.

    ``value(a, y)`` takes arrays of shape (n_L, m) and returns the mean cost of the m examples, and
    ``total(a, y)`` their sum; ``derivative(a, y)`` returns dC_x/da of each example, shape (n_L, m);
    ``latex`` and ``derivative_latex`` are the right-hand sides for one example. ``range`` is what
    every output must be between, and every y, which may also be at an end; None where any will do.
    ``offsets_slope`` says that dC/da grows beyond all bounds where an output is as wrong as it can
    be, and so makes up for a slope near 0 there. ``with_half`` names the cost that is half of this
    one; "" where there is none.
    """

    name: str
    value: Callable[[Array, Array], Array]
    total: Callable[[Array, Array], Array]
    derivative: Callable[[Array, Array], Array]
    latex: str
    derivative_latex: str
    range: tuple[float, float] | None = None
    offsets_slope: bool = False
    with_half: str = ""

    def check_desired(self, y: Array) -> None:
        """Raise ValueError where a desired output y is none that the cost can take."""
        if self.range:
            low, high = self.range
            if ((y < low) | (y > high)).any():
                raise ValueError(
                    f"{self.name} needs every y between {low:g} and {high:g}; "
                    f"got {_extreme(y, low, high)}"
                )

    def check_outputs(self, a: Array) -> None:
        """Raise ValueError where an output a^L is none that the cost can take."""
        if self.range:
            low, high = self.range
            if ((a <= low) | (a >= high)).any():
                fits = [
                    f"as {sigma.name} outputs are"
                    for sigma in ACTIVATIONS.values()
                    if sigma.bounds == self.range
                ]
                needs = f"{self.name} needs every output above {low:g} and below {high:g}"
                raise ValueError(
                    f"{', '.join([needs, *fits[:1]])}; got {_extreme(a, low, high):.6g}"
                )


def _extreme(values: Array, low: float, high: float) -> float:
    """The value that is furthest from the middle of this range."""
    return float(values.flat[np.abs(values - (low + high) / 2).argmax()])


def quadratic(a: Array, y: Array) -> Array:
    return np.sum((y - a) ** 2) / (2 * y.shape[1])


def quadratic_in_all(a: Array, y: Array) -> Array:
    return ((y - a) ** 2).sum() / 2


def quadratic_terms(a: Array, y: Array) -> Array:
    """What each output adds to the cost of its example, in the shape of a."""
    return (y - a) ** 2 / 2


def quadratic_prime(a: Array, y: Array) -> Array:
    return a - y


def squared_error(a: Array, y: Array) -> Array:
    return np.sum((y - a) ** 2) / y.shape[1]


def squared_error_in_all(a: Array, y: Array) -> Array:
    return ((y - a) ** 2).sum()


def squared_error_terms(a: Array, y: Array) -> Array:
    """What each output adds to the cost of its example, in the shape of a."""
    return (y - a) ** 2


def squared_error_prime(a: Array, y: Array) -> Array:
    return 2 * (a - y)


def times_log(y: Array, a: Array) -> Array:
    """y ln a, elementwise, and 0 wherever y is 0."""
    return y * np.log(a, out=np.zeros_like(a), where=y != 0)


def ratio(y: Array, a: Array) -> Array:
    """y / a, elementwise, and 0 wherever y is 0."""
    return np.divide(y, a, out=np.zeros_like(a), where=y != 0)


@np.errstate(divide="ignore")
def cross_entropy(a: Array, y: Array) -> Array:
    return -np.sum(times_log(y, a) + times_log(1 - y, 1 - a)) / y.shape[1]


@np.errstate(divide="ignore")
def cross_entropy_in_all(a: Array, y: Array) -> Array:
    return -(times_log(y, a) + times_log(1 - y, 1 - a)).sum()


@np.errstate(divide="ignore")
def cross_entropy_terms(a: Array, y: Array) -> Array:
    """What each output adds to the cost of its example, in the shape of a."""
    return -times_log(y, a) - times_log(1 - y, 1 - a)


@np.errstate(divide="ignore")
def cross_entropy_prime(a: Array, y: Array) -> Array:
    return ratio(1 - y, 1 - a) - ratio(y, a)


COSTS = {
    cost.name: cost
    for cost in (
        Cost(
            "quadratic",
            quadratic,
            quadratic_in_all,
            quadratic_prime,
            r"\frac{1}{2} \sum_j (y_j - a^L_j)^2",
            r"a^L_j - y_j",
        ),
        Cost(
            "squared-error",
            squared_error,
            squared_error_in_all,
            squared_error_prime,
            r"\sum_j (y_j - a^L_j)^2",
            r"2 (a^L_j - y_j)",
            with_half="quadratic",
        ),
        Cost(
            "cross-entropy",
            cross_entropy,
            cross_entropy_in_all,
            cross_entropy_prime,
            r"-\sum_j \left[ y_j \ln a^L_j + (1 - y_j) \ln (1 - a^L_j) \right]",
            r"\frac{a^L_j - y_j}{a^L_j (1 - a^L_j)}",
            range=(0.0, 1.0),
            offsets_slope=True,
        ),
    )
}
"""The costs by name. The equations that are written of each stand in ``output_pairs``."""


def cost_of_any_output() -> str:
    """The name of the first cost that takes any output and any y."""
    return next(name for name, cost in COSTS.items() if not cost.range)
