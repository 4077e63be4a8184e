"""A chart of lines over one variable, on which points move: written as plain JSON for the browser.

Each line names the symbol of the Quantity whose colour it has; the browser puts it in, as it knows
the theme of the page. The points are sent one by one for each position of a slider.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.quantity import raised
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
    x: Array | None = None
    """Where it has another x than the other lines."""
    sign: str = ""
    """A sign at each x, by Plotly's names: "circle", "circle-open"; "" where there is none."""
    reach: tuple[Array, Array] | None = None
    """From where to where a bar goes through each sign, as a measure of noise."""


@dataclass(frozen=True)
class Remark:
    """A few words at a place of the chart, to the "left" or "right" of it, or with an arrow."""

    text: str
    x: float
    y: float
    side: str = "arrow"


def curve_json(
    x: Array,
    lines: Sequence[Line],
    *,
    names: tuple[str, str],
    height: tuple[float, float],
    shaded: tuple[float, float] | None = None,
    powers: bool = False,
    remarks: Sequence[Remark] = (),
) -> Json:
    """The chart as a Plotly figure's JSON.

    x has the shape (n,), as the y of each line. ``names`` are those of the two axes, ``height`` is
    the range of the upright one, and the part of x in ``shaded`` has another ground. With
    ``powers`` all numbers are logarithms, and the axes show the powers of ten.
    """
    axis = {"fixedrange": True, "zeroline": False, "nticks": 7, "exponentformat": "e"}
    across, up = (float(x[0]), float(x[-1])), (float(height[0]), float(height[1]))
    layout: Json = {
        "xaxis": axis | {"title": {"text": names[0]}, "range": list(across)},
        "yaxis": axis | {"title": {"text": names[1]}, "range": list(up), "nticks": 5},
        "margin": MARGIN,
        "shapes": [_ground(*shaded)] if shaded else [],
        "annotations": [_remark(one) for one in remarks],
        "showlegend": False,
        "hovermode": False,
        **CLEAR,
    }
    if powers:
        layout["xaxis"] |= power_ticks(*across, most=8)
        layout["yaxis"] |= power_ticks(*up, most=6)
    return {"data": [_line(x, line) for line in lines], "layout": layout}


def power_ticks(low: float, high: float, most: int) -> Json:
    """At most so many powers of ten between two logarithms, evenly apart, as an axis shows them."""
    every = range(math.ceil(low), math.floor(high) + 1)
    apart = max(1, math.ceil(len(every) / most))
    shown = [n for n in every if n % apart == 0]
    return {"tickvals": shown, "ticktext": [power_of_ten(n) for n in shown]}


def power_of_ten(n: int) -> str:
    """10⁻⁵, and 1 and 10 as they are."""
    return {0: "1", 1: "10"}.get(n) or f"10{'⁻' if n < 0 else ''}{raised(abs(n))}"


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
    marked: Json = {"marker": {"symbol": line.sign, "size": 8}} if line.sign else {}
    if line.reach:
        below, above = line.y - line.reach[0], line.reach[1] - line.y
        ends = {"array": above.tolist(), "arrayminus": below.tolist(), "symmetric": False}
        marked |= {"error_y": {"type": "data", "thickness": 1.5, "width": 4} | ends}
    return {
        "type": "scatter",
        "mode": "lines+markers" if line.sign else "lines",
        "name": line.name,
        "x": (x if line.x is None else line.x).tolist(),
        "y": _numbers(line.y),
        "line": {"width": 2.5, "dash": line.dash, "simplify": False},
        "meta": line.like,
        "hoverinfo": "skip",
        "connectgaps": False,
    } | marked


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


def _remark(one: Remark) -> Json:
    place = {"x": one.x, "y": one.y, "text": one.text}
    if one.side == "arrow":
        return place | {"showarrow": True, "ax": 0, "ay": 22, "arrowhead": 2, "arrowwidth": 1.5}
    toward = 1 if one.side == "right" else -1
    anchor = "left" if one.side == "right" else "right"
    return place | {"showarrow": False, "xanchor": anchor, "xshift": 10 * toward, "yshift": 11}
