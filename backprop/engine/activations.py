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
    """An activation function sigma, and what is known of it.

    ``value`` and ``derivative`` take an array of weighted inputs z of any shape and return an array
    of that shape; ``latex`` and ``derivative_latex`` are their right-hand sides in z.
    ``end_slopes`` are what the slope goes to far below 0 and far above, ``steepest`` is the largest
    slope anywhere, ``bounds`` are what the values keep between, where they do. ``kinked`` says that
    the slope jumps at z = 0, ``straight`` that sigma(0) = 0 and that the slope is the same
    everywhere on one side of it.
    """

    name: str
    value: Callable[[Array], Array]
    derivative: Callable[[Array], Array]
    latex: str
    derivative_latex: str
    end_slopes: tuple[float, float]
    steepest: float = 1.0
    bounds: tuple[float, float] | None = None
    kinked: bool = False
    straight: bool = False

    @property
    def is_identity(self) -> bool:
        """Whether a = z, so that the slope is 1 everywhere."""
        return self.straight and self.end_slopes == (1.0, 1.0)

    @property
    def can_be_off(self) -> bool:
        """Whether it passes nothing on below z = 0: neither its value nor its slope is above 0."""
        return self.straight and self.end_slopes[0] == 0

    @property
    def same_slope_at_a(self) -> bool:
        """Whether sigma'(a) = sigma'(z): where a is positive exactly where z is."""
        below, above = self.end_slopes
        return self.straight and below >= 0 and above > 0

    @property
    def saturates(self) -> bool:
        """Whether its slope goes to 0 at one end at least, and is not 0 before."""
        return not self.straight and 0 in self.end_slopes


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
            end_slopes=(0.0, 0.0),
            steepest=0.25,
            bounds=(0.0, 1.0),
        ),
        Activation(
            "tanh",
            tanh,
            tanh_prime,
            r"\tanh z",
            r"1-\tanh^2 z",
            end_slopes=(0.0, 0.0),
            bounds=(-1.0, 1.0),
        ),
        Activation(
            "relu",
            relu,
            relu_prime,
            r"\max(0, z)",
            r"1 \text{ if } z > 0 \text{ else } 0",
            end_slopes=(0.0, 1.0),
            kinked=True,
            straight=True,
        ),
        Activation(
            "leaky-relu",
            leaky_relu,
            leaky_relu_prime,
            rf"z \text{{ if }} z > 0 \text{{ else }} {LEAK}\,z",
            rf"1 \text{{ if }} z > 0 \text{{ else }} {LEAK}",
            end_slopes=(LEAK, 1.0),
            kinked=True,
            straight=True,
        ),
        Activation("linear", linear, linear_prime, "z", "1", end_slopes=(1.0, 1.0), straight=True),
    )
}
"""The activations by name: what depends on one looks here when it is needed, not before."""
