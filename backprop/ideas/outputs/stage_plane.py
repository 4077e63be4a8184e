"""The plane of the outputs: how far an axis reaches, and what one output adds to C along it.

C = sum_j c(a_j, y_j): with c in a table over a and over y, the browser shows the cost for any y on
the grid by adding two of its rows. The grid's points are round numbers, as y is moved along them.
"""

import math
from collections.abc import Sequence
from itertools import product

import numpy as np

from backprop.engine import ACTIVATIONS, COSTS, Quantity, Trace
from backprop.figures.json import Json
from backprop.ideas.outputs.compute import part_of_cost, term_table

INTERVALS = 40
EDGE = 0.01
"""How far the grid keeps from the ends of what a cost can take, where it may be infinite."""
FAR = 3
"""How many times as far as from a to y the way down may lead off and still be on the axis."""
ALIKE = 8
"""How many times as long as the shorter axis the longer may be, for the two to have equal units."""


def axes_of(way: Sequence[Trace], outputs: Sequence[int]) -> list[Json]:
    """The axes of these outputs, counted from 1, of the first trace of the way down.

    Their units are equal where their lengths are alike, so that the contours of a quadratic cost
    are circles.
    """
    trace, L = way[0], way[0].network.L
    bounds = COSTS[trace.network.cost].range or ACTIVATIONS[trace.network.activation[L]].bounds
    grids = []
    for j in outputs:
        a, *after = (one.a[L][j - 1].item() for one in way)
        grids.append(grid(*reach(a, trace.y[j - 1].item(), after, bounds or around(a))))
    lengths = [points[-1] - points[0] for points in grids]
    if max(lengths) <= ALIKE * min(lengths):
        grids = [widened(points, max(lengths) / INTERVALS) for points in grids]
    return [axis(trace, j, points) for j, points in zip(outputs, grids, strict=True)]


def axis(trace: Trace, j: int, points: tuple[float, ...]) -> Json:
    """The axis of output j of one example: its grid, and c at its points and at a^L_j.

    ``c`` has a row for each y of the grid; ``at`` is c(a^L_j, y) and ``least`` is c(y, y) for
    each; ``now`` is the same for the present y.
    """
    network, L = trace.network, trace.network.L
    a, y = trace.a[L][j - 1].item(), trace.y[j - 1].item()
    places = points
    if ends := COSTS[network.cost].range:
        places = tuple(min(max(p, ends[0] + EDGE), ends[1] - EDGE) for p in points)

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


def around(a: float) -> tuple[float, float]:
    """What an axis shows of an output without bounds wherever y is: 0, 1 and a, with some room.

    So the axis stays as it is while y is moved there.
    """
    low, high = min(0.0, a), max(1.0, a)
    pad = 0.15 * (high - low)
    return low - pad, high + pad


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


def widened(points: tuple[float, ...], step: float) -> tuple[float, ...]:
    """As many points with this step, which is at least theirs: about the same middle."""
    if step <= (points[1] - points[0]) * (1 + 1e-9):
        return points
    first = round((points[0] + points[-1]) / 2 / step) - INTERVALS // 2
    return tuple(float(f"{step * (first + i):.12g}") for i in range(INTERVALS + 1))


def round_step(least: float) -> float:
    """The least of 1, 2, 2.5 and 5 times a power of ten that is not below ``least``."""
    power = math.floor(math.log10(least))
    steps = (digit * 10.0**exponent for exponent in (power, power + 1) for digit in (1, 2, 2.5, 5))
    return next(step for step in steps if step >= least * (1 - 1e-9))


def six_digits(values: Sequence[float]) -> list[float]:
    """The values as short as a picture needs them."""
    return [float(f"{value:.6g}") for value in values]
