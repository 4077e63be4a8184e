"""One weight changes: what really happens on the way to the cost, and what the rates predict.

A rate tells how fast a number responds to the weight where it stands: da^t_q/dw^l_jk for each
neuron on the way, dC/dw^l_jk for the cost. Times dw it is the predicted change (equations 47 to
50). The true change is that of the same example, run again with the other weight.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from backprop.engine import ACTIVATIONS
from backprop.engine.activations import Array
from backprop.engine.push import along, with_dw
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace

ROUNDING = 1e-12
"""A change by less than this share of what changes is lost in rounding."""
SAME = 1e-9
"""A predicted change is the true one where they differ by no more than this share of it."""


@dataclass(frozen=True)
class Change:
    """A true change and the predicted one of a number that is ``size`` large."""

    true: float
    predicted: float
    size: float

    @property
    def kind(self) -> str:
        """How well they agree, in one word.

        "none": nothing changes, and nothing is predicted to. "lost": rounding hides both, so small
        are they. "still": nothing changes, in spite of the prediction. "same". "rounded": the
        same but for rounding. "unseen": it does change, and the rate is 0. "near", "other way" or
        "far": off by more than the change itself.
        """
        noise, apart = ROUNDING * self.size, abs(self.predicted - self.true)
        if self.true == self.predicted == 0:
            return "none"
        if abs(self.true) <= noise:
            return "lost" if abs(self.predicted) <= noise else "still"
        if apart <= SAME * abs(self.true):
            return "same"
        if apart <= noise:
            return "rounded"
        if self.predicted == 0:
            return "unseen"
        if self.predicted * self.true < 0:
            return "other way"
        return "near" if self.share <= 1 else "far"

    @property
    def share(self) -> float:
        """How far they are apart, as a share of the true change, which is not 0."""
        return abs(self.predicted - self.true) / abs(self.true)


@dataclass(frozen=True, eq=False)
class Spread:
    """What becomes of the example as dw is added to one weight w^l_jk.

    ``dw`` has the shape (n,) and a 0 in it. ``traces`` holds a trace for each dw, and None from the
    first on, on either side of 0, at which the cost cannot be taken; ``cut`` then says why.
    """

    l: int
    j: int
    k: int
    dw: Array
    here: Trace
    traces: tuple[Trace | None, ...]
    cut: str

    @property
    def weight(self) -> Quantity:
        """The address of the weight."""
        return Quantity("w", self.l, self.j, self.k)

    @property
    def entering(self) -> float:
        """The activation a^(l-1)_k that the weight is multiplied by."""
        return float(self.here.a[self.l - 1][self.k - 1, 0])

    @cached_property
    def rates(self) -> dict[int, Array]:
        """da^t_q/dw^l_jk for each layer t = l..L, shaped (n_t,): as (48) and (49) go on."""
        slopes, w = self.here.sigma_prime, self.here.network.w
        first = np.zeros(self.here.network.sizes[self.l - 1])
        first[self.j - 1] = self.entering
        found = {self.l: first * slopes[self.l][:, 0]}
        for t in range(self.l + 1, self.here.network.L + 1):
            found[t] = slopes[t][:, 0] * (w[t] @ found[t - 1])
        return found

    @property
    def gradient(self) -> float:
        """dC/dw^l_jk, as BP4 has it."""
        index = self.weight.index
        return float(self.here.nabla_w[self.l][index])

    @property
    def edge_rates(self) -> Array:
        """da^(l+1)_q/da^l_j for each q, the rates of (49); none from the last layer."""
        if self.l == self.here.network.L:
            return np.array([])
        weights = self.here.network.w[self.l + 1][:, self.j - 1]
        return np.asarray(weights * self.here.sigma_prime[self.l + 1][:, 0])

    @property
    def strongest_next(self) -> int:
        """The neuron q of layer l + 1 that responds most; 0 where the weight leads to an output."""
        return int(np.abs(self.edge_rates).argmax()) + 1 if self.edge_rates.size else 0

    def taken(self) -> list[int]:
        """The places of the dw at which the cost can be taken."""
        return [i for i, trace in enumerate(self.traces) if trace]

    def change(self, i: int, t: int, q: int) -> Change:
        """That of a^t_q for the dw at place i, which is one of those taken."""
        before = float(self.here.a[t][q - 1, 0])
        true = float(self._at(i).a[t][q - 1, 0]) - before
        return Change(true, float(self.rates[t][q - 1] * self.dw[i]), abs(before) or 1.0)

    def change_of_cost(self, i: int) -> Change:
        """That of C (equation 47)."""
        true = self._at(i).cost - self.here.cost
        return Change(true, float(self.gradient * self.dw[i]), self.here.cost or 1.0)

    def changes(self, t: int) -> list[Array]:
        """The true changes of the activations of layer t, (n_t, 1), for each dw that is taken."""
        return [self._at(i).a[t] - self.here.a[t] for i in self.taken()]

    def kinks(self, i: int) -> Iterator[Quantity]:
        """Each z that crosses the kink of its activation for the dw at place i."""
        for t in range(self.l, self.here.network.L + 1):
            before, after = self.here.z[t][:, 0], self._at(i).z[t][:, 0]
            if ACTIVATIONS[self.here.network.activation[t]].kinked:
                for q in np.flatnonzero((before > 0) != (after > 0)):
                    yield Quantity("z", t, int(q) + 1)

    def _at(self, i: int) -> Trace:
        trace = self.traces[i]
        assert trace, "the cost cannot be taken there"
        return trace


def spread_of(trace: Trace, weight: Quantity, dw: npt.ArrayLike) -> Spread:
    """What adding each dw, in growing order with a 0 among them, to a weight does.

    Raises ValueError for what is no weight of this network, and for several examples.
    """
    trace.check_is_of_one("what a change spreads through")
    traces, cut = along(lambda one: with_dw(trace, weight, one), trace, dw)
    j, k = (index + 1 for index in weight.index)
    return Spread(weight.l, j, k, np.asarray(dw, dtype=np.float64), trace, traces, cut)
