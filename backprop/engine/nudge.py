"""One weight or bias moved a little, and the cost taken again: forward passes alone.

It knows nothing of backpropagation, so that it can check it (equation 46). All moved copies of one
array go through the network together. Moving w^l_jk or b^l_j changes the weighted input z^l_j and
what comes after it, so only that is computed anew.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import ACTIVATIONS, Array
from backprop.engine.algorithm import pick
from backprop.engine.costs import COSTS
from backprop.engine.forward import Z, activation
from backprop.engine.network import Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import Quantity
from backprop.engine.validation import check_one_of

CENTRAL, FORWARD = "central", "forward"
METHODS = (CENTRAL, FORWARD)
"""By h up and by h down, or by h up alone as in equation 46."""
_AT_ONCE = 200_000
"""So many numbers of one layer are worked on together."""


@dataclass(frozen=True, eq=False)
class Nudged:
    """The cost after each number of an array was moved up, or down, all of the array's shape.

    ``below`` is the cost as it is where nothing was moved down. ``width`` is how far apart the two
    numbers are in float64, and ``kink`` tells where between them some weighted input crosses 0, so
    that a relu has two slopes. A cost is NaN or infinite where it cannot be taken any more.
    """

    above: Array
    below: Array
    width: Array
    kink: npt.NDArray[np.bool_]

    @property
    def slope(self) -> Array:
        """dC by each number, about (C(w + h) - C(w - h)) / 2h."""
        with np.errstate(invalid="ignore"):
            return (self.above - self.below) / self.width


def nudged(
    network: Network, x: Array, y: Array, symbol: str, l: int, h: float, method: str = CENTRAL
) -> Nudged:
    """The cost over the columns of x and y with each w^l_jk (or b^l_j) moved by h.

    ``symbol`` is "w" or "b"; x has the shape (n_1, m), y (n_L, m). By the method "central" they
    are moved down by h, too. Raises ValueError for another symbol, layer or method.
    """
    check_one_of("symbol", symbol, ("w", "b"))
    check_one_of("method", method, METHODS)
    network.check_has(Quantity(symbol, l))
    values = network.w[l] if symbol == "w" else network.b[l]
    lower = -h if method == CENTRAL else 0.0
    a = x
    with np.errstate(all="ignore"):
        for layer in range(2, l):
            z = Z.formula(w=network.w[layer], a_prev=a, b=network.b[layer])
            a = activation(network.activation[layer]).formula(z=z)
        z = Z.formula(w=network.w[l], a_prev=a, b=network.b[l])
        above, below, kink = (np.empty(values.size) for _ in range(3))
        size = max(1, _AT_ONCE // (max(network.sizes) * y.shape[1]))
        for first in range(0, values.size, size):
            part = np.arange(first, min(first + size, values.size))
            up, down = (
                _forward(network, y, l, _moved(network, a, z, symbol, l, part, step))
                for step in (h, lower)
            )
            above[part], below[part] = up[0], down[0]
            kink[part] = (up[1] != down[1]).any(axis=(1, 2))
        width = (values + h) - (values + lower)
    shape = values.shape
    return Nudged(above.reshape(shape), below.reshape(shape), width, kink.reshape(shape) > 0)


def _moved(
    network: Network, a: Array, z: Array, symbol: str, l: int, part: Array, step: float
) -> Array:
    """z^l with each number of ``part`` moved by ``step``, of shape (len(part), n_l, m)."""
    every = np.arange(len(part))
    j, k = np.divmod(part, network.sizes[l - 2]) if symbol == "w" else (part, part)
    w, b = network.w[l][j], network.b[l][j]
    if symbol == "w":
        w[every, k] += step
    else:
        b += step
    variants = np.repeat(z[np.newaxis], len(part), axis=0)
    variants[every, j] = w @ a + b
    return variants


def _forward(network: Network, y: Array, l: int, z: Array) -> tuple[Array, npt.NDArray[np.bool_]]:
    """The cost of each variant of z^l, and on which side of each kink its z are."""
    sides = [np.zeros((len(z), 0, y.shape[1]), dtype=bool)]
    a = z
    for layer in range(l, network.L + 1):
        sigma = network.activation[layer]
        if layer > l:
            z = Z.formula(w=network.w[layer], a_prev=a, b=network.b[layer])
        a = activation(sigma).formula(z=z)
        if ACTIVATIONS[sigma].kinked:
            sides.append(z > 0)
    pair, limits = pair_of(network), COSTS[network.cost].range
    terms = pair.terms(**pick({"a": a, "z": z, "y": y}, pair.cost))
    costs: Array = np.sum(terms, axis=(-2, -1)) / network.divisor(y.shape[1])
    if pair.takes_outputs and limits:
        outside = (a <= limits[0]) | (a >= limits[1])
        costs = np.where(outside.any(axis=(1, 2)), np.nan, costs)
    return costs, np.concatenate(sides, axis=1)
