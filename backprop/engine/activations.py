"""The activation functions: how a neuron turns its weighted input z into its activation a.

Each is an elementwise function with its derivative. Both are right far out in the tails, where the
textbook forms round to 0 or 1: sigma'(z) is computed as sigma(z) sigma(-z), which is still
4.2e-18 at z = 40, where sigma(z) (1 - sigma(z)) has already become 0.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

LEAK = 0.01


@dataclass(frozen=True, eq=False)
class Activation:
    """An activation function sigma.

    ``value`` and ``derivative`` take an array of weighted inputs z of any shape and return an array
    of that shape; ``latex`` and ``derivative_latex`` are their right-hand sides in z. ``steepest``
    is the largest slope anywhere, ``bounds`` are what the values keep between, where they do, and
    ``kinked`` says that the slope jumps at z = 0.
    """

    name: str
    value: Callable[[Array], Array]
    derivative: Callable[[Array], Array]
    latex: str
    derivative_latex: str
    steepest: float = 1.0
    bounds: tuple[float, float] | None = None
    kinked: bool = False


@np.errstate(over="ignore")
def sigmoid(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z: Array) -> Array:
    return sigmoid(z) * sigmoid(-z)


def tanh(z: Array) -> Array:
    return np.tanh(z)


@np.errstate(over="ignore")
def tanh_prime(z: Array) -> Array:
    return (1 / np.cosh(z)) ** 2


def relu(z: Array) -> Array:
    return np.maximum(0, z)


def relu_prime(z: Array) -> Array:
    return np.where(z > 0, 1.0, 0.0)


def leaky_relu(z: Array) -> Array:
    return np.where(z > 0, z, LEAK * z)


def leaky_relu_prime(z: Array) -> Array:
    return np.where(z > 0, 1.0, LEAK)


def linear(z: Array) -> Array:
    return 1.0 * z


def linear_prime(z: Array) -> Array:
    return np.ones_like(z)


ACTIVATIONS = {
    activation.name: activation
    for activation in (
        Activation(
            "sigmoid",
            sigmoid,
            sigmoid_prime,
            r"\frac{1}{1+e^{-z}}",
            r"\sigma(z)\,(1-\sigma(z))",
            steepest=0.25,
            bounds=(0.0, 1.0),
        ),
        Activation("tanh", tanh, tanh_prime, r"\tanh z", r"1-\tanh^2 z", bounds=(-1.0, 1.0)),
        Activation(
            "relu",
            relu,
            relu_prime,
            r"\max(0, z)",
            r"1 \text{ if } z > 0 \text{ else } 0",
            kinked=True,
        ),
        Activation(
            "leaky-relu",
            leaky_relu,
            leaky_relu_prime,
            rf"z \text{{ if }} z > 0 \text{{ else }} {LEAK}\,z",
            rf"1 \text{{ if }} z > 0 \text{{ else }} {LEAK}",
            kinked=True,
        ),
        Activation("linear", linear, linear_prime, "z", "1"),
    )
}
"""The activations by name."""
