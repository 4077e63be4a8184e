"""The graph of a function of one number, and how it takes each entry of a vector to another.

Written as plain JSON, like the heatmaps. ``meta`` names the quantity whose colour a line has.
"""

from typing import Any

import numpy as np

from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.theme import CLEAR
from backprop.ideas.elementwise.compute import Elementwise
from backprop.ideas.elementwise.words import ENTRY, RESULT_ENTRY

SAMPLES = 200
_ROOMY = 1e307  # far enough below the largest number for sums
_AXIS: Json = {"fixedrange": True, "zeroline": True, "exponentformat": "e", "nticks": 7}


def graph_json(f: Elementwise, v: Array, result: Array) -> Json:
    """The curve of f around the entries of v, and for each of them a way up to it and across.

    ``v`` and ``result`` = f(v) have the shape (n,).
    """
    (low, high), (bottom, top) = _around(v), _around(result)
    x = np.unique(np.concatenate([np.linspace(low, high, SAMPLES), v, [0.0]]))
    with np.errstate(over="ignore"):
        y = f.formula(x)
    x, y = x[np.isfinite(y)], y[np.isfinite(y)]
    ways_x = [place for one in v.tolist() for place in (one, one, low, None)]
    ways_y = [place for one in result.tolist() for place in (bottom, one, one, None)]
    return {
        "data": [
            _line(x.tolist(), y.tolist(), "ink", width=2.5),
            _line(ways_x, ways_y, "z", width=1.2, dash="dot"),
            {"type": "scatter", "mode": "markers", "meta": "a", "hoverinfo": "skip"}
            | {"x": v.tolist(), "y": result.tolist(), "marker": {"size": 10}},
        ],
        "layout": {
            "xaxis": _AXIS | {"range": [low, high], "title": {"text": ENTRY}},
            "yaxis": _AXIS | {"range": [bottom, top], "title": {"text": RESULT_ENTRY}},
            "margin": {"l": 62, "r": 10, "t": 8, "b": 42},
            "showlegend": False,
            **CLEAR,
        },
    }


def _line(x: list[Any], y: list[Any], meta: str, **look: Any) -> Json:
    return {"type": "scatter", "mode": "lines", "meta": meta, "hoverinfo": "skip"} | {
        "x": x,
        "y": y,
        "line": look | {"simplify": False},
    }


def _around(values: Array) -> tuple[float, float]:
    """A range with all values and 0 in it, and a tenth more on both sides where there is room."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    more = 0.1 * (high - low) if high - low < _ROOMY else 0.0
    more = more or float(high == low)
    return low - more, high + more
