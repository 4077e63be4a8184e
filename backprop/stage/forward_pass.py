"""The forward pass on a stage: the board has the row w a + b = z -> a alone."""

from typing import Any

from backprop.engine import Trace
from backprop.stage import StageData, picture
from backprop.stage.board import rows

SYMBOLS = ("w", "b", "z", "a")
DIAGRAM = {"kind": "diagram", "neurons": "a", "edges": "w", "lists": False}


def forward(trace: Trace, *parts: str | dict[str, Any]) -> StageData:
    """The data of a stage with these parts, without what belongs to the way back."""
    network, data = trace.network, picture(trace, parts, SYMBOLS)
    first = {str(l): rows(network, l)["Forward"] for l in range(2, network.L + 1)}
    return data | {
        "rows": {l: {"Forward": row[: row.index("→") + 2]} for l, row in first.items()},
    }
