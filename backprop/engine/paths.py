"""The paths by which one weight reaches the cost, each with its rates: equations 51 to 53.

A change of w^l_jk moves a^l_j, that moves neurons of the layer after, and so on to an output and
the cost. A path is one choice of a neuron in each layer on the way. Its rates are multiplied, and
the paths are added up: the sum is dC/dw^l_jk, which BP4 has without walking a single one of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import check_kind, layer_sizes

Neuron = tuple[int, int]
"""The layer l and the place j, both counted from 1."""


@dataclass(frozen=True)
class Path:
    """One way from a weight or a bias to the cost.

    ``neurons`` are (l, j), ..., (L, m). ``rates`` are one more: da^l_j/dw^l_jk, then da/da along
    each edge, at last dC/da^L_m. ``product`` is what they come to, all multiplied.
    """

    neurons: tuple[Neuron, ...]
    rates: tuple[float, ...]
    product: float


def paths(trace: Trace, quantity: Quantity) -> Iterator[Path]:
    """Every path from the weight w^l_jk, or the bias b^l_j, to the cost, m running fastest.

    Their products sum to dC/dw^l_jk (equation 53). Where an output saturates, dC/da^L_m may be
    beyond all bounds as sigma'(z^L_m) goes to 0, and the rates by themselves no longer multiply to
    anything: the product takes delta^L_m (BP1) for the two together. Raises ValueError for what is
    no single weight or bias of this network, and for a trace of several examples.
    """
    check_leads_to_cost(trace, quantity)
    return _walked(trace, quantity)


def path_count(sizes: Sequence[int], l: int) -> int:
    """How many paths lead from one weight into layer l to the cost: n_(l+1) ... n_L, exactly.

    ``sizes`` are the neurons in each layer, the input layer first. Raises ValueError for a layer
    that has no weights.
    """
    sizes = layer_sizes(sizes)
    Quantity("w", l).check_is_in(sizes)
    return prod(sizes[l:])


def check_leads_to_cost(trace: Trace, quantity: Quantity) -> None:
    """Raise ValueError unless this is one weight or bias of the network, and one example is run."""
    check_kind("trace", trace, Trace)
    trace.network.check_has(quantity)
    indices = {"w": (quantity.j, quantity.k), "b": (quantity.j,)}.get(quantity.symbol, (None,))
    if None in indices:
        raise ValueError(f"paths start at one weight w^l_jk or one bias b^l_j; got {quantity.text}")
    trace.check_is_of_one("paths")


def first_rate(trace: Trace, quantity: Quantity) -> float:
    """dz^l_j/dw^l_jk, which is a^(l-1)_k; for a bias it is 1."""
    if quantity.k is None:
        return 1.0
    return float(trace.a[quantity.l - 1][quantity.k - 1, 0])


def _walked(trace: Trace, quantity: Quantity) -> Iterator[Path]:
    l, L, w = quantity.l, trace.network.L, trace.network.w
    slope = {t: trace.sigma_prime[t][:, 0].tolist() for t in range(l, L + 1)}
    start, error = first_rate(trace, quantity), trace.delta[L][:, 0].tolist()
    after = (range(1, n + 1) for n in trace.network.sizes[l:])
    for rest in product([quantity.j or 1], *after):
        neurons = tuple(enumerate(rest, start=l))
        rates, total = [float(trace.nabla_a[rest[-1] - 1, 0])], error[rest[-1] - 1]
        for (t, j), (u, q) in zip(neurons[-2::-1], neurons[:0:-1], strict=True):
            weight = float(w[u][q - 1, j - 1])
            rates.append(weight * slope[u][q - 1])
            total = total * weight * slope[t][j - 1]
        rates.append(start * slope[l][rest[0] - 1])
        yield Path(neurons, tuple(rates[::-1]), total * start)
