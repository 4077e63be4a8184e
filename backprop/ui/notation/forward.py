"""The forward pass on a stage: the board has the row w a + b = z -> a alone."""

from typing import Any

from backprop.engine import Trace
from backprop.figures.board import rows
from backprop.ui.stage import picture

DIAGRAM = {"kind": "diagram", "neurons": "a", "edges": "w", "lists": False}


def forward(trace: Trace, *parts: str | dict[str, Any]) -> dict[str, Any]:
    """The data of a stage with these parts, without what belongs to the way back."""
    network = trace.network
    layers = range(2, network.L + 1)
    first = {str(l): rows(network, l)["Forward"] for l in layers}
    return picture(trace, parts) | {
        "rows": {l: {"Forward": row[: row.index("→") + 2]} for l, row in first.items()}
    }
