"""The table of examples with their outputs and costs: what the stage shows of it."""

from typing import Any

import numpy as np

from backprop.engine import Quantity
from backprop.engine.examples import Examples
from backprop.lesson import Lesson, row_of

MOST_COLUMNS = 16
"""With more than so many columns, the inputs are not in the table."""


def examples_part(lesson: Lesson, found: Examples) -> dict[str, Any]:
    """The part of the stage with a row for each example: x where it fits, y, a^L and C_x."""
    n_x, n_y, L = len(lesson.x), len(lesson.y), len(lesson.sizes)
    traces = found.traces
    costs = {number: [trace.cost] for number, trace in traces.items()}
    columns = {
        "y": {i: row[n_x:] for i, row in enumerate(lesson.data, start=1)},
        "a": {i: trace.a[L].ravel().tolist() for i, trace in traces.items()},
        "C": costs,
    }
    names = {
        "y": [Quantity("y", L, j).text for j in range(1, n_y + 1)],
        "a": [Quantity("a", L, j).text for j in range(1, n_y + 1)],
        "C": ["Cₓ"],
    }
    if n_x + 2 * n_y + 1 <= MOST_COLUMNS:
        columns = {"x": {i: row[:n_x] for i, row in enumerate(lesson.data, start=1)}} | columns
        names = {"x": [f"x{chr(0x2080 + k)}" for k in range(1, n_x + 1)]} | names
    rows = range(1, len(lesson.data) + 1)
    return {
        "kind": "examples",
        "groups": [
            {"symbol": symbol, "names": names[symbol]} | _scale(symbol, list(column.values()))
            for symbol, column in columns.items()
        ],
        "rows": [
            {
                "values": {s: list(column[i]) for s, column in columns.items() if i in column},
                "refused": found.refused.get(i, ""),
            }
            for i in rows
        ],
        "present": row_of(lesson),
        "mean": float(np.mean(list(costs.values()))),
    }


def _scale(symbol: str, values: list[Any]) -> dict[str, Any]:
    """The scale of a group of columns, and its limit."""
    numbers = np.array([number for row in values for number in row])
    scale = "cost" if symbol == "C" else "unit" if (numbers >= 0).all() else "signed"
    return {"scale": scale, "limit": float(np.abs(numbers).max(initial=0.0)) or 1.0}
