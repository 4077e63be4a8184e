"""The network as a diagram: neurons in columns, weights as lines between them.

All places are in pixels, from the upper left corner.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, copysign, hypot, nan
from typing import TYPE_CHECKING

import numpy as np

from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import check_one_of
from backprop.figures.json import Json
from backprop.figures.limits import limits, scale_of
from backprop.figures.notebook.look import INK, figure, ink_on, shade
from backprop.figures.theme import SCALES
from backprop.writing.formulas.palette import PALETTE
from backprop.writing.text.numbers import exact, short

if TYPE_CHECKING:
    import plotly.graph_objects as go

NEURONS = ("a", "z", "b", "sigma_prime", "delta", "nabla_b")
LINES = ("w", "nabla_w")

SIZE, DOWN = 50, 60
"""The width of a neuron, and how far the next one is below it."""
WIDEST, ACROSS = 960, 180
"""The room for all columns, and how far they are apart where they need not share it."""
TOP, EDGE = 44, 40
LEVELS = 16
"""So many colours and widths that lines of each sign have."""
POINTS = 11
"""So many places along a line at which it can be pointed at, from rim to rim of its neurons."""

Place = tuple[float, float]
_GAP: tuple[Place, str] = ((nan, nan), "")


def diagram(
    trace: Trace, *, neurons: str = "a", lines: str = "w", example: int = 1, theme: str = "light"
) -> "go.Figure":
    """The network of a trace, each neuron and each line in the colour of its number.

    ``neurons`` is what those of layers 2..L show: a, z, b, sigma_prime, delta or nabla_b; the
    inputs are always a^1. ``lines`` is w or nabla_w: the larger a number, the wider its line.
    ``example`` is the one of the trace's examples, counted from 1. ``theme`` is "light" or "dark".
    Raises ValueError for what is none of these.
    """
    check_one_of("neurons", neurons, NEURONS)
    check_one_of("lines", lines, LINES)
    check_one_of("theme", theme, tuple(SCALES))
    check_one_of("example", example, range(1, trace.x.shape[1] + 1))
    sizes = trace.network.sizes
    across, most = min(ACROSS, WIDEST / (len(sizes) - 1)), max(sizes)
    places = {
        (l, j): (EDGE + (l - 1) * across, TOP + (most / 2 + j - (n + 1) / 2) * DOWN)
        for l, n in enumerate(sizes, start=1)
        for j in range(1, n + 1)
    }
    width, height = 2 * EDGE + (len(sizes) - 1) * across, TOP + most * DOWN + EDGE / 4
    layout: Json = {
        "xaxis": {"range": [0, width], "visible": False, "fixedrange": True},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "annotations": list(_heads(trace, neurons, lines, across, theme)),
        "margin": dict.fromkeys("lrtb", 0),
        "width": width,
        "height": height,
        "hovermode": "closest",
    }
    drawn = [*_lines(trace, lines, places, theme), _neurons(trace, neurons, example, places, theme)]
    return figure(drawn, layout, theme)


def _neurons(
    trace: Trace, symbol: str, example: int, places: dict[tuple[int, int], Place], theme: str
) -> Json:
    """The neurons, each with its number in it."""
    reach, texts, fills, told = limits(trace), [], [], []
    for l, j in places:
        one = Quantity(symbol if l > 1 else "a", l, j)
        values = trace.value(one)
        value = float(values[example - 1 if len(values) > 1 else 0])
        texts.append(short(value))
        fills.append(shade(value, reach[one.symbol], scale_of(one.symbol, trace), theme))
        told.append(f"{one.text} = {exact(value)}")
    return _points(places.values(), told) | {
        "mode": "markers+text",
        "text": texts,
        "textfont": {"size": 12, "color": [ink_on(fill) for fill in fills]},
        "marker": {
            "size": SIZE,
            "opacity": 1,
            "color": fills,
            "line": {"width": 1.5, "color": INK[theme]},
        },
    }


def _lines(
    trace: Trace, symbol: str, places: dict[tuple[int, int], Place], theme: str
) -> list[Json]:
    """The lines, those of one colour and width together, the widest last and so on top."""
    limit = limits(trace)[symbol]
    found: dict[int, list[tuple[Place, str]]] = {}
    for l, array in trace.arrays(symbol).items():
        for (row, column), value in np.ndenumerate(array):
            j, k = row + 1, column + 1
            level = ceil(abs(value) / limit * LEVELS) * (1 if value > 0 else -1)
            told = f"{Quantity(symbol, l, j, k).text} = {exact(value)}"
            way = _way(places[l - 1, k], places[l, j])
            found.setdefault(level, []).extend([*((place, told) for place in way), _GAP])
    return [_line(found[level], level / LEVELS, theme) for level in sorted(found, key=abs)]


def _way(start: Place, end: Place) -> Iterator[Place]:
    (x0, y0), (x1, y1) = start, end
    rim = SIZE / 2 / hypot(x1 - x0, y1 - y0)
    for at in np.linspace(rim, 1 - rim, POINTS).tolist():
        yield x0 + at * (x1 - x0), y0 + at * (y1 - y0)


def _line(ways: list[tuple[Place, str]], share: float, theme: str) -> Json:
    places, told = zip(*ways, strict=True)
    strong = share / 2 + copysign(0.5, share) if share else 0  # never too pale to be seen
    line = {"color": shade(strong, 1, "signed", theme), "width": 0.8 + 5 * abs(share)}
    return _points(places, told) | {"mode": "lines", "line": line}


def _points(places: Iterable[Place], told: Sequence[str]) -> Json:
    x, y = zip(*places, strict=True)
    return {"type": "scatter", "x": x, "y": y, "hoverinfo": "text", "hovertext": told}


def _heads(trace: Trace, neurons: str, lines: str, across: float, theme: str) -> Iterator[Json]:
    """Over each column what its neurons show, and between two what the lines show."""
    for l in range(1, trace.network.L + 1):
        x = EDGE + (l - 1) * across
        head = Quantity(neurons, l).text if l > 1 else f"{Quantity('a', 1).text} = x"
        yield _head(head, x, PALETTE[theme][neurons if l > 1 else "a"])
        if l > 1:
            yield _head(Quantity(lines, l).text, x - across / 2, PALETTE[theme][lines])


def _head(text: str, x: float, colour: str) -> Json:
    return {"text": text, "x": x, "y": TOP / 2, "showarrow": False} | {
        "font": {"size": 17, "color": colour}
    }
