"""The algorithm with other functions in place of the network's own, neuron by neuron.

The steps stay the same: a function takes the place of sigma on the way forward, and its slope that
of sigma' where an error is made (BP1, BP2).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.algorithm import pick
from backprop.engine.backward import BP2, BP3, BP4
from backprop.engine.costs import COSTS
from backprop.engine.forward import Z
from backprop.engine.network import Layers
from backprop.engine.output_pairs import OutputPair
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace

Of = Callable[[int, Array], Array]
"""A function of the weighted inputs of a layer: by the layer, and z of shape (n_l, m)."""


@np.errstate(all="ignore")
def run_with(trace: Trace, value: Of, slope: Of, pair: OutputPair) -> Trace:
    """The trace again with a^l = value(l, z^l) and the slopes slope(l, z^l); it has no steps.

    ``pair`` has the equations at the outputs. Raises ValueError where the cost cannot take the
    outputs, and where a number is no longer finite.
    """
    network, L = trace.network, trace.network.L
    z, a = _forward(trace.x, network.w, network.b, value)
    cost = _cost(trace, pair, z[L], a[L])
    slopes = {l: slope(l, z[l]) for l in z}
    known = {"a": a[L], "z": z[L], "y": trace.y, "sigma_prime": slopes[L]}
    known["nabla_a"] = pair.gradient.formula(**pick(known, pair.gradient))
    delta = {L: pair.error.formula(**pick(known, pair.error))}
    for l in range(L - 1, 1, -1):
        delta[l] = BP2.formula(network.w[l + 1], delta[l + 1], slopes[l])
    every = [cost, known["nabla_a"], *z.values(), *a.values(), *slopes.values(), *delta.values()]
    if not np.isfinite(np.concatenate(every, axis=None)).all():
        raise ValueError("the numbers must stay finite; they grew beyond 1.8e308 on the way")
    m, reduction = trace.x.shape[1], network.reduction
    return replace(
        trace,
        z=z,
        a=a,
        sigma_prime=slopes,
        nabla_a=known["nabla_a"],
        delta=delta,
        nabla_b={l: BP3.over(m, reduction).formula(delta[l]) for l in trace.nabla_b},
        nabla_w={l: BP4.over(m, reduction).formula(delta[l], a[l - 1]) for l in delta},
        cost=float(cost),
        steps=(),
    )


@np.errstate(all="ignore")
def differences_with(
    trace: Trace, value: Of, pair: OutputPair, layer: int, eps: float
) -> dict[str, Array]:
    """The gradient by the weights "w" and, if there are any, the biases "b" of a layer.

    It is from the cost alone, each moved by eps both ways: (C(w + eps) - C(w - eps)) / 2 eps.
    Shapes as w[layer] and b[layer]. Raises ValueError for another layer, and where the cost cannot
    be taken or is not finite.
    """
    trace.network.check_has(Quantity("w", layer))
    w = {l: array.copy() for l, array in trace.network.w.items()}
    b = {l: array.copy() for l, array in trace.network.b.items()}

    def cost() -> Array:
        z, a = _forward(trace.x, w, b, value)
        return _cost(trace, pair, z[trace.network.L], a[trace.network.L])

    def slopes(array: Array) -> Array:
        found = np.empty_like(array)
        for index in np.ndindex(array.shape):
            here = array[index]
            array[index] = here + eps
            above = cost()
            array[index] = here - eps
            found[index] = (above - cost()) / (2 * eps)
            array[index] = here
        return found

    arrays = {"w": w[layer], "b": b[layer]}
    found = {symbol: slopes(arrays[symbol]) for symbol in trace.network.parameters}
    if not all(np.isfinite(array).all() for array in found.values()):
        raise ValueError("the cost must stay finite; it grew beyond 1.8e308 on the way")
    return found


def _forward(
    x: Array, w: Layers, b: Layers, value: Of
) -> tuple[Mapping[int, Array], Mapping[int, Array]]:
    """z and a by layer: equations 23 and 25 with these functions for sigma."""
    z: dict[int, Array] = {}
    a = {1: x}
    for l in w:
        z[l] = Z.formula(w[l], a[l - 1], b[l])
        a[l] = value(l, z[l])
    return z, a


def _cost(trace: Trace, pair: OutputPair, z: Array, a: Array) -> Array:
    if pair.takes_outputs:
        COSTS[trace.network.cost].check_outputs(a)
    cost = pair.cost.over(trace.x.shape[1], trace.network.reduction)
    return cost.formula(**pick({"z": z, "a": a, "y": trace.y}, cost))
