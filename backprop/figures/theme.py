"""One theme for all figures: what a colour means, on a light and on a dark page.

Signed quantities share one diverging scale, blue below zero and orange above, which colour-blind
eyes can tell apart; quantities between 0 and a largest value share one sequential scale. The cost
has one of its own, and so has how far two numbers are apart. Neutral is close to the page, so that
what is large stands out.
"""

from backprop.figures.json import Json

Scale = list[tuple[float, str]]

CLEAR: Json = {"paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)"}
"""Of a layout: the page shows through."""

SCALES: dict[str, dict[str, Scale]] = {
    "light": {
        "signed": [
            (0.0, "#2060a8"),
            (0.25, "#8db9e0"),
            (0.5, "#f6f6f4"),
            (0.75, "#f3ae7c"),
            (1.0, "#c4510f"),
        ],
        "unit": [(0.0, "#f6f6f4"), (0.5, "#86c5b0"), (1.0, "#0b6b57")],
        "cost": [(0.0, "#f7f5f3"), (0.5, "#c6b6c0"), (1.0, "#766072")],
        "error": [(0.0, "#f6f6f4"), (0.5, "#e2a9cb"), (1.0, "#9a1f6c")],
    },
    "dark": {
        "signed": [
            (0.0, "#6cb2ff"),
            (0.25, "#32659c"),
            (0.5, "#20242c"),
            (0.75, "#9c5527"),
            (1.0, "#ff9d5c"),
        ],
        "unit": [(0.0, "#20242c"), (0.5, "#2b7f6b"), (1.0, "#6fe3c2")],
        "cost": [(0.0, "#20222a"), (0.5, "#5d545e"), (1.0, "#b5a1a6")],
        "error": [(0.0, "#20242c"), (0.5, "#7f3f68"), (1.0, "#f08ac4")],
    },
}
"""Colour scales by theme and meaning, as Plotly takes them: (position from 0 to 1, colour)."""
