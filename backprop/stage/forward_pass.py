"""The forward pass on a stage: the board has the row w a + b = z -> a alone."""

from backprop.engine import Trace
from backprop.figures.json import Json
from backprop.stage.board import rows
from backprop.stage.diagram import diagram
from backprop.stage.picture import Picture

SYMBOLS = ("w", "b", "z", "a")
DIAGRAM = diagram("a", "w")


def forward(trace: Trace, *parts: str | Json) -> Picture:
    """A stage with these parts, without what belongs to the way back."""
    network = trace.network
    first = {str(l): rows(network, l)["Forward"] for l in range(2, network.L + 1)}
    until_a = {l: {"Forward": row[: row.index("→") + 2]} for l, row in first.items()}
    return Picture.of(trace, parts, SYMBOLS).with_rows(until_a)
