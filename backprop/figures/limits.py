"""Which colour scale a quantity has, and how far it reaches: the same for all that is compared."""

import numpy as np

from backprop.engine import Trace
from backprop.engine.activations import Array

FAMILIES = (
    ("w", "b"), ("z",), ("a", "y"), ("sigma_prime",), ("nabla_a",), ("delta",),
    ("nabla_b", "nabla_w"), ("nabla_x",),
)  # fmt: skip
"""Symbols that are compared with each other, and so share their limits in all layers."""


def limits(trace: Trace) -> dict[str, float]:
    """The largest absolute value of each symbol's family; 1 where all are 0."""
    found: dict[str, float] = {}
    for family in FAMILIES:
        arrays = [array for symbol in family for array in trace.arrays(symbol).values()]
        found |= dict.fromkeys(family, largest(*arrays))
    return found


def largest(*arrays: Array) -> float:
    """The largest absolute value in these arrays; 1 where all are 0."""
    return max(float(np.abs(array).max()) for array in arrays) or 1.0


def scale_of(symbol: str, trace: Trace) -> str:
    """ "unit" for what lies between 0 and a largest value, "signed" for what has a sign."""
    if symbol == "sigma_prime":
        return "unit"
    if symbol in ("a", "y"):
        return scale_for(*trace.a.values(), trace.y)
    return "signed"


def scale_for(*arrays: Array) -> str:
    """ "unit" for arrays in which nothing is below 0, "signed" for others."""
    return "unit" if all((array >= 0).all() for array in arrays) else "signed"
