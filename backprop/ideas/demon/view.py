"""The demon: it adds to the weighted input of one neuron, and its error says what that does."""

import numpy as np
import streamlit as st

from backprop.engine import Quantity
from backprop.ideas.demon.compute import Demon
from backprop.ideas.demon.compute import demon as pushed
from backprop.ideas.demon.stage import stage_data
from backprop.ideas.demon.words import error_of, how_far, which_way
from backprop.ui import state
from backprop.ui.chapter import equation, shows
from backprop.ui.chosen_neuron import chosen_neuron
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import theme
from backprop.writing import PALETTE
from backprop.writing.text.ending import where_it_ends

DZ = np.round(np.arange(-80, 81) * 0.05, 2)
"""The positions of the slider: what the demon may add."""


def demon() -> None:
    """The network with the demon in it, the true cost beside the promise, and what they say."""
    lesson, trace = state.current(), state.trace()
    found = pushed(trace.network, trace.x, trace.y, *chosen_neuron(), DZ)
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left, shows("figure", "the demon"):
        show("demon", stage_data(found, lesson.value_of("dz")))
    # The panel keeps only texts: it lives as long as the session, and the traces are many.
    formulas = {one: error_of(found, colours) for one, colours in PALETTE.items()}
    sentences = _said(found)
    with right:
        panel(lambda: _panel_content(formulas[theme()], sentences), everything=("selected",))


def _said(found: Demon) -> list[str]:
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


def _panel_content(formula: str, sentences: list[str]) -> None:
    """The panel: equation 29, in letters and for this neuron, and what it says."""
    equation(r"\delta^l_j = \frac{\partial C}{\partial z^l_j}", "29")
    st.latex(formula)
    for sentence in sentences:
        st.markdown(sentence)
    st.caption("Click another neuron to send the demon there; an input has no z.")
