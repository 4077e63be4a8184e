"""What the four equations tell: where learning is slow in this network, and why."""

from dataclasses import replace

import numpy as np
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.engine.demon import pushes, with_dz
from backprop.engine.quantity import neuron_id
from backprop.engine.slow import largest
from backprop.figures.theme import Json
from backprop.lesson import PRESETS, TITLES, with_choice
from backprop.ui import state
from backprop.ui.equations.seat import seat
from backprop.ui.notes import attempt
from backprop.ui.panel import panel
from backprop.ui.stage import (
    Exhibit,
    StageData,
    arrays_of,
    frames,
    picture,
    row,
    show,
    with_exhibits,
)
from backprop.ui.stage.exhibit import exhibits
from backprop.writing.demon import where_it_ends
from backprop.writing.signs import SIGNS, marks
from backprop.writing.slow import driven, from_layer_to_layer, slow_weights, when_driven

DRIVE = np.round(np.arange(-20, 21) * 0.4, 1)
"""The positions of the slider: what is added to the bias of the chosen neuron."""
EXAMPLES = {"saturated": "z3_1", "vanishing": "z2_1"}
"""The built-in examples in which learning is slow, each with the neuron to look at."""
HIGH, LOW, ROOM = 30, 17, 340
"""The most and the least height of a cell, and the pixels that all rows together may have."""
WIDEST, NARROW, NARROWEST, WIDE = 72, 36, 20, 6
"""The most and the least width of a cell, and the least in a network with a layer wider than WIDE:
a row that needs less goes on in another line."""


def tell() -> None:
    """The network with its slopes and gradients, one neuron to be driven, and what is slow."""
    trace, (l, j) = state.trace(), seat()
    traces, cut = pushes(trace, l, j, DRIVE)
    taken = [float(drive) for drive, one in zip(DRIVE, traces, strict=True) if one]
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        show("tell", stage_of([one for one in traces if one], taken, l, j))
    end = where_it_ends("The slider", DRIVE.tolist(), taken, cut)
    with right:
        panel(lambda: told(l, j, taken, end), everything=("selected",))
        examples()


def stage_of(traces: list[Trace], taken: list[float], l: int, j: int) -> StageData:
    """The stage's data: a frame for each drive, a row of heatmaps for each layer."""
    rest = traces[taken.index(0)]
    b = Quantity("b", l, j).text
    network = {
        "kind": "demon",
        "at": neuron_id(l, j),
        "push": f"Δ{b}",
        "neurons": "a",
        "edges": "nabla_w",
        "lists": False,
    }
    data = with_largest(picture(rest, ["slider", network, "words", rows_of(rest)]), rest)
    figures = arrays_of(traces, ["a", "sigma_prime", "delta", "nabla_w"])
    for n in largest(rest):
        figures[f"largest{n}"] = [np.array([[largest(one)[n]]]) for one in traces]
    return data | {
        "frames": frames(
            "drive",
            f"Added to {b}",
            taken,
            state.current().value_of("drive"),
            figures,
            words=[[driven(one, l, j)] for one in traces],
            marks=[marks(one) for one in traces],
        )
    }


def with_largest(data: StageData, trace: Trace) -> StageData:
    """The stage's data with one cell for each layer: its largest gradient, coloured as they are."""
    cells = [
        Exhibit(f"largest{l}", "largest", np.array([[size]]), "nabla_w")
        for l, size in largest(trace).items()
    ]
    data = with_exhibits(data, cells, limit=data["limits"]["nabla_w"])
    for cell in cells:
        data["figures"][cell.name]["layout"]["yaxis"]["showticklabels"] = False
    return data


def rows_of(trace: Trace) -> Json:
    """The heatmaps, a row for each layer, their cells as high as there is room for."""
    sizes = trace.network.sizes
    layers = range(2, trace.network.L + 1)
    return exhibits(
        [row_of(l, trace) for l in layers],
        lines=sum(max(sizes[l - 2 : l]) for l in layers),
        tall=ROOM - 20 * len(layers),
        high=(LOW, HIGH),
        widest=WIDEST,
        least=NARROWEST if max(sizes) > WIDE else NARROW,
    )


def row_of(l: int, trace: Trace) -> Json:
    """One layer: its slopes, the errors made with them, and what they come to by BP4."""
    names = [Quantity(symbol, l).id for symbol in ("sigma_prime", "delta", "nabla_w")]
    slopes, errors, gradients = names
    label = f"Layer {l}, {trace.network.activation[l]}"
    inputs = Quantity("a", l - 1).id
    return row(label, slopes, "→", errors, "·", inputs, "ᵀ =", gradients, "→", f"largest{l}")


def told(l: int, j: int, taken: list[float], end: str) -> None:
    """The panel: what is slow in the network as it is driven now, and what helps."""
    wanted = state.current().value_of("drive")
    drive = min(taken, key=lambda one: abs(one - wanted))
    trace = state.trace() if drive == 0 else with_dz(state.trace(), l, j, drive)
    slow = filter(None, [from_layer_to_layer(trace), *slow_weights(trace)])
    st.markdown("\n".join(f"- {sentence}" for sentence in slow))
    st.markdown(f"{when_driven(trace, l, j)} {end}")
    st.markdown(
        "The four equations hold for any activation, so one can be chosen that does not saturate: "
        "under **Activation** in the sidebar, where *one per layer* gives each layer its own."
    )
    there = {mark["sign"] for mark in marks(trace).values()}
    signs = [f"{sign} {words}" for sign, words in SIGNS.values() if sign in there]
    hint = "Click another neuron to drive that one; an input has no bias."
    st.caption("\n\n".join(filter(None, [" · ".join(signs), hint])))


def examples() -> None:
    """A press away: the examples in which learning is slow."""
    with st.container(horizontal=True, gap="small"):
        for name in EXAMPLES:
            st.button(TITLES[name], key=f"tell_{name}", on_click=_open, args=(name,))


def _open(name: str) -> None:
    """The example, with the neuron that it is about, and nothing added to its bias yet."""
    lesson = with_choice(state.current(), "drive", "0")
    example = replace(PRESETS[name], level=lesson.level, selected=EXAMPLES[name])
    attempt("tell", lambda: replace(example, choices=lesson.choices))
