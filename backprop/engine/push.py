"""A number added to one weighted input: the same network run again with another bias.

Adding dz to z^l_j is adding it to the bias b^l_j.
"""

import numpy as np
import numpy.typing as npt

from backprop.engine.algorithm import run
from backprop.engine.trace import Trace


def with_dz(trace: Trace, l: int, j: int, dz: float) -> Trace:
    """The example run again with dz added to z^l_j, by adding it to the bias b^l_j.

    Raises ValueError where the cost cannot be taken.
    """
    network = trace.network
    push = np.zeros_like(network.b[l])
    push[j - 1] = dz
    b = {**network.b, l: network.b[l] + push}
    return run(network.with_parameters(b=b), trace.x, trace.y)


def pushes(
    trace: Trace, l: int, j: int, steps: npt.ArrayLike
) -> tuple[tuple[Trace | None, ...], str]:
    """The trace for each dz, and None from the first on at which the cost cannot be taken.

    ``steps`` grow, with a 0 among them; beside the traces, why they end early, or "".
    """
    numbers = np.asarray(steps, dtype=np.float64).tolist()
    zero = numbers.index(0)
    left, cut_left = _away(trace, l, j, numbers[:zero][::-1])
    right, cut_right = _away(trace, l, j, numbers[zero + 1 :])
    return (*left[::-1], trace, *right), cut_left or cut_right


def _away(trace: Trace, l: int, j: int, steps: list[float]) -> tuple[list[Trace | None], str]:
    """The same for steps away from 0."""
    found: list[Trace | None] = []
    for dz in steps:
        try:
            found.append(with_dz(trace, l, j, dz))
        except ValueError as error:
            return found + [None] * (len(steps) - len(found)), str(error)
    return found, ""
