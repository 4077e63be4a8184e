"""The diagram of the network as a part of the stage, with what is drawn over it."""

from backprop.engine.quantity import neuron_id
from backprop.figures.json import Json


def diagram(neurons: str, edges: str, *overlays: Json) -> Json:
    """The diagram with the numbers of these symbols, and no lists to choose others."""
    part = {"module": "browser/diagram.js", "neurons": neurons, "edges": edges, "lists": False}
    return part | ({"overlays": list(overlays)} if overlays else {})


def push(l: int, j: int, what: str) -> Json:
    """A push at neuron j of layer l, and how much it adds to ``what`` in this frame."""
    return {"module": "browser/neuron_push.js", "at": neuron_id(l, j), "push": what}
