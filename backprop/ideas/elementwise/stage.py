"""The pictures of part "elementwise": v, f(v) beside it, and the graph of f."""

from backprop.engine import Trace
from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.limits import scale_for
from backprop.ideas.elementwise.compute import Own
from backprop.ideas.elementwise.stage_graph import graph_json
from backprop.ideas.elementwise.words import INTO, graph_label, result_name, sign
from backprop.stage import Exhibit, StageData, exhibits, row
from backprop.stage.forward_pass import forward

_HIGH = 40
"""Pixels of a cell."""


def stage_data(trace: Trace, given: Own, result: Array | None) -> StageData:
    """What the stage is sent: v, f(v), of the network's z its a, too, and the graph of f."""
    v = Exhibit("v1", given.name, given.v[:, None], like="z")
    if result is None:
        return forward(trace, _rows("v1")).with_exhibits([v]).data
    same = given.is_a_of(trace, result)
    graph = {
        "module": "ideas/elementwise/graph.js",
        "figure": graph_json(given.f, given.v, result),
        "label": graph_label(given),
    }
    beside = [sign(trace, given, result), f"a{given.l}"] if given.l else []
    shown = forward(trace, _rows("v1", INTO, "out1", *beside), graph)
    scale = shown.scale("a") if same else scale_for(result)
    out = Exhibit("out1", result_name(given), result[:, None], like="a", scale=scale)
    shown = shown.with_exhibits([v], shown.limit("z") if given.l else None)
    shown = shown.with_exhibits([out], shown.limit("a") if same else None)
    return shown.with_uses(_partners("v1", "out1", len(result))).data


def _partners(one: str, other: str, n: int) -> dict[str, list[str]]:
    """Each entry of one vector lights that of the other."""
    both = ((one, other), (other, one))
    return {f"{a}_{j}": [f"{b}_{j}"] for a, b in both for j in range(1, n + 1)}


def _rows(*items: str) -> Json:
    return exhibits([row("", *items)], lines=1, tall=_HIGH, widest=92)
