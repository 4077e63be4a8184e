"""A function of a vector is the function of each of its entries (equation 24).

The chapter's example is f(x) = x^2, which makes (4, 9) of (2, 3); its use is a^l = sigma(z^l). So
the activations are here, too, under their own names, and all are defined for every number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.activations import ACTIVATIONS, Activation, Array


@dataclass(frozen=True, eq=False)
class Elementwise:
    """A function f of one number, applied to each entry of an array.

    ``latex`` is its right-hand side in x; ``endless`` says that f(x) has no last digit, but at 0.
    """

    name: str
    latex: str
    formula: Callable[[Array], Array]
    endless: bool = False

    @np.errstate(over="ignore")
    def of(self, v: Array) -> Array:
        """f(v), in the shape of v: f(v)_j = f(v_j), equation (24).

        Raises ValueError where an entry of the result is no longer finite.
        """
        result = self.formula(v)
        beyond = np.flatnonzero(~np.isfinite(result))
        if beyond.size:
            raise ValueError(
                f"every entry of f(v) must be finite; the size of entry {beyond[0] + 1} is beyond "
                "1.8×10³⁰⁸, the largest number there is room for"
            )
        return result

    def has_all_digits(self, v: Array, result: Array) -> bool:
        """Whether the result is f(v) to the last digit, and none was too small to be kept."""
        if self.endless:
            return not v.any()
        flat = self.name in ACTIVATIONS and ACTIVATIONS[self.name].can_be_off
        return flat or bool(((result != 0) | (v == 0)).all())


def square(x: Array) -> Array:
    return x**2


def cube(x: Array) -> Array:
    return x**3


def half(x: Array) -> Array:
    return x / 2


_EXAMPLE = Elementwise("square", "x^2", square)
_OTHERS = (
    Elementwise("cube", "x^3", cube),
    Elementwise("half", r"\frac{x}{2}", half),
    Elementwise("absolute", "|x|", np.abs),
    Elementwise("exp", "e^{x}", np.exp, endless=True),
)


def functions() -> dict[str, Elementwise]:
    """The functions by name, the chapter's example first."""
    every = (_EXAMPLE, *map(_of_activation, ACTIVATIONS.values()), *_OTHERS)
    return {function.name: function for function in every}


@cache
def _of_activation(sigma: Activation) -> Elementwise:
    latex = sigma.latex.replace("z", "x")
    return Elementwise(sigma.name, latex, sigma.value, endless=not sigma.straight)


@dataclass(frozen=True, eq=False)
class Own:
    """The vector v and the function f; ``l`` is the layer whose z it is, or 0."""

    v: Array
    f: Elementwise
    l: int = 0

    @property
    def name(self) -> str:
        """What v is called."""
        return Quantity("z", self.l).text if self.l else "v"

    def result(self) -> tuple[Array | None, str]:
        """f(v) and ""; or None, and why there is none."""
        try:
            return self.f.of(self.v), ""
        except ValueError as error:
            return None, str(error)

    def is_a_of(self, trace: Trace, result: Array) -> bool:
        """Whether v is the z of a layer and f(v), the result, is its a to the last digit."""
        if not self.l or not np.array_equal(result, trace.a[self.l][:, 0]):
            return False
        sigma = functions()[trace.network.activation[self.l]]
        return sigma.name == self.f.name or all(
            one.has_all_digits(self.v, result) for one in (sigma, self.f)
        )
