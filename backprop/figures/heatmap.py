"""A matrix of the chapter as a heatmap that looks like it: row j, column k, first row on top.

The figure is plain JSON. (Making a Plotly figure of it checks every property, at 6 ms a figure; a
test does it once.) The stage draws the same: see browser/figure.js.
"""

from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.theme import CLEAR, SCALES
from backprop.writing import short

MARGIN = {"l": 15, "r": 1, "t": 26, "b": 17}
"""Room for the row numbers, the title and the column numbers, in pixels."""

_AXIS: Json = {
    "showgrid": False,
    "zeroline": False,
    "fixedrange": True,
    "ticks": "",
    "ticklabelstandoff": 2,
}
_PLACES = ((1, "bottom"), (0, "top"))


def heatmap_json(
    values: Array,
    name: str,
    title: str,
    *,
    matrix: bool,
    limit: float,
    scale: str,
    cell: tuple[int, int] = (48, 30),
    indices: tuple[str, str] = ("j", "k"),
) -> Json:
    """The heatmap of a whole array as a Plotly figure's JSON, with the numbers in its cells.

    ``values`` has the shape (rows, columns), a vector being one column. ``name`` is the id of the
    array, as w3; each cell carries that of its entry, w3_2_4, as ``customdata``. ``matrix`` says
    whether an entry has two indices; a vector's has one. Colours run from -limit to limit on the
    scale "signed", from 0 to limit on "unit". ``cell`` is the width and height of a cell in pixels,
    ``indices`` are the letters for a row and for a column.
    """
    rows, columns = values.shape
    j, k = list(range(1, rows + 1)), list(range(1, columns + 1))
    trace: Json = {
        "type": "heatmap",
        "z": values.tolist(),
        "x": k,
        "y": j,
        "text": [[short(value) for value in row] for row in values.tolist()],
        "customdata": [[_entry(name, row, column, matrix) for column in k] for row in j],
        "texttemplate": "%{text}",
        "colorscale": [list(stop) for stop in SCALES["light"][scale]],
        "zmin": 0 if scale == "unit" else -limit,
        "zmax": limit,
        "showscale": False,
        "hoverinfo": "skip",
        "xgap": 1,
        "ygap": 1,
    }
    layout: Json = {
        "title": {"text": title, "x": 0, "xref": "paper", "y": 1, "yanchor": "top"}
        | {"pad": {"t": 3}},
        "xaxis": _AXIS | {"range": [0.5, columns + 0.5], "tickvals": k, "showticklabels": matrix},
        "yaxis": _AXIS | {"range": [rows + 0.5, 0.5], "tickvals": j},
        "annotations": [*map(_axis_name, indices, _PLACES)] if matrix else [],
        "margin": MARGIN | {"pad": 0, "autoexpand": False},
        "width": MARGIN["l"] + MARGIN["r"] + columns * cell[0],
        "height": MARGIN["t"] + MARGIN["b"] + rows * cell[1],
        **CLEAR,
        "font": {"size": 11},
    }
    return {"data": [trace], "layout": layout}


def _entry(name: str, j: int, k: int, matrix: bool) -> str:
    """The id of one entry: written, not made, as there are thousands."""
    return f"{name}_{j}_{k}" if matrix else f"{name}_{j}"


def _axis_name(name: str, where: tuple[int, str]) -> Json:
    y, anchor = where
    place = {"x": 0, "y": y, "xref": "paper", "yref": "paper", "xshift": -5}
    return (
        place
        | {"text": f"<i>{name}</i>", "showarrow": False}
        | {
            "xanchor": "right",
            "yanchor": anchor,
        }
    )
