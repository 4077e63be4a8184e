"""The cost as a landscape over the outputs (equation 27), and the way that descent takes on it.

The chapter's second assumption: C is a function of the outputs a^L alone, and y is its parameter.
Every cost is a sum over the outputs, C = sum_j c(a_j, y_j), so that a table of c holds the
landscape for every y.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.algorithm import descend, pick, run
from backprop.engine.costs import COSTS
from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import whole


@lru_cache(maxsize=64)
def term_table(cost: str, a: tuple[float, ...], y: tuple[float, ...]) -> Array:
    """c(a, y), what one output adds to C: a row for each y, a column for each a; read-only."""
    value = COSTS[cost].value
    table = np.array([[value(np.array([[u]]), np.array([[v]])) for u in a] for v in y])
    table.flags.writeable = False
    return table


def part_of_cost(trace: Trace, outputs: Sequence[int], y: Sequence[float]) -> float:
    """What these outputs, counted from 1, would add to C if these were their desired y.

    It takes the outputs of the trace's one example; over all outputs with their own y it is C.
    Raises ValueError for what is no output.
    """
    L = trace.network.L
    for j in outputs:
        trace.network.check_has(Quantity("a", L, whole(j, "j", 1)))
    rows = [j - 1 for j in outputs]
    cost = pair_of(trace.network).cost
    operands = {"a": trace.a[L][rows], "z": trace.z[L][rows], "y": np.array(y).reshape(-1, 1)}
    return float(cost.formula(**pick(operands, cost)))


def way_down(
    trace: Trace, eta: float, steps: int, over: tuple[Array, Array] | None = None
) -> list[Trace]:
    """The trace and those after each of so many steps of gradient descent, each a true update.

    They go ``over`` these x and y, an example in a column, or else over that of the trace. It ends
    early where a step leads to a network that cannot be run.
    """
    way = [trace]
    for _ in range(steps):
        here = way[-1]
        try:
            down = run(here.network, *over) if over else here
            there = descend(here.network, down, eta)
            way.append(run(there, trace.x, trace.y))
        except ValueError:
            break
    return way
