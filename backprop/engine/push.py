"""A number added to one weighted input or to one weight: the same example run again.

Adding dz to z^l_j is adding it to the bias b^l_j.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from backprop.engine.algorithm import run
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import finite, whole


def with_dz(trace: Trace, l: int, j: int, dz: float) -> Trace:
    """The example run again with dz added to z^l_j, by adding it to the bias b^l_j.

    Raises ValueError for a neuron or a dz that is none, and where the cost cannot be taken.
    """
    network = trace.network
    network.check_has(Quantity("z", l, whole(j, "j", 1)))
    push = np.zeros_like(network.b[l])
    push[j - 1] = finite(dz, "dz")
    b = {**network.b, l: network.b[l] + push}
    return run(network.with_parameters(b=b), trace.x, trace.y)


def with_biases(trace: Trace) -> Trace:
    """The example run again in a network that has biases: those that are not there are 0."""
    network = trace.network
    if network.has_biases:
        return trace
    return run(network.with_parameters(b=network.b), trace.x, trace.y)


def with_dw(trace: Trace, weight: Quantity, dw: float) -> Trace:
    """The example run again with dw added to the weight w^l_jk.

    Raises ValueError for what is no weight or no dw, and where the cost cannot be taken.
    """
    network = trace.network
    network.check_has(weight)
    if weight.symbol != "w" or len(weight.index) != 2:
        raise ValueError(f"dw is added to one weight w^l_jk; got {weight.text}")
    l, w = weight.l, network.w[weight.l].copy()
    w[weight.index] += finite(dw, "dw")
    return run(network.with_parameters(w={**network.w, l: w}), trace.x, trace.y)


def pushes(
    trace: Trace, l: int, j: int, steps: npt.ArrayLike
) -> tuple[tuple[Trace | None, ...], str]:
    """The trace for each dz, and None from the first on at which the cost cannot be taken.

    ``steps`` grow, with a 0 among them; beside the traces, why they end early, or "".
    """
    return along(lambda dz: with_dz(trace, l, j, dz), trace, steps)


def along(
    changed: Callable[[float], Trace], trace: Trace, steps: npt.ArrayLike
) -> tuple[tuple[Trace | None, ...], str]:
    """The trace that ``changed`` gives for each step, as ``pushes`` has it; for 0, ``trace``."""
    numbers = np.asarray(steps, dtype=np.float64).tolist()
    zero = numbers.index(0)
    left, cut_left = _away(changed, numbers[:zero][::-1])
    right, cut_right = _away(changed, numbers[zero + 1 :])
    return (*left[::-1], trace, *right), cut_left or cut_right


def _away(changed: Callable[[float], Trace], steps: list[float]) -> tuple[list[Trace | None], str]:
    """The same for steps away from 0."""
    found: list[Trace | None] = []
    for step in steps:
        try:
            found.append(changed(step))
        except ValueError as error:
            return found + [None] * (len(steps) - len(found)), str(error)
    return found, ""
