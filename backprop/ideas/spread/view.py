"""Part "spread": one weight changes, and what that does on the way to the cost."""

from contextlib import ExitStack

import numpy as np
import pandas as pd
import streamlit as st

from backprop.engine import Quantity
from backprop.ideas.spread.compute import Spread, spread_of
from backprop.ideas.spread.stage import stage_data, step_count
from backprop.ideas.spread.words_panel import (
    HEADER,
    NEEDS_HIDDEN_LAYER,
    SLIDER,
    equations_of,
    rates_sentence,
    table_rows,
    why,
)
from backprop.lesson import selected_neuron
from backprop.ui import state
from backprop.ui.chapter import equation, offer_hidden_layer, shows
from backprop.ui.chosen_weight import chosen_weight, keep_weight
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.text.ending import where_it_ends

DW = np.round(np.arange(-20, 21) * 0.05, 2)
"""The positions of the slider: what is added to the weight."""
PICTURES = [
    *(f"a change spreads to the cost {n}" for n in (1, 2, 3, 4)),
    "one neuron on the way",
]
"""The book's pictures, all of which this one stage goes through."""


def spread() -> None:
    """The network in which a weight changes, and beside it (47) to (50) for this weight."""
    lesson, found = state.current(), spread_of(state.trace(), chosen_weight(), DW)
    left, right = st.columns([0.64, 0.36], gap="medium")
    last = step_count(found)
    step = min(max(lesson.value_of("spread-step"), 1), last)
    with left, ExitStack() as pictures:
        for name in PICTURES:
            pictures.enter_context(shows("figure", name))
        show("spread", stage_data(found, step, lesson.value_of("spread-dw")))
    with right:
        taken = found.dw[found.taken()].tolist()
        end = where_it_ends(SLIDER, DW.tolist(), taken, found.cut)
        panel(lambda: _panel_content(taken, end))
        if len(lesson.layers) == 1:
            offer_hidden_layer(NEEDS_HIDDEN_LAYER)


def _panel_content(taken: list[float], end: str) -> None:
    """(47) to (50) with the numbers of this weight, and both changes side by side."""
    if keep_weight():
        st.rerun()
    wanted = state.current().value_of("spread-dw")
    dw = min(taken, key=lambda one: abs(one - wanted))
    found = spread_of(state.trace(), chosen_weight(), sorted({0.0, dw}))
    i = found.dw.tolist().index(dw)
    picked = _neuron(found)
    q = (picked.j or 0) if picked.l == found.l + 1 else found.strongest_next
    equation(equations_of(found, i, q, palette()), "47", "48", "49", "50")
    rows = table_rows(found, i, picked)
    st.table(pd.DataFrame(rows, columns=HEADER).set_index(HEADER[0]))
    st.markdown(why(found, i))
    st.caption(rates_sentence(found, q))
    if end:
        st.caption(end)


def _neuron(found: Spread) -> Quantity:
    """The selected neuron on the way, or the one of the next layer that responds most."""
    next_one = found.strongest_next
    usual = Quantity("a", found.l + 1, next_one) if next_one else Quantity("a", found.l, found.j)
    chosen = selected_neuron(state.current())
    weight = Quantity.parse(state.current().selected).k if state.current().selected else None
    return usual if not chosen or weight or chosen[0] <= found.l else Quantity("a", *chosen)
