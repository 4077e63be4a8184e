"""How a notebook's figures look: their ground and their ink, and the colour of a number.

All is said here, so that a figure looks the same whatever Plotly's own template is.
"""

from typing import TYPE_CHECKING

import numpy as np

from backprop.figures.json import Json
from backprop.figures.theme import SCALES

if TYPE_CHECKING:
    import plotly.graph_objects as go

GROUND = {"light": "#ffffff", "dark": "#0e1117"}
INK = {"light": "#31333f", "dark": "#fafafa"}
_FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"


def figure(data: list[Json], layout: Json, theme: str) -> "go.Figure":
    """The Plotly figure, on the ground of this theme."""
    import plotly.graph_objects as go  # here, as the app makes none and need not load it

    return go.Figure(
        {
            "data": data,
            "layout": {
                **layout,
                "template": "none",
                "paper_bgcolor": GROUND[theme],
                "plot_bgcolor": GROUND[theme],
                "font": {"family": _FONT, "size": 13, "color": INK[theme]},
                "hoverlabel": {"font": {"family": _FONT, "size": 14}},
                "showlegend": False,
            },
        }
    )


def shade(value: float, limit: float, scale: str, theme: str) -> str:
    """The colour of a value on this scale, whose end is at the limit, as #rrggbb."""
    share = value / limit
    positions, colours = zip(*SCALES[theme][scale], strict=True)
    position = (share + 1) / 2 if scale == "signed" else share
    mixed = (np.interp(position, positions, part) for part in zip(*map(_rgb, colours), strict=True))
    return "#" + "".join(f"{round(part):02x}" for part in mixed)


def ink_on(colour: str) -> str:
    """Black or white, whichever can be read better on this colour."""
    linear = [
        part / 3294 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _rgb(colour)
    ]
    return "#000000" if float(np.dot(linear, (0.2126, 0.7152, 0.0722))) > 0.179 else "#ffffff"


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
