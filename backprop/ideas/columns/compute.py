"""A mini-batch in two ways: example by example, and as matrices with a column for each.

X = [x_1 ... x_m] goes through the same equations: Z^l = w^l A^(l-1) + b^l, b^l added to every
column, and the mean of the gradients is one product, dC/dw^l = 1/m Delta^l (A^(l-1))^T; where the
cost is a sum, it is one without the 1/m.
"""

from dataclasses import dataclass

import numpy as np

from backprop.engine import Network, Trace, operations, run
from backprop.engine.activations import Array
from backprop.engine.examples import Examples
from backprop.engine.output_pairs import pair_of

MOST = 8
"""The most examples in the mini-batch that is shown."""


@dataclass(frozen=True, eq=False)
class MiniBatch:
    """The runs of its m examples one by one, and the one run of all as columns of matrices."""

    each: tuple[Trace, ...]
    whole: Trace

    @property
    def m(self) -> int:
        return len(self.each)

    def added(self, symbol: str, l: int, count: int) -> Array:
        """What the loop has after ``count`` examples: their gradients, over m, added in order."""
        total = np.zeros_like(self.whole.arrays(symbol)[l])
        share = self.whole.network.divisor(self.m)
        for trace in self.each[:count]:
            total = total + trace.arrays(symbol)[l] / share
        return total


@dataclass(frozen=True)
class Difference:
    """How far two ways to a gradient are apart, where most, and the largest of one example."""

    apart: float
    largest: float


def mini_batch(network: Network, found: Examples) -> MiniBatch:
    """The first MOST of the examples that were run; at least one must be.

    Of examples whose sums grow beyond a float64 it is the first alone.
    """
    each = tuple(found.traces.values())[:MOST]
    try:
        return MiniBatch(each, _together(network, each))
    except ValueError:
        return MiniBatch(each[:1], _together(network, each[:1]))


def _together(network: Network, each: tuple[Trace, ...]) -> Trace:
    x, y = (np.hstack([getattr(trace, name) for trace in each]) for name in ("x", "y"))
    return run(network, x, y)


def multiplications(network: Network) -> int:
    """Those of the four equations for one example, each way; BP1 has none where the slope cancels.

    A mini-batch takes m times as many in both forms.
    """
    spared = network.sizes[-1] if pair_of(network).cancels else 0
    return operations(network.sizes).both - spared


def difference(batch: MiniBatch) -> Difference:
    """How far loop and matrix form are apart, where most, over all arrays."""
    every = [
        (batch.added(symbol, l, batch.m) - whole, *(one.arrays(symbol)[l] for one in batch.each))
        for symbol in ("nabla_w", "nabla_b")
        for l, whole in batch.whole.arrays(symbol).items()
    ]
    apart = max(float(np.abs(gap).max()) for gap, *_ in every)
    return Difference(apart, max(float(np.abs(one).max()) for _, *each in every for one in each))
