"""The weight to start with, and what either order of a weight's indices makes of a layer."""

from collections.abc import Sequence

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array

ORDERS = ("jk", "kj")
"""The book's order of the two indices of a weight, and the other one."""
NOISE = 1e-14
"""The share of the sizes of its terms by which a sum may be off."""
_IN_BOOK = Quantity("w", 3, 2, 4)


def first_weight(sizes: Sequence[int]) -> Quantity:
    """The weight to start with: the book's w³₂₄ where the network has it, else its last weight."""
    last = Quantity("w", len(sizes), sizes[-1], sizes[-2])
    return _IN_BOOK if _IN_BOOK.is_in(sizes) else last


def examples(sizes: Sequence[int], has_biases: bool = True) -> list[Quantity]:
    """The numbers that the chapter explains its notation by, or the last of their kind."""
    found = [first_weight(sizes)]
    for one in (Quantity("b", 2, 3), Quantity("a", 3, 1))[not has_biases :]:
        found.append(one if one.is_in(sizes) else Quantity(one.symbol, len(sizes), sizes[-1]))
    return found


def result_of(trace: Trace, l: int, factor: Array) -> Array | None:
    """factor a^{l-1} + b^l, None where the shapes do not fit."""
    a_prev = trace.a[l - 1]
    return factor @ a_prev + trace.network.b[l] if factor.shape[1] == len(a_prev) else None


def is_z(result: Array | None, trace: Trace, l: int) -> bool:
    """Whether this is z^l, but for the noise of adding up its terms."""
    if result is None:
        return False
    terms = np.abs(trace.network.w[l]) @ np.abs(trace.a[l - 1]) + np.abs(trace.network.b[l])
    return bool((np.abs(result - trace.z[l]) <= NOISE * terms).all())
