"""The demon of the chapter: it sits at one neuron and adds dz to its weighted input.

The error delta^l_j says how fast the cost answers (equation 29). So it predicts: for small
dz the cost changes by about delta^l_j dz, which is the linear approximation. Here the prediction
stands beside the true cost. Adding dz to z^l_j is adding it to the bias b^l_j, so the true cost is
that of the same network with another bias.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array
from backprop.engine.algorithm import run
from backprop.engine.network import Network
from backprop.engine.push import pushes, with_dz
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import frozen

TOLERANCE = 0.1
"""The prediction holds where it differs from the true change by at most this share of it."""
ROUNDING = 1e-12
"""A change of the cost by less than this share of it is lost in rounding."""
_HALVINGS = 20


@dataclass(frozen=True, eq=False)
class Demon:
    """What the demon does to the cost by adding ``dz`` to z^l_j, one number for each dz.

    ``traces`` holds a trace for each dz, and None from the first dz on, on either side of 0, at
    which the cost cannot be taken; ``cut`` then says why.
    """

    l: int
    j: int
    dz: Array
    here: Trace
    traces: tuple[Trace | None, ...]
    cut: str

    @property
    def delta(self) -> float:
        """The error delta^l_j: how fast the cost answers."""
        return float(self.here.delta[self.l][self.j - 1, 0])

    @cached_property
    def true(self) -> Array:
        """The costs with dz added, NaN where the cost cannot be taken."""
        return np.array([trace.cost if trace else np.nan for trace in self.traces])

    @property
    def prediction(self) -> Array:
        """The costs predicted by the error: C + delta^l_j dz, the tangent (equation 29)."""
        return self.here.cost + self.delta * self.dz

    @cached_property
    def valid_range(self) -> tuple[float, float]:
        """The range of dz around 0 in which the prediction holds (see TOLERANCE)."""
        known = ~np.isnan(self.true)
        taken = list(zip(self.dz[known].tolist(), self.true[known].tolist(), strict=True))
        low = self._end([one for one in taken[::-1] if one[0] < 0])
        return low, self._end([one for one in taken if one[0] > 0])

    def _end(self, costs: list[tuple[float, float]]) -> float:
        """How far from 0 the prediction holds, along dz away from 0, each with its cost."""
        inside = 0.0
        for outside, cost in costs:
            if not self._valid(outside, cost):
                return self._between(inside, outside)
            inside = outside
        return inside

    def _between(self, inside: float, outside: float) -> float:
        """Up to which place between the two, the first valid and the other not, it holds."""
        for _ in range(_HALVINGS):
            middle = (inside + outside) / 2
            valid = self._valid(middle, with_dz(self.here, self.l, self.j, middle).cost)
            inside, outside = (middle, outside) if valid else (inside, middle)
        return inside

    def _valid(self, dz: float, cost: float) -> bool:
        true = cost - self.here.cost
        return abs(self.delta * dz - true) <= TOLERANCE * abs(true) + ROUNDING * self.here.cost


def demon_at(
    network: Network, x: npt.ArrayLike, y: npt.ArrayLike, l: int, j: int, dz: npt.ArrayLike
) -> Demon:
    """What a demon at neuron j of layer l does to the cost of one example.

    dz has the shape (n,) and grows, with a 0 in it. Raises ValueError where it does not, where
    there is no such neuron, for several examples, and where the network cannot be run.
    """
    steps = frozen(dz, "dz")
    if steps.ndim != 1 or (np.diff(steps) <= 0).any() or 0 not in steps:
        raise ValueError("dz must be a list of numbers that grow, with a 0 among them")
    Quantity("z", l, j).check_is_in(network.sizes)
    here = run(network, x, y)
    here.check_is_of_one("what the demon changes")
    return Demon(l, j, steps, here, *pushes(here, l, j, steps))
