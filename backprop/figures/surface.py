"""The cost over the plane of two outputs: a contour plot and a surface, as plain JSON.

Where only one output is there, it is a curve. The browser puts the colours of the page in, and
adds rows of the axes' tables where y is moved; the marks on the contour plot are drawn by it, too.
"""

from collections.abc import Sequence
from typing import Any

from backprop.engine import Trace
from backprop.engine.landscape import part_of_cost
from backprop.figures.plane import Json, axis, six_digits
from backprop.figures.theme import SCALES
from backprop.writing import short

LEVELS = 25
DEEPEST = 0.6
"""The share of the height at which the scale ends, so that what is low can be told apart."""
LIFT = 0.05
"""How far the marks float above the surface, as a share of its height."""
ROOM = 0.05
"""Room around the grid for marks that stand at its edge, as a share of its width."""
MARGIN = {"l": 50, "r": 4, "t": 4, "b": 44, "pad": 0, "autoexpand": False}
_FLAT: Json = {"showgrid": False, "zeroline": False, "fixedrange": True, "ticks": "outside"}


def landscape(way: Sequence[Trace], outputs: Sequence[int]) -> Json:
    """C over one or two outputs, counted from 1, all others held as they are in the first trace.

    ``way`` are the traces of one example on the way down (see ``engine.landscape.way_down``).
    ``rest`` is what the held outputs add to C; each point of ``way`` has its ``place`` on the axes,
    its ``height`` on the surface and its true cost as ``short`` writes it.
    """
    trace, L = way[0], way[0].network.L
    axes = [axis(trace, j, [one.a[L][j - 1].item() for one in way]) for j in outputs]
    held = [j for j in range(1, len(trace.y) + 1) if j not in outputs]
    rest = part_of_cost(trace, held, trace.y[[j - 1 for j in held]].ravel().tolist())
    y = [one["now"]["y"] for one in axes]
    top = rest + sum(max(max(row["c"]) for row in one["grid"]) for one in axes)
    return {
        "axes": axes,
        "rest": rest,
        "top": top,
        "way": [
            {
                "place": [one.a[L][j - 1].item() for j in outputs],
                "height": rest + part_of_cost(one, outputs, y),
                "inside": all(_holds(a, one.a[L][a["j"] - 1].item()) for a in axes),
                "cost": short(one.cost),
            }
            for one in way
        ],
    } | (curve(axes[0], rest, top) if len(axes) == 1 else plane(axes, rest, top))


def plane(axes: Sequence[Json], rest: float, top: float) -> Json:
    """The contour plot and the surface over two axes, for the present y."""
    across, up = axes
    heights: Json = {
        "x": across["places"],
        "y": up["places"],
        "z": [six_digits([rest + v + u for u in across["now"]["c"]]) for v in up["now"]["c"]],
        "colorscale": [list(stop) for stop in SCALES["light"]["cost"]],
        "showscale": False,
        "hoverinfo": "skip",
    }
    step = (top - rest) / LEVELS
    deepest = rest + DEEPEST * (top - rest)
    contour = heights | {
        "type": "contour",
        "zmin": rest,
        "zmax": deepest,
        "autocontour": False,
        "contours": {"start": rest + step / 2, "end": top, "size": step},
        "line": {"width": 1},
    }
    surface = heights | {"type": "surface", "cmin": rest, "cmax": deepest}
    names = {"xaxis": across, "yaxis": up}
    floor = {"title": {"text": "C"}, "range": [rest, top]}
    return {
        "contour": {
            "data": [contour],
            "layout": _bare(MARGIN) | {name: _FLAT | _named(one) for name, one in names.items()},
        },
        "surface": {
            "data": [surface],
            "layout": _bare(dict.fromkeys("lrtb", 0))
            | {
                "showlegend": False,
                "scene": {name: _named(one) for name, one in names.items()}
                | {"zaxis": floor, "aspectmode": "cube"},
            },
            "lift": LIFT * (top - rest),
        },
    }


def curve(one: Json, rest: float, top: float) -> Json:
    """C along the only output, for the present y."""
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": one["places"],
        "y": six_digits([rest + u for u in one["now"]["c"]]),
        "hoverinfo": "skip",
    }
    height = _FLAT | {"title": {"text": "C"}, "range": [rest, top]}
    layout = _bare(MARGIN) | {"xaxis": _FLAT | _named(one), "yaxis": height}
    return {"curve": {"data": [line], "layout": layout}}


def _holds(one: Json, value: float) -> bool:
    low, high = one["range"]
    return bool(low <= value <= high)


def _named(one: Json) -> Json:
    low, high = one["range"]
    room = ROOM * (high - low)
    return {"title": {"text": one["name"]}, "range": [low - room, high + room]}


def _bare(margin: dict[str, Any]) -> Json:
    return {
        "margin": margin,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    }
