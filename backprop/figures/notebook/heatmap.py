"""An array of a trace as a heatmap: row j, column k or one column for each example."""

from typing import TYPE_CHECKING

from backprop.engine.quantity import SYMBOLS, Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import check_one_of
from backprop.figures.heatmap import heatmap_json
from backprop.figures.json import Json
from backprop.figures.limits import limits, scale_of
from backprop.figures.notebook.look import figure, ink_on, shade
from backprop.figures.theme import SCALES
from backprop.writing.formulas.palette import PALETTE
from backprop.writing.text.numbers import exact

if TYPE_CHECKING:
    import plotly.graph_objects as go

ARRAYS = tuple(symbol for symbol in SYMBOLS if symbol != "C")
CELL = (64, 36)
"""The width and height of a cell where there is room, in pixels."""
ROOM = 960
"""How far all cells together reach, across or down: the more there are, the smaller each is."""
SMALLEST, FOR_A_NUMBER, FOR_AN_INDEX = 4, (46, 16), 20
MARGIN = {"l": 52, "r": 16, "t": 42, "b": 52}


def heatmap(trace: Trace, symbol: str, l: int, *, theme: str = "light") -> "go.Figure":
    """The heatmap of one array of a trace, the numbers in its cells: heatmap(trace, "delta", 2).

    ``symbol`` names the array as Quantity does: a, y, w, b, z, nabla_a, sigma_prime, delta,
    nabla_b, nabla_w or nabla_x; ``l`` is the layer, for y and nabla_a the last, for nabla_x the
    first. Equal colours are equal numbers in all heatmaps of a trace that have the same symbol, of
    w and b, and of the gradients by them.
    ``theme`` is "light" or "dark". Raises ValueError for an array that the trace does not have.
    """
    check_one_of("symbol", symbol, ARRAYS)
    layers = sorted(trace.arrays(symbol))
    if not layers:  # biases that are not there
        trace.network.check_has(Quantity(symbol, 2))
    check_one_of(f"the layer of {symbol}", l, layers)
    check_one_of("theme", theme, tuple(SCALES))
    array, values, scale = Quantity(symbol, l), trace.arrays(symbol)[l], scale_of(symbol, trace)
    matrix, columns = symbol in ("w", "nabla_w"), values.shape[1]
    cell = (_fitting(columns, CELL[0]), _fitting(len(values), CELL[1]))
    drawn = heatmap_json(
        values, array.id, array.text,
        matrix=matrix, limit=limits(trace)[symbol], scale=scale, cell=cell,
    )  # fmt: skip
    heat, layout = drawn["data"][0], drawn["layout"]
    heat |= {
        "colorscale": [list(stop) for stop in SCALES[theme][scale]],
        "texttemplate": "",
        "xgap": int(cell[0] >= FOR_AN_INDEX),
        "ygap": int(cell[1] >= FOR_AN_INDEX),
        "hoverinfo": "text",
        "hovertext": [
            [f"{_name(array, j, k, matrix, columns)} = {exact(n)}" for k, n in enumerate(row, 1)]
            for j, row in enumerate(values.tolist(), 1)
        ],
    }
    across = "<i>k</i>" if matrix else "example" if columns > 1 else ""
    layout["title"] |= {"pad": {"t": 10}, "font": {"size": 18, "color": PALETTE[theme][symbol]}}
    layout |= {
        "xaxis": layout["xaxis"] | _indices(cell[0]) | {"showticklabels": bool(across)},
        "yaxis": layout["yaxis"] | _indices(cell[1]),
        "annotations": [
            _axis_name("<i>j</i>", x=0, y=0.5, xshift=-36),
            _axis_name(across, x=0.5, y=0, yshift=-40),
        ],
        "margin": MARGIN,
        "width": MARGIN["l"] + MARGIN["r"] + columns * cell[0],
        "height": MARGIN["t"] + MARGIN["b"] + len(values) * cell[1],
    }
    readable = cell[0] >= FOR_A_NUMBER[0] and cell[1] >= FOR_A_NUMBER[1]
    return figure([heat, *([_numbers(heat, scale, theme)] if readable else [])], layout, theme)


def _fitting(count: int, most: int) -> int:
    return max(SMALLEST, min(most, ROOM // count))


def _numbers(heat: Json, scale: str, theme: str) -> Json:
    """The numbers on the cells of a heatmap: black or white, where Plotly's own would be grey."""
    places = [(k, j) for j in heat["y"] for k in heat["x"]]
    values = [value for row in heat["z"] for value in row]
    inks = [ink_on(shade(value, heat["zmax"], scale, theme)) for value in values]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [k for k, _ in places],
        "y": [j for _, j in places],
        "text": [text for row in heat["text"] for text in row],
        "textfont": {"size": 13, "color": inks},
        "hoverinfo": "skip",
    }


def _indices(cell: int) -> Json:
    """Each index beside its cell, or where cells are small some of them."""
    return {} if cell >= FOR_AN_INDEX else {"tickmode": "auto", "tickvals": None}


def _axis_name(text: str, **place: float) -> Json:
    return {"text": text, "showarrow": False, "xref": "paper", "yref": "paper"} | place


def _name(array: Quantity, j: int, k: int, matrix: bool, columns: int) -> str:
    one = Quantity(array.symbol, array.l, j, k if matrix else None)
    return f"{one.text} of example {k}" if columns > 1 and not matrix else one.text
