"""The demon: it adds to the weighted input of one neuron, and its error says what that does."""

import numpy as np
import streamlit as st

from backprop.ideas.demon.compute import demon_at
from backprop.ideas.demon.stage import stage_data
from backprop.ideas.demon.words import ERROR, HINT, error_of, sentences
from backprop.ui import state
from backprop.ui.chapter import equation, shows
from backprop.ui.chosen_neuron import chosen_neuron
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import theme
from backprop.writing import PALETTE
from backprop.writing.text.descent_words import OTHER_SIGN

DZ = np.round(np.arange(-80, 81) * 0.05, 2)
"""The positions of the slider: what the demon may add."""


def demon() -> None:
    """The network with the demon in it, the true cost beside its prediction, and what they say."""
    lesson, trace = state.current(), state.trace()
    found = demon_at(trace.network, trace.x, trace.y, *chosen_neuron(), DZ)
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left, shows("figure", "the demon"):
        show("demon", stage_data(found, lesson.value_of("dz")))
    # The panel keeps only texts: it lives as long as the session, and the traces are many.
    formulas = {one: error_of(found, colours) for one, colours in PALETTE.items()}
    texts = sentences(found)
    with right:
        panel(lambda: _panel_content(formulas[theme()], texts), everything=("selected",))


def _panel_content(formula: str, texts: list[str]) -> None:
    """The panel: equation 29, in letters and for this neuron, and what it says."""
    equation(ERROR, "29")
    st.latex(formula)
    for text in texts:
        st.markdown(text)
    st.caption(OTHER_SIGN)
    st.caption(HINT)
