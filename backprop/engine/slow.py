"""Which weights learn slowly, and why: what the four equations tell about one network.

By BP4 with BP1 or BP2 a weight's gradient is a product of three factors: the activation that comes
in, the slope sigma' of its neuron, and the error that arrives there from the outputs. A weight
learns slowly where one of them is small, and each can be held against the largest it could be.
"""

from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.provenance import equation_of
from backprop.engine.quantity import Quantity
from backprop.engine.saturation import steepness, strength
from backprop.engine.trace import Trace

SLOW = 0.1
"""A weight is slow where its gradient is at most this share of the largest in the network."""
CANCELLED = 0.1
"""Errors cancel where their sum is at most this share of the sum of their sizes."""


@dataclass(frozen=True)
class Slow:
    """A weight that learns slowly.

    ``reason`` is the factor that holds it back most: "input" (a^(l-1)_k is low), "slope" (neuron j
    is saturated), "output" (output j is nearly right), "error" (hardly any error comes back) or
    "cancelled" (the errors that come back cancel). ``value`` is that factor, ``share`` how large it
    is beside the largest it could be.
    """

    weight: Quantity
    gradient: float
    reason: str
    value: float
    share: float

    @property
    def place(self) -> tuple[str, int, int | None]:
        """What holds it back: the same for all weights that are slow because of it."""
        l, j, k = self.weight.l, self.weight.j, self.weight.k
        return (self.reason, l - 1, k) if self.reason == "input" else (self.reason, l, j)


def arriving(trace: Trace, l: int) -> Array:
    """The error that arrives at each neuron of layer l before its slope takes part, as delta^l.

    (w^(l+1))^T delta^(l+1) as in BP2, nabla_a as in BP1; a - y where the slope cancels.
    """
    if l < trace.network.L:
        return trace.network.w[l + 1].T @ trace.delta[l + 1]
    return trace.nabla_a if slope_takes_part(trace, l) else trace.delta[l]


def slowest(trace: Trace, most: int = 3) -> tuple[Slow, ...]:
    """The slowest weights of a network run on one example, each with another reason.

    Only what is slow against the largest gradient (see SLOW); none where nothing is.
    Raises ValueError for several examples.
    """
    if trace.x.shape[1] != 1:
        raise ValueError(f"what is slow is told for one example; got {trace.x.shape[1]}")
    limit = SLOW * max(largest(trace).values())
    largest_error = max(np.abs(arriving(trace, l)).max() for l in trace.delta)
    found = [slow for l in trace.delta for slow in _of_layer(trace, l, limit, largest_error)]
    chosen: dict[tuple[str, int, int | None], Slow] = {}
    for slow in sorted(found, key=lambda slow: (abs(slow.gradient), slow.weight)):
        chosen.setdefault(slow.place, slow)
    return tuple(chosen.values())[:most]


def largest(trace: Trace) -> dict[int, float]:
    """The size of the largest gradient of a weight in each layer, from 2 to L."""
    return {l: float(np.abs(trace.nabla_w[l]).max()) for l in sorted(trace.nabla_w)}


def _of_layer(trace: Trace, l: int, limit: float, largest_error: float) -> list[Slow]:
    a, sigma_prime, errors = trace.a[l - 1], trace.sigma_prime[l], arriving(trace, l)
    inputs = strength(a)[:, 0]
    slopes = steepness(trace.network.activation[l], trace.z[l])[:, 0]
    if not slope_takes_part(trace, l):
        slopes = np.ones_like(slopes)
    shares = np.abs(errors[:, 0]) / (largest_error or 1.0)
    found = []
    for j, k in np.argwhere(np.abs(trace.nabla_w[l]) <= limit):
        factors = (
            (inputs[k], "input", a[k, 0]),
            (slopes[j], "slope", sigma_prime[j, 0]),
            (shares[j], _kind_of_error(trace, l, j), errors[j, 0]),
        )
        share, reason, value = min(factors, key=lambda factor: factor[0])
        weight = Quantity("nabla_w", l, int(j) + 1, int(k) + 1)
        found.append(
            Slow(weight, float(trace.nabla_w[l][j, k]), reason, float(value), float(share))
        )
    return found


def _kind_of_error(trace: Trace, l: int, j: int) -> str:
    if l == trace.network.L:
        return "output"
    terms = trace.network.w[l + 1][:, j] * trace.delta[l + 1][:, 0]
    return "cancelled" if abs(terms.sum()) <= CANCELLED * np.abs(terms).sum() > 0 else "error"


def slope_takes_part(trace: Trace, l: int) -> bool:
    """Whether the error of layer l has the factor sigma'; the cross-entropy may cancel it."""
    equation = equation_of(Quantity("delta", l), trace.network)
    return equation is not None and "sigma_prime" in equation.operands
