"""The table of examples with their outputs and costs: what the stage shows of it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from backprop.engine import Quantity
from backprop.engine.examples import Examples
from backprop.figures.limits import largest, scale_for
from backprop.ideas.mean.words import COST_OF_ONE, examples_texts, input_name


def examples_part(
    rows: Sequence[tuple[float, ...]], present: int | None, found: Examples
) -> dict[str, Any]:
    """The part of the stage with a row for each example: x, y, a^L and C_x.

    A row is x and then y; ``present`` is the one that the lesson is at, from 0.
    """
    network = next(iter(found.traces.values())).network
    n_x, n_y, L = network.sizes[0], network.sizes[-1], network.L
    traces = found.traces
    costs = {number: [trace.cost] for number, trace in traces.items()}
    columns: dict[str, dict[int, Any]] = {
        "x": {i: row[:n_x] for i, row in enumerate(rows, start=1)},
        "y": {i: row[n_x:] for i, row in enumerate(rows, start=1)},
        "a": {i: trace.a[L].ravel().tolist() for i, trace in traces.items()},
        "C": costs,
    }
    names = {
        "x": [input_name(k) for k in range(1, n_x + 1)],
        "y": [Quantity("y", L, j).text for j in range(1, n_y + 1)],
        "a": [Quantity("a", L, j).text for j in range(1, n_y + 1)],
        "C": [COST_OF_ONE],
    }
    return {
        "module": "ideas/mean/examples.js",
        "groups": [
            {"symbol": symbol, "names": names[symbol]} | _scale(columns, symbol)
            for symbol in columns
        ],
        "rows": [
            {
                "values": {s: list(column[i]) for s, column in columns.items() if i in column},
                "refused": found.refused.get(i, ""),
            }
            for i in range(1, len(rows) + 1)
        ],
        "present": present,
        "mean": float(np.sum(list(costs.values()))) / network.divisor(len(costs)),
        "texts": examples_texts(network),
    }


def _scale(columns: dict[str, dict[int, Any]], symbol: str) -> dict[str, Any]:
    """The scale of a group of columns, and its limit: y and a, which are compared, share theirs."""
    alike = ("y", "a") if symbol in ("y", "a") else (symbol,)
    numbers = np.array([v for one in alike for row in columns[one].values() for v in row])
    scale = "cost" if symbol == "C" else scale_for(numbers)
    return {"scale": scale, "limit": largest(numbers)}
