"""The demon: it adds to the weighted input of one neuron, and its error says what that does."""

from dataclasses import replace

import numpy as np
import streamlit as st

from backprop.engine import Quantity
from backprop.engine.demon import PROMISE, Demon
from backprop.engine.demon import demon as pushed
from backprop.engine.quantity import neuron_id
from backprop.figures.curve import Line, curve_json, height_of, points
from backprop.ui import state
from backprop.ui.chapter import equation, shows
from backprop.ui.equations.seat import seat
from backprop.ui.panel import panel
from backprop.ui.stage import StageData, arrays_of, frames, picture, show
from backprop.ui.theme import theme
from backprop.writing import PALETTE
from backprop.writing.demon import error_of, how_far, what_came, where_it_ends, which_way
from backprop.writing.numbers import percent

DZ = np.round(np.arange(-80, 81) * 0.05, 2)
"""The positions of the slider: what the demon may add."""
LEAST = 4
"""The chart shows at least so many positions on each side, however few can be taken."""


def demon() -> None:
    """The network with the demon in it, the true cost beside the promise, and what they say."""
    lesson, trace = state.current(), state.trace()
    found = pushed(trace.network, trace.x, trace.y, *seat(), DZ)
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left, shows("figure", "the demon"):
        show("demon", stage_of(found, lesson.value_of("dz")))
    # The panel keeps only texts: it lives as long as the session, and the traces are many.
    formulas, sentences = {one: error_of(found, one) for one in PALETTE}, said(found)
    with right:
        panel(lambda: explained(formulas[theme()], sentences), everything=("selected",))


def stage_of(found: Demon, present: float) -> StageData:
    """The stage's data: a frame for each dz at which the cost can be taken."""
    taken = [i for i, trace in enumerate(found.traces) if trace]
    traces = [trace for trace in found.traces if trace]
    z, delta = (Quantity(symbol, found.l, found.j).text for symbol in ("z", "delta"))
    true = Line(f"C at {z} + Δz: what really happens", "C", found.true)
    promised = Line(f"C + {delta} Δz: what the error promises", "delta", found.promised, "dash")
    seen = around(taken, len(DZ))
    chart = {
        "kind": "curve",
        "figure": curve_json(
            found.dz[seen],
            [replace(line, y=line.y[seen]) for line in (true, promised)],
            names=(f"Δz, added to {z}", "cost C"),
            height=height_of(found.true[seen], found.promised[seen]),
            shaded=found.holds,
        ),
        "points": points(
            found.dz[taken], [replace(line, y=line.y[taken]) for line in (true, promised)]
        ),
        "ground": f"within {percent(PROMISE)} of the true change",
        "label": f"The true cost and the promise of {delta} over Δz",
    }
    network = {
        "kind": "demon",
        "at": neuron_id(found.l, found.j),
        "push": "Δz",
        "neurons": "a",
        "edges": "w",
        "lists": False,
    }
    return picture(found.here, ["slider", network, "words", chart]) | {
        "frames": frames(
            "dz",
            f"Δz, added to {z}",
            found.dz[taken].tolist(),
            present,
            arrays_of(traces, ["a"]),
            words=[[what_came(found, i)] for i in taken],
        )
    }


def around(taken: list[int], count: int) -> slice:
    """The places that the chart shows: those taken, and on each side half as many more."""
    more = max(LEAST, len(taken) // 2)
    return slice(max(0, taken[0] - more), min(count, taken[-1] + 1 + more))


def said(found: Demon) -> list[str]:
    """What the error of this neuron says, in sentences."""
    z = Quantity("z", found.l, found.j).text
    b = Quantity("b", found.l, found.j).text
    taken = found.dz[~np.isnan(found.true)]
    ending = where_it_ends("The curve", found.dz.tolist(), taken.tolist(), found.cut)
    return [
        f"A demon sits at neuron {found.j} of layer {found.l} and adds Δz to {z}. For a small Δz "
        "the cost changes by about δ Δz: the error δ says how fast it answers.",
        f"**{which_way(found)}**",
        how_far(found),
        *filter(None, [ending]),
        f"Adding Δz to {z} is adding it to the bias {b}, which is why ∂C/∂b = δ (BP3).",
        "Why z and not a? With z the four equations come out simpler; ∂C/∂a would do, too, but "
        "then σ′ would have to be carried along.",
    ]


def explained(formula: str, sentences: list[str]) -> None:
    """The panel: equation 29, in letters and for this neuron, and what it says."""
    equation(r"\delta^l_j = \frac{\partial C}{\partial z^l_j}", "29")
    st.latex(formula)
    for sentence in sentences:
        st.markdown(sentence)
    st.caption("Click another neuron to send the demon there; an input has no z.")
