"""Which weights learn slowly, and why: what the four equations tell about one network.

By BP4 with BP1 or BP2 a weight's gradient is a product of three factors: the activation that comes
in, the slope sigma' of its neuron, and the error that arrives there from the outputs. A weight
learns slowly where one of them is small, and each can be held against the largest it could be.
"""

from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import ACTIVATIONS, Array
from backprop.engine.output_pairs import slope_counts
from backprop.engine.quantity import Quantity
from backprop.engine.saturation import ends, strongest
from backprop.engine.trace import Trace

SLOW = 0.1
"""A weight is slow where its gradient is at most this share of the largest in the network."""
CANCELLED = 0.1
"""Errors cancel where their sum is at most this share of the sum of their sizes."""


@dataclass(frozen=True)
class SlowWeight:
    """A weight that learns slowly.

    ``reason`` is the factor that holds it back most: "input" (a^(l-1)_k is near 0), "slope" (neuron
    j is saturated), "output" (output j is nearly right), "back" (dC/da of a hidden neuron is small)
    or "cancelled" (its terms cancel). ``value`` is that factor, ``most`` the largest that it could
    be: the largest input of the layer or 1, the steepest slope of the activation, the largest
    factor of its kind in the network. ``zeros`` are the reasons of all factors that are exactly 0.
    """

    weight: Quantity
    gradient: float
    reason: str
    value: float
    most: float
    zeros: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """How large the factor is beside the largest it could be."""
        return abs(self.value) / self.most

    @property
    def place(self) -> tuple[str, int, int | None]:
        """What holds it back: the same for all weights that are slow because of it."""
        l, j, k = self.weight.l, self.weight.j, self.weight.k
        return (self.reason, l - 1, k) if self.reason == "input" else (self.reason, l, j)


def arriving(trace: Trace, l: int) -> Array:
    """What the slope is multiplied with at each neuron of layer l: dC/da, shaped as delta^l.

    (w^(l+1))^T delta^(l+1) as in BP2, nabla_a as in BP1; under a cost whose nabla_a makes up for a
    slope near 0 (the cross-entropy), the error delta of the outputs itself.
    """
    if l < trace.network.L:
        return trace.network.w[l + 1].T @ trace.delta[l + 1]
    return trace.nabla_a if slope_counts(trace.network, l) else trace.delta[l]


def largest_arriving(trace: Trace, l: int) -> float:
    """The largest of what arrives at neurons, among those of the same kind as at layer l."""
    kind = slope_counts(trace.network, l)
    layers = [one for one in trace.delta if slope_counts(trace.network, one) == kind]
    return max(float(np.abs(arriving(trace, one)).max()) for one in layers)


def slowest(trace: Trace, most: int = 3) -> tuple[SlowWeight, ...]:
    """The slowest weights of a network run on one example, each with another reason.

    Only what is slow against the largest gradient (see SLOW); none where nothing is.
    Raises ValueError for several examples.
    """
    trace.check_is_of_one("what is slow")
    limit = SLOW * max(largest_gradients(trace).values())
    found = [slow for l in trace.delta for slow in _of_layer(trace, l, limit)]
    chosen: dict[tuple[str, int, int | None], SlowWeight] = {}
    for slow in sorted(found, key=lambda slow: (abs(slow.gradient), slow.weight)):
        chosen.setdefault(slow.place, slow)
    return tuple(chosen.values())[:most]


def largest_gradients(trace: Trace) -> dict[int, float]:
    """The size of the largest gradient of a weight in each layer, from 2 to L."""
    return {l: float(np.abs(trace.nabla_w[l]).max()) for l in sorted(trace.nabla_w)}


def largest_errors(trace: Trace) -> dict[int, float]:
    """The size of the largest error in each layer, from 2 to L."""
    return {l: float(np.abs(trace.delta[l]).max()) for l in sorted(trace.delta)}


def end_of(trace: Trace, l: int, j: int) -> str:
    """At which end a neuron is saturated: "top", "bottom", "off" or "flat"; "" where it is not."""
    return str(ends(trace.network.activation[l], trace.z[l])[j - 1, 0])


def _of_layer(trace: Trace, l: int, limit: float) -> list[SlowWeight]:
    a, slopes, errors = trace.a[l - 1], trace.sigma_prime[l], arriving(trace, l)
    largest_input, steepest = strongest(a), ACTIVATIONS[trace.network.activation[l]].steepest
    largest_error = largest_arriving(trace, l) or 1.0
    found = []
    for j, k in np.argwhere(np.abs(trace.nabla_w[l]) <= limit):
        weight = Quantity("nabla_w", l, int(j) + 1, int(k) + 1)
        factors = [
            ("input", float(a[k, 0]), largest_input),
            ("slope", float(slopes[j, 0]), steepest),
            (_kind_of_error(trace, l, j), float(errors[j, 0]), largest_error),
        ]
        if not slope_counts(trace.network, l):
            del factors[1]
        zeros = tuple(why for why, value, _ in factors if value == 0)
        gradient = float(trace.nabla_w[l][j, k])
        reasons = [SlowWeight(weight, gradient, *factor, zeros) for factor in factors]
        found.append(min(reasons, key=lambda slow: slow.share))
    return found


def _kind_of_error(trace: Trace, l: int, j: int) -> str:
    if l == trace.network.L:
        return "output"
    sum_of_terms, sizes = terms_back(trace, l, j + 1)
    return "cancelled" if abs(sum_of_terms) <= CANCELLED * sizes and sizes > 0 else "back"


def terms_back(trace: Trace, l: int, j: int) -> tuple[float, float]:
    """The sum of the terms w delta that come back to a hidden neuron, and that of their sizes."""
    terms = trace.network.w[l + 1][:, j - 1] * trace.delta[l + 1][:, 0]
    return float(terms.sum()), float(np.abs(terms).sum())
