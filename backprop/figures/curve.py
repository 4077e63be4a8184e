"""A chart of lines over one variable, on which points move: written as plain JSON for the browser.

Each line names the symbol of the Quantity whose colour it has; the browser puts it in, as it knows
the theme of the page. The points are sent one by one for each position of a slider.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.theme import CLEAR

MARGIN = {"l": 52, "r": 12, "t": 8, "b": 40, "pad": 0, "autoexpand": False}
_ROOM = 0.08
"""Empty room above and below the lines, as a share of how far they reach."""
_FLAT = 1e-9
"""Heights that differ by less than this share of them are drawn as one: the rest is rounding."""


@dataclass(frozen=True, eq=False)
class Line:
    """One line: its name, the symbol whose colour it has, and its height at each x.

    A height that is NaN is a gap in the line.
    """

    name: str
    like: str
    y: Array
    dash: str = "solid"


def curve_json(
    x: Array,
    lines: Sequence[Line],
    *,
    names: tuple[str, str],
    height: tuple[float, float],
    shaded: tuple[float, float] | None = None,
) -> Json:
    """The chart as a Plotly figure's JSON.

    x has the shape (n,), as the y of each line. ``names`` are those of the two axes, ``height`` is
    the range of the upright one, and the part of x in ``shaded`` has another ground.
    """
    axis = {"fixedrange": True, "zeroline": False, "nticks": 7, "exponentformat": "e"}
    layout: Json = {
        "xaxis": axis | {"title": {"text": names[0]}, "range": [float(x[0]), float(x[-1])]},
        "yaxis": axis | {"title": {"text": names[1]}, "range": list(height), "nticks": 5},
        "margin": MARGIN,
        "shapes": [_ground(*shaded)] if shaded else [],
        "showlegend": False,
        "hovermode": False,
        **CLEAR,
    }
    return {"data": [_line(x, line) for line in lines], "layout": layout}


def points(x: Array, lines: Sequence[Line]) -> list[Json]:
    """The points that move: at each position x the height of each line; None in a gap."""
    return [{"like": line.like, "x": x.tolist(), "y": _numbers(line.y)} for line in lines]


def height_of(main: Array, other: Array) -> tuple[float, float]:
    """The range in which ``main`` is seen whole, and of ``other`` what is not too far from it.

    The other line may add at most as much below and above as the main one reaches.
    """
    low, high = float(np.nanmin(main)), float(np.nanmax(main))
    size = abs(high) or 1.0
    reach = size if _is_flat(low, high) else high - low
    low = min(low, max(low - reach, float(np.nanmin(other))))
    high = max(high, min(high + reach, float(np.nanmax(other))))
    if _is_flat(low, high):
        low, high = low - size, high + size
    room = _ROOM * (high - low)
    return low - room, high + room


def _is_flat(low: float, high: float) -> bool:
    return high - low <= _FLAT * max(abs(low), abs(high))


def _line(x: Array, line: Line) -> Json:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": line.name,
        "x": x.tolist(),
        "y": _numbers(line.y),
        "line": {"width": 2.5, "dash": line.dash, "simplify": False},
        "meta": line.like,
        "hoverinfo": "skip",
        "connectgaps": False,
    }


def _numbers(values: Array) -> list[float | None]:
    return [None if np.isnan(value) else value for value in values.tolist()]


def _ground(low: float, high: float) -> Json:
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": low,
        "x1": high,
        "y0": 0,
        "y1": 1,
        "line": {"width": 0},
        "layer": "below",
        "name": "shaded",
    }
