"""The pictures of part "linear": the network with its slider, a layer's board, and one matrix."""

from collections.abc import Sequence

from backprop.engine import Network, Trace
from backprop.figures.json import Json
from backprop.ideas.linear.compute import one_matrix
from backprop.ideas.linear.words import (
    B_TITLE,
    ONE_MATRIX,
    SLIDER,
    W_TITLE,
    at_share,
    output_title,
    product,
)
from backprop.stage import Exhibit, Picture, StageData, arrays_of, diagram, exhibits, row

SYMBOLS = ("a", "sigma_prime", "nabla_a", "delta")
TALL = 120
"""Pixels that the cells of the one matrix may be high before they become lower."""


def stage_data(
    traces: Sequence[Trace], shares: Sequence[float], present: float, l: int
) -> StageData:
    """What the stage is sent: a frame for each share, with the way back into layer l."""
    first = traces[0]
    network = first.network
    parts: list[str | Json] = [
        "browser/slider.js",
        diagram("delta", "w"),
        {"module": "browser/words.js", "lines": 1},
        "browser/board.js",
        _one_matrix(network),
    ]
    shown = Picture.of(first, parts)
    rows = {n: {"Backward": _errors(both["Backward"])} for n, both in shown.data["rows"].items()}
    found = one_matrix(network)
    made = [
        Exhibit("whole_w2", W_TITLE, found.W, "w"),
        Exhibit("whole_a2", output_title(network), found.W @ first.x + found.B, "a"),
    ]
    if network.has_biases:
        made.insert(1, Exhibit("whole_b2", B_TITLE, found.B, "b"))
    for one in made:
        shown = shown.with_exhibits([one])
    shown = shown.with_rows(rows).at_layer(l)
    return shown.with_frames(
        "linear-share",
        SLIDER,
        list(shares[: len(traces)]),
        present,
        arrays_of(traces, SYMBOLS),
        words=[[at_share(one)] for one in traces],
    ).data


def _errors(way_back: list[str]) -> list[str]:
    """The row of the board until the errors: the gradients follow them as ever."""
    return way_back[: way_back.index("→")]


def _one_matrix(network: Network) -> Json:
    """W x + B, which is a^L where every neuron is linear."""
    bias = ["+", "whole_b2"] if network.has_biases else []
    items = ["whole_w2", "·", "a1", *bias, "=", "whole_a2", "↔", f"a{network.L}"]
    label = ONE_MATRIX.format(product=product(network.L))
    lines = max(network.sizes[0], network.sizes[-1])
    return exhibits([row(label, *items)], lines=lines, tall=TALL, high=(16, 28), widest=52)
