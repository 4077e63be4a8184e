"""The gradient check: is the mean of the gradients also the gradient of the mean cost?

It may be the sum in both places.
Backpropagation gives the first, moving one weight after the other the second. How far the two may
differ with nothing wrong is told, too: C is rounded, and at a kink of a relu it has two slopes.
"""

from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.examples import Examples
from backprop.engine.nudge import Nudged, nudged
from backprop.engine.quantity import Quantity
from backprop.ideas.mean.compute import reduced_gradient

NUDGE = 1e-5
"""How far a weight is moved, up and down."""
ALIKE = 1e-4
"""How far the two ways may differ, as a share of the largest gradient, with nothing to explain."""
ROUNDINGS = 16
"""How many of its last digits the cost may be wrong by."""


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """The gradients of layer l, by "w" and "b": those of each example, over all, and by moving.

    ``each`` is by the number of the example, from 1; it has the arrays alone, and no traces.
    """

    l: int
    each: dict[int, dict[str, Array]]
    mean: dict[str, Array]
    nudged: dict[str, Nudged]

    @property
    def difference(self) -> float:
        """The largest difference of the two ways, where there is a slope."""
        apart = [np.abs(self.mean[s] - self.nudged[s].slope) for s in self.mean]
        return max(float(one[np.isfinite(one)].max(initial=0.0)) for one in apart)

    @property
    def agrees(self) -> bool:
        """Whether the two ways differ by so little that it needs no words."""
        return self.difference <= ALIKE * max(
            float(np.abs(mean).max()) for mean in self.mean.values()
        )

    @property
    def rounding(self) -> float:
        """How wrong the slope may be because C is rounded."""
        eps = float(np.finfo(np.float64).eps)
        found = [
            np.maximum(np.abs(one.above), np.abs(one.below)) / one.width
            for one in self.nudged.values()
        ]
        return ROUNDINGS * eps * max(float(one[np.isfinite(one)].max(initial=0.0)) for one in found)

    @property
    def kinks(self) -> list[Quantity]:
        """The gradients by those weights and biases that were moved across a kink."""
        return [
            Quantity(f"nabla_{s}", self.l, *(int(i) + 1 for i in index[: 2 if s == "w" else 1]))
            for s in self.mean
            for index in np.argwhere(self.nudged[s].kink)
        ]

    @property
    def complete(self) -> bool:
        """Whether the cost can be taken on both sides of every weight and bias."""
        return all(bool(np.isfinite(one.slope).all()) for one in self.nudged.values())


def gradient_check(found: Examples, l: int) -> GradientCheck:
    """The check of layer l. Raises ValueError for another layer, and where no example was run."""
    traces = [*found.traces.values()]
    if not traces:
        raise ValueError("a gradient check must have at least one example that was run; got none")
    network = traces[0].network
    network.check_has(Quantity("w", l))
    symbols = network.parameters
    return GradientCheck(
        l,
        {i: {s: one.arrays(f"nabla_{s}")[l] for s in symbols} for i, one in found.traces.items()},
        {s: reduced_gradient(traces, f"nabla_{s}", l) for s in symbols},
        {s: nudged(network, found.x, found.y, s, l, NUDGE) for s in symbols},
    )
