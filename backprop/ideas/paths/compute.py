"""What is summed from one weight to the cost: each path, or all through one neuron together.

Up to MOST paths are walked one by one (equation 53). Beyond, all that pass one neuron are summed
without walking them: what reaches its z from the weight, dz^t_q/dw^l_jk, times what its z does to
the cost, delta^t_q. In each layer these sums add up to dC/dw^l_jk again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum

import numpy as np

from backprop.engine import Operations, Quantity, Trace, operations, path_count, paths
from backprop.engine.activations import Array
from backprop.engine.paths import Neuron

MOST = 512
"""So many paths are walked one by one."""
MOST_OF_IT = 0.9


@dataclass(frozen=True)
class Term:
    """One term of the sum: a path by its neurons, or one neuron with all paths through it.

    ``layer`` is that neuron's, and that of the weight for a path: the terms of one layer add up to
    dC/dw^l_jk. ``total`` is the sum of these up to this one.
    """

    neurons: tuple[Neuron, ...]
    value: float
    layer: int
    total: float = 0.0


@dataclass(frozen=True, eq=False)
class Flow:
    """How much runs where, of all paths from one weight w^l_jk.

    ``edges[t]``, of shape (n_t, n_(t-1)) for t = l+1..L, is the sum of the sizes of the products
    of all paths along each line; ``through[t]``, (n_t,) for t = l..L, the sum of the products
    themselves through each neuron, which is ``reach[t]``, dz^t/dw^l_jk, times delta^t; ``total`` is
    the sum of all their sizes.
    """

    edges: dict[int, Array]
    reach: dict[int, Array]
    through: dict[int, Array]
    total: float


def is_walked(trace: Trace, weight: Quantity) -> bool:
    """Whether its paths are few enough to be walked one by one."""
    return path_count(trace.network.sizes, weight.l) <= MOST


def terms(trace: Trace, weight: Quantity, by_size: bool) -> list[Term]:
    """The terms of the sum over all paths, largest first or in their order, with running totals.

    Raises ValueError as ``paths`` does.
    """
    if is_walked(trace, weight):
        walked = [Term(one.neurons, one.product, weight.l) for one in paths(trace, weight)]
        return _summed(walked, by_size)
    found: list[Term] = []
    for t, sums in flow(trace, weight).through.items():
        if t > weight.l:
            every = enumerate(sums.tolist(), start=1)
            found += _summed([Term(((t, q),), value, t) for q, value in every], by_size)
    return found


def flow(trace: Trace, weight: Quantity) -> Flow:
    """How much of the sum over all paths runs along each line and through each neuron."""
    reach, sizes = _reach(trace, weight, False), _reach(trace, weight, True)
    L, w = trace.network.L, trace.network.w
    slope = {t: np.abs(trace.sigma_prime[t][:, 0]) for t in range(weight.l, L + 1)}
    error = {L: np.abs(trace.delta[L][:, 0])}
    edges: dict[int, Array] = {}
    for t in range(L, weight.l, -1):
        edges[t] = np.outer(error[t], slope[t - 1] * sizes[t - 1]) * np.abs(w[t])
        error[t - 1] = (np.abs(w[t]).T @ error[t]) * slope[t - 1]
    through = {t: one * trace.delta[t][:, 0] for t, one in reach.items()}
    return Flow(edges, reach, through, float(sizes[weight.l] @ error[weight.l]))


def _reach(trace: Trace, weight: Quantity, in_size: bool) -> dict[int, Array]:
    """dz^t/dw^l_jk for t = l..L, (n_t,); ``in_size`` with the size of each factor."""
    plain = np.abs if in_size else np.asarray
    first = np.zeros(trace.network.sizes[weight.l - 1])
    first[(weight.j or 1) - 1] = trace.a[weight.l - 1][(weight.k or 1) - 1, 0]
    found = {weight.l: plain(first)}
    for t in range(weight.l + 1, trace.network.L + 1):
        before = plain(trace.sigma_prime[t - 1][:, 0]) * found[t - 1]
        found[t] = plain(trace.network.w[t]) @ before
    return found


def _summed(every: Sequence[Term], by_size: bool) -> list[Term]:
    """In order, each with the sum up to it: the terms themselves are added up, not rounded sums."""
    if by_size:
        every = sorted(every, key=lambda one: -abs(one.value))
    values = [one.value for one in every]
    return [
        Term(one.neurons, one.value, one.layer, fsum(values[: n + 1]))
        for n, one in enumerate(every)
    ]


def carriers(values: Iterable[float]) -> int:
    """How few of these numbers, the largest first, have MOST_OF_IT of their sizes; 0: all are 0."""
    sizes = sorted(map(abs, values), reverse=True)
    wanted = MOST_OF_IT * fsum(sizes)
    return next((n for n, sum_ in enumerate(accumulate(sizes), 1) if sum_ >= wanted > 0), 0)


def rates(trace: Trace, l: int) -> dict[int, Array]:
    """da^t_q/da^(t-1)_p for t = l+1..L, of shape (n_t, n_(t-1))."""
    return {t: trace.sigma_prime[t] * trace.network.w[t] for t in range(l + 1, trace.network.L + 1)}


@dataclass(frozen=True)
class Count:
    """Of a network: its paths from one weight into layer l, and what its gradients need."""

    sizes: tuple[int, ...]
    paths: int
    needed: Operations


def count(sizes: Sequence[int], l: int = 2) -> Count:
    """The paths from one weight into layer l, counted, and the multiplications of both passes."""
    return Count(tuple(sizes), path_count(sizes, l), operations(sizes))


GROWING = ((3, 4, 2), (3, 4, 3, 2), (8,) * 5, (12,) * 8)
"""Networks of which each has more paths than the one before."""
