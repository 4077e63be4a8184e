"""The cost over several examples, and its gradient found in two ways (equation 26).

The chapter's first assumption is C = 1/n sum_x C_x: so each example x can be run by itself, and
the gradients averaged. ``nudged`` finds the gradient of the mean in a way that knows nothing of
backpropagation: it moves one weight up and down a little and runs forward only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import ACTIVATIONS, Array
from backprop.engine.algorithm import pick
from backprop.engine.forward import Z, activation
from backprop.engine.network import Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.trace import Trace

NUDGE = 1e-5


@dataclass(frozen=True, eq=False)
class Nudged:
    """The mean cost after each number of an array was moved up, or down, all of the array's shape.

    ``width`` is how far apart the two moved numbers are, and ``kink`` tells where between them some
    weighted input crosses 0, so that a relu has two slopes. A cost is NaN or infinite where the
    cross-entropy cannot take the outputs any more.
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


def mean_of_gradients(traces: Iterable[Trace], symbol: str, l: int) -> Array:
    """(g_1 + ... + g_n) / n of the gradients nabla_w or nabla_b of layer l, of their shape."""
    return np.mean([trace.arrays(symbol)[l] for trace in traces], axis=0)


def nudged(network: Network, x: Array, y: Array, symbol: str, l: int, h: float = NUDGE) -> Nudged:
    """The mean cost over the columns of x and y with each w^l_jk (or b^l_j) moved by h and by -h.

    ``symbol`` is "w" or "b"; x has the shape (n_1, n), y (n_L, n).
    """
    w, b = network.w[l], network.b[l]
    values = w if symbol == "w" else b
    moves = h * np.eye(values.size).reshape(-1, *values.shape)
    up, down = values + moves, values - moves
    with np.errstate(all="ignore"):
        for layer in range(2, l):
            z = Z.formula(w=network.w[layer], a_prev=x, b=network.b[layer])
            x = activation(network.activation[layer]).formula(z=z)
        (above, right_of_up), (below, right_of_down) = (
            _forward(network, x, y, l, moved if symbol == "w" else w, moved if symbol == "b" else b)
            for moved in (up, down)
        )
    shape = values.shape
    return Nudged(
        above.reshape(shape),
        below.reshape(shape),
        (up - down).sum(axis=(1, 2)).reshape(shape),
        (right_of_up != right_of_down).any(axis=(1, 2)).reshape(shape),
    )


def _forward(
    network: Network, a: Array, y: Array, l: int, w: Array, b: Array
) -> tuple[Array, npt.NDArray[np.bool_]]:
    """The mean cost of each variant of w^l or b^l, and on which side of each kink its z are.

    One of w and b has the variants as its first axis; ``a`` is a^(l-1), which they do not change.
    """
    variants = max(w, b, key=np.ndim)
    sides = [np.zeros((len(variants), 0, y.shape[1]), dtype=bool)]
    for layer in range(l, network.L + 1):
        sigma = network.activation[layer]
        if layer > l:
            w, b = network.w[layer], network.b[layer]
        z = Z.formula(w=w, a_prev=a, b=b)
        a = activation(sigma).formula(z=z)
        if ACTIVATIONS[sigma].kinked:
            sides.append(z > 0)
    cost = pair_of(network).cost
    costs = [
        cost.formula(**pick({"a": one_a, "z": one_z, "y": y}, cost))
        for one_a, one_z in zip(a, z, strict=True)
    ]
    return np.array(costs), np.concatenate(sides, axis=1)
