"""The plane of the outputs: how far an axis reaches, and what one output adds to C along it.

C = sum_j c(a_j, y_j): with c in a table over a and over y, the browser shows the cost for any y on
the grid by adding two of its rows. The grid's points are round numbers, as y is moved along them.
"""

import math
from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np

from backprop.engine import COSTS, Quantity, Trace
from backprop.engine.landscape import part_of_cost, term_table

Json = dict[str, Any]

INTERVALS = 40
NATURAL = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}
"""Where the outputs of an activation lie, for those that keep within bounds."""
EDGE = 0.01
"""How far the grid of the cross-entropy keeps from 0 and 1, where it may be infinite."""
FAR = 3
"""How many times as far as from a to y the way down may lead off and still be on the axis."""


def axis(trace: Trace, j: int, way: Sequence[float]) -> Json:
    """The axis of output j of one example: its grid, and c at its points and at a^L_j.

    ``way`` are the values of a^L_j on the way down. ``c`` has a row for each y of the grid;
    ``at`` is c(a^L_j, y) and ``least`` is c(y, y) for each; ``now`` is the same for the present y.
    """
    network, L = trace.network, trace.network.L
    a, y = trace.a[L][j - 1].item(), trace.y[j - 1].item()
    unit = network.cost == "cross-entropy"
    natural = (0.0, 1.0) if unit else NATURAL.get(network.activation[L])
    points = grid(*reach(a, y, way, natural))
    places = tuple(min(max(p, EDGE), 1 - EDGE) for p in points) if unit else points

    def along(ys: tuple[float, ...]) -> list[Json]:
        table = term_table(network.cost, places, ys)
        return [
            {
                "y": one,
                "c": six_digits(row),
                "at": part_of_cost(trace, [j], [one]),
                "least": float(COSTS[network.cost].value(np.array([[one]]), np.array([[one]]))),
            }
            for one, row in zip(ys, table.tolist(), strict=True)
        ]

    return {
        "j": j,
        "letter": Quantity("a", L).text,
        "name": Quantity("a", L, j).text,
        "y_name": Quantity("y", L, j).text,
        "range": [points[0], points[-1]],
        "places": list(places),
        "value": a,
        "grid": along(points),
        "now": along((y,))[0],
    }


def reach(
    a: float, y: float, way: Sequence[float], natural: tuple[float, float] | None
) -> tuple[float, float]:
    """How far the axis must reach to show a, y, the way down where it stays near, and all that
    an output can be where that has bounds.
    """
    low, high = min(a, y), max(a, y)
    room = FAR * max(high - low, 0.1 * max(1.0, abs(a)))
    near = [p for p in way if low - room <= p <= high + room]
    low, high = min([low, *near]), max([high, *near])
    if natural and natural[0] <= low and high <= natural[1]:
        return natural
    pad = max(0.15 * (high - low), 0.1 * max(1.0, abs(a)))
    low, high = low - pad, high + pad
    return (min(low, natural[0]), max(high, natural[1])) if natural else (low, high)


def grid(low: float, high: float) -> tuple[float, ...]:
    """INTERVALS + 1 round numbers from ``low`` or a little below to ``high`` or a little above."""
    least = (high - low) / INTERVALS
    power = math.floor(math.log10(least))
    for exponent, digit in product((power, power + 1, power + 2), (1, 2, 2.5, 5)):
        step = digit * 10.0**exponent
        first = math.floor(low / step + 1e-9)
        if step * (first + INTERVALS) >= high - 1e-9 * step:
            break
    return tuple(float(f"{step * (first + i):.12g}") for i in range(INTERVALS + 1))


def six_digits(values: Sequence[float]) -> list[float]:
    """The values as short as a picture needs them."""
    return [float(f"{value:.6g}") for value in values]
