"""The gradient check: every slope that backpropagation gives, against one found without it.

Each weight and bias is moved by eps and the cost is taken again by a forward pass, so that
dC/dw is about (C(w + eps) - C(w)) / eps (equation 46), or, central, the same over 2 eps from
w - eps to w + eps.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array
from backprop.engine.algorithm import run
from backprop.engine.network import Network
from backprop.engine.nudge import CENTRAL, METHODS, Nudged, nudged
from backprop.engine.quantity import Quantity
from backprop.engine.validation import check_one_of, finite

BySymbol = Mapping[str, Mapping[int, Array]]
"""By "w" and "b", then by layer, an array shaped as w[l] or b[l]."""


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """The slopes of the cost by each weight and bias, in two ways, and how far they are apart.

    ``numeric`` is NaN where a moved weight leads out of what the cost can take. ``relative`` is
    the error |numeric - backprop| / max(|numeric|, |backprop|): 0 where both are 0, NaN where
    there is no numeric slope. ``passes`` counts the forward passes that the numeric slopes take:
    P + 1 or 2 P, for P weights and biases.
    """

    eps: float
    method: str
    backprop: BySymbol
    numeric: BySymbol
    relative: BySymbol
    passes: int

    @cached_property
    def worst(self) -> Quantity:
        """The weight or bias with the largest relative error, of those that have one.

        The first of several; where none has one, w^2_11.
        """
        found, largest = Quantity("w", 2, 1, 1), -1.0
        for symbol, arrays in self.relative.items():
            for l, array in arrays.items():
                index = int(np.where(np.isnan(array), -1.0, array).argmax())
                if array.flat[index] > largest:
                    largest = float(array.flat[index])
                    j, k = np.unravel_index(index, array.shape)
                    ends = (int(j) + 1, int(k) + 1 if symbol == "w" else None)
                    found = Quantity(symbol, l, *ends)
        return found


def check_gradients(
    network: Network,
    x: npt.ArrayLike,
    y: npt.ArrayLike,
    eps: float = 1e-5,
    method: str = CENTRAL,
) -> GradientCheck:
    """Both gradients of all weights and biases; x and y as ``run`` takes them, C as there.

    Raises ValueError for an eps that is not a finite number above 0, a method that is neither
    "central" nor "forward", and where ``run`` does.
    """
    eps = finite(eps, "eps", above=0)
    check_one_of("method", method, METHODS)
    trace = run(network, x, y)
    backprop = {"w": trace.nabla_w, "b": trace.nabla_b}
    numeric = {
        symbol: {
            l: slopes(nudged(network, trace.x, trace.y, symbol, l, eps, method), eps, method)
            for l in arrays
        }
        for symbol, arrays in backprop.items()
    }
    relative = {
        symbol: {l: relative_error(numeric[symbol][l], one) for l, one in arrays.items()}
        for symbol, arrays in backprop.items()
    }
    count = sum(array.size for arrays in backprop.values() for array in arrays.values())
    passes = 2 * count if method == CENTRAL else count + 1
    return GradientCheck(
        eps, method, _frozen(backprop), _frozen(numeric), _frozen(relative), passes
    )


def slopes(costs: Nudged, eps: float, method: str) -> Array:
    """(C(w + eps) - C(w)) / eps, or central over 2 eps; NaN where a cost is no number."""
    with np.errstate(all="ignore"):
        found: Array = (costs.above - costs.below) / (2 * eps if method == CENTRAL else eps)
    return np.where(np.isfinite(found), found, np.nan)


def relative_error(numeric: Array, backprop: Array) -> Array:
    """|numeric - backprop| / max(|numeric|, |backprop|), elementwise, and 0 where both are 0."""
    size = np.maximum(np.abs(numeric), np.abs(backprop))
    scale = np.where(size == 0, 1.0, size)
    return np.abs(numeric / scale - backprop / scale)


def _frozen(arrays: BySymbol) -> BySymbol:
    for layers in arrays.values():
        for array in layers.values():
            array.setflags(write=False)
    return MappingProxyType({one: MappingProxyType(dict(arrays[one])) for one in arrays})
