"""The diagram of the network as a part of the stage, with what is drawn over it."""

from collections.abc import Sequence

from backprop.engine.quantity import neuron_id
from backprop.figures.json import Json


def diagram(neurons: str, edges: str, *overlays: Json) -> Json:
    """The diagram with the numbers of these symbols, and no lists to choose others."""
    part = {"module": "browser/diagram.js", "neurons": neurons, "edges": edges, "lists": False}
    return part | ({"overlays": list(overlays)} if overlays else {})


def push(l: int, j: int, what: str) -> Json:
    """A push at neuron j of layer l, and how much it adds to ``what`` in this frame."""
    return {"module": "browser/neuron_push.js", "at": neuron_id(l, j), "push": what}


def edge_label(l: int, j: int, k: int, text: str, symbol: str = "") -> Json:
    """A label on the line from neuron k of layer l - 1 to neuron j of layer l."""
    return {"l": l, "j": j, "k": k, "text": text} | ({"symbol": symbol} if symbol else {})


def labels_by_step(steps: Sequence[Sequence[Json]]) -> Json:
    """For each step of the stage its labels on lines, which are lit with them."""
    return {"module": "browser/step_labels.js", "steps": [list(labels) for labels in steps]}
