"""The cost functions: how far the outputs a^L are from the desired outputs y.

Each comes with its gradient by the outputs. Over several examples the cost is their mean (equation
26). The cross-entropy of a sigmoid output is best computed from the weighted input z^L, because a^L
itself rounds to 0 or 1 when the neuron saturates: ``outputs`` does so.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array


@dataclass(frozen=True, eq=False)
class Cost:
    """A cost function C of the outputs, with y as a parameter.

    ``value(a, y)`` takes arrays of shape (n_L, m) and returns the mean cost of the m examples;
    ``derivative(a, y)`` returns dC_x/da of each example, shape (n_L, m); ``latex`` and
    ``derivative_latex`` are their right-hand sides for one example.
    """

    name: str
    value: Callable[[Array, Array], Array]
    derivative: Callable[[Array, Array], Array]
    latex: str
    derivative_latex: str


def quadratic(a: Array, y: Array) -> Array:
    return np.sum((y - a) ** 2) / (2 * y.shape[1])


def quadratic_prime(a: Array, y: Array) -> Array:
    return a - y


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
def cross_entropy_prime(a: Array, y: Array) -> Array:
    return ratio(1 - y, 1 - a) - ratio(y, a)


COSTS = {
    cost.name: cost
    for cost in (
        Cost(
            "quadratic",
            quadratic,
            quadratic_prime,
            r"\frac{1}{2} \sum_j (y_j - a^L_j)^2",
            r"a^L_j - y_j",
        ),
        Cost(
            "cross-entropy",
            cross_entropy,
            cross_entropy_prime,
            r"-\sum_j \left[ y_j \ln a^L_j + (1 - y_j) \ln (1 - a^L_j) \right]",
            r"\frac{a^L_j - y_j}{a^L_j (1 - a^L_j)}",
        ),
    )
}
"""The costs by name."""
