"""The cost over the plane of two outputs: a contour plot and a surface, as plain JSON.

Where only one output is there, it is a curve. The browser puts the colours of the page in, and
adds rows of the axes' tables where y is moved; the marks on the contour plot are drawn by it, too.
"""

from collections.abc import Sequence
from math import floor
from typing import Any

from backprop.engine import Quantity, Trace
from backprop.figures.json import Json
from backprop.figures.theme import CLEAR
from backprop.ideas.outputs.compute import part_of_cost, term_table
from backprop.ideas.outputs.stage_plane import axes_of, round_step, six_digits

LEVELS = 25
"""The most contours that there are, for any y."""
LABELLED = 4
"""Each contour of so many has its height written on it."""
LIFT = 0.05
"""How far the marks float above the surface, as a share of its height."""
ROOM = 0.05
"""Room around the grid for marks that stand at its edge, as a share of its width."""
MARGIN = {"l": 50, "r": 4, "t": 4, "b": 44, "pad": 0, "autoexpand": False}
_COST = Quantity("C").text
_FLAT: Json = {"showgrid": False, "zeroline": False, "fixedrange": True, "ticks": "outside"}


def landscape(way: Sequence[Trace], outputs: Sequence[int]) -> Json:
    """C over one or two outputs, counted from 1, all others held as they are in the first trace.

    ``way`` are the traces of one example on the way down (see ``compute.way_down``).
    ``rest`` is what the held outputs add to C. Each point of ``way`` has its ``place`` on the axes
    and its ``height`` on the surface; where the way leaves the axes, it ends at their edge.
    """
    trace = way[0]
    axes = axes_of(way, outputs)
    held = [j for j in range(1, len(trace.y) + 1) if j not in outputs]
    rest = part_of_cost(trace, held, trace.y[[j - 1 for j in held]].ravel().tolist())
    top = rest + sum(max(max(row["c"]) for row in one["grid"]) for one in axes)
    return {
        "axes": axes,
        "rest": rest,
        "top": top,
        "way": on_the_axes(way, axes, rest),
    } | (curve(axes[0], rest, top) if len(axes) == 1 else plane(axes, rest, top))


def on_the_axes(way: Sequence[Trace], axes: Sequence[Json], rest: float) -> list[Json]:
    """The points of the way until it leaves the axes: there the last is cut at their edge."""
    L, outputs, ys = way[0].network.L, [a["j"] for a in axes], [a["now"]["y"] for a in axes]
    shown: list[Json] = []
    for one in way:
        place = [one.a[L][j - 1].item() for j in outputs]
        inside = all(a["range"][0] <= p <= a["range"][1] for a, p in zip(axes, place, strict=True))
        if inside:
            height = rest + part_of_cost(one, outputs, ys)
        else:
            place = _cut(shown[-1]["place"], place, axes)
            cost = way[0].network.cost
            height = rest + sum(
                term_table(cost, (p,), (y,)).item() for p, y in zip(place, ys, strict=True)
            )
        shown.append({"place": place, "height": height, "inside": inside})
        if not inside:
            break
    return shown


def _cut(start: Sequence[float], end: Sequence[float], axes: Sequence[Json]) -> list[float]:
    """Where the line from a place on the axes to one beyond them crosses their edge."""
    bounds = [a["range"][p > s] for a, s, p in zip(axes, start, end, strict=True)]
    shares = [
        (b - s) / (p - s) for s, p, b in zip(start, end, bounds, strict=True) if abs(p - s) > 0
    ]
    share = min(shares)
    return [s + share * (p - s) for s, p in zip(start, end, strict=True)]


def plane(axes: Sequence[Json], rest: float, top: float) -> Json:
    """The contour plot and the surface over two axes; the browser adds up their heights."""
    across, up = axes
    highest = rest + sum(max(one["now"]["c"]) for one in axes)
    quiet: Json = {"showscale": False, "hoverinfo": "skip"}
    step = round_step((top - rest) / LEVELS)
    contour = quiet | {
        "type": "contour",
        "zmin": rest,
        "zmax": highest,
        "autocontour": False,
        "contours": _levels(rest, top, step),
        "line": {"width": 1},
    }
    labelled = contour | {
        "contours": _levels(rest, top, LABELLED * step) | {"coloring": "none", "showlabels": True},
    }
    surface = quiet | {"type": "surface", "cmin": rest, "cmax": highest}
    names = {"xaxis": across, "yaxis": up}
    upwards = {"title": {"text": _COST}, "range": [rest, top]}
    return {
        "contour": {
            "data": [contour, labelled],
            "layout": _bare(MARGIN) | {name: _FLAT | _named(one) for name, one in names.items()},
        },
        "surface": {
            "data": [surface],
            "layout": _bare(dict.fromkeys("lrtb", 0))
            | {
                "showlegend": False,
                "scene": {name: _named(one) for name, one in names.items()}
                | {"zaxis": upwards, "aspectmode": "cube"},
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
    height = _FLAT | {"title": {"text": _COST}, "range": [rest, top]}
    layout = _bare(MARGIN) | {"xaxis": _FLAT | _named(one), "yaxis": height}
    return {"curve": {"data": [line], "layout": layout}}


def _levels(rest: float, top: float, step: float) -> Json:
    """Contours at the multiples of the step above ``rest``."""
    return {"start": (floor(rest / step) + 1) * step, "end": top, "size": step}


def _named(one: Json) -> Json:
    low, high = one["range"]
    room = ROOM * (high - low)
    return {"title": {"text": one["name"]}, "range": [low - room, high + room]}


def _bare(margin: dict[str, Any]) -> Json:
    return {"margin": margin, **CLEAR}
