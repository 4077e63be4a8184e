"""The pictures of part "tell": the network as one neuron is driven, and a row for each layer."""

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.figures.json import Json
from backprop.ideas.tell.compute import largest_gradients
from backprop.ideas.tell.stage_signs import marks
from backprop.ideas.tell.words_driven import (
    driven,
    largest_label,
    push_label,
    row_label,
    slider_label,
)
from backprop.stage import Exhibit, Picture, StageData, arrays_of, diagram, exhibits, push, row

SYMBOLS = ("a", "sigma_prime", "delta", "nabla_w")
HIGH, LOW, ROOM = 25, 17, 320
"""The most and the least height of a cell, and the pixels that all rows together may have."""
WIDEST, NARROW, NARROWEST, WIDE = 72, 36, 20, 6
"""The most and the least width of a cell, and the least in a network with a layer wider than WIDE:
a row that needs less goes on in another line."""


def stage_data(
    traces: list[Trace], taken: list[float], present: float, l: int, j: int
) -> StageData:
    """What the stage is sent: a frame for each drive taken, a row of heatmaps for each layer."""
    rest = traces[taken.index(0)]
    network = diagram("a", "nabla_w", push(l, j, push_label(rest.network, l, j)))
    words = {"module": "browser/words.js", "lines": 2}
    parts: list[str | Json] = ["browser/slider.js", network, words, _rows_of(rest)]
    shown = _with_largest(Picture.of(rest, parts, SYMBOLS), rest)
    figures = arrays_of(traces, SYMBOLS)
    for n in largest_gradients(rest):
        figures[f"largest{n}"] = [np.array([[largest_gradients(one)[n]]]) for one in traces]
    return shown.with_frames(
        "drive",
        slider_label(rest.network, l, j),
        taken,
        present,
        figures,
        words=[[driven(one, l, j)] for one in traces],
        marks=[marks(one) for one in traces],
    ).data


def _with_largest(shown: Picture, trace: Trace) -> Picture:
    """The stage with one cell for each layer: its largest gradient, coloured as they are."""
    cells = [
        Exhibit(f"largest{l}", largest_label(l), np.array([[size]]), "nabla_w", numbered=False)
        for l, size in largest_gradients(trace).items()
    ]
    return shown.with_exhibits(cells, limit=shown.limit("nabla_w"))


def _rows_of(trace: Trace) -> Json:
    """The heatmaps, a row for each layer, their cells as high as there is room for."""
    sizes = trace.network.sizes
    layers = range(2, trace.network.L + 1)
    return exhibits(
        [_row_of(l, trace) for l in layers],
        lines=sum(max(sizes[l - 2 : l]) for l in layers),
        tall=ROOM - 20 * len(layers),
        high=(LOW, HIGH),
        widest=WIDEST,
        least=NARROWEST if max(sizes) > WIDE else NARROW,
    )


def _row_of(l: int, trace: Trace) -> Json:
    """One layer: its slopes, the errors made with them, and what they come to by BP4."""
    names = [Quantity(symbol, l).id for symbol in ("sigma_prime", "delta", "nabla_w")]
    slopes, errors, gradients = names
    inputs = Quantity("a", l - 1).id
    items = [slopes, "→", errors, "·", inputs, "ᵀ =", gradients, "→", f"largest{l}"]
    return row(row_label(l, trace), *items)
