"""Part "matrices": the problem of the section, the errors without the Hadamard product."""

import pandas as pd
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.engine.four_equations import uses_slope
from backprop.ideas.matrices.compute import factors
from backprop.ideas.matrices.compute_multiplication_order import (
    Product,
    from_the_left,
    from_the_right,
    with_hadamard,
)
from backprop.ideas.matrices.stage import stage_data
from backprop.ideas.matrices.words import agreement, arithmetic, in_letters, order, zeros
from backprop.lesson import Lesson, chosen_layer
from backprop.ui import state
from backprop.ui.chapter import equation, offer_hidden_layer, shows, switch
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.text.cost_words import words_of_pair

HADAMARD, RIGHT, LEFT = "with ⊙", "matrices, from the right", "matrices, from the left"
_WAYS = {HADAMARD: with_hadamard, RIGHT: from_the_right, LEFT: from_the_left}


def matrices() -> None:
    """The errors of one layer by matrices and with ⊙, and what each way costs."""
    lesson, trace = state.current(), state.trace()
    with shows("problem", "the equations as matrix products"):
        left, right = st.columns([0.64, 0.36], gap="medium")
        with left:
            _choose_layer(lesson)
            l = chosen_layer(lesson)
            show("matrices", stage_data(trace, l, _notes(trace, l)))
        with right:
            panel(_panel_content)


def _choose_layer(lesson: Lesson) -> None:
    if len(lesson.layers) == 1:
        offer_hidden_layer("(34) and (35) are about hidden layers, and this network has none.")
        return
    switch(
        "The errors of layer",
        "layer",
        lesson.layers,
        chosen_layer(lesson),
        called=lambda l: Quantity("delta", l).text,
    )


def _worked_out(trace: Trace, l: int) -> tuple[dict[str, Product], list[str]]:
    """The errors of layer l in every way that stays finite, and why another does not."""
    found, failed = {}, []
    for name, way in _WAYS.items():
        try:
            found[name] = way(factors(trace, l))
        except ValueError as error:
            failed.append(f"{name.capitalize()}: {error}.")
    return found, failed


def _notes(trace: Trace, l: int) -> list[str]:
    """Whether all ways agree, and what makes one of them the better."""
    found, failed = _worked_out(trace, l)
    notes = [agreement([one.result for one in found.values()], trace.delta[l]), *failed]
    L = trace.network.L
    if not uses_slope(trace.network, L):
        delta, a = Quantity("delta", L).text, Quantity("a", L).text
        notes.append(words_of_pair(trace.network).by_matrices.format(delta=delta, a=a))
    return notes


def _panel_content() -> None:
    """The equations in letters, and what the ways to work them out cost in this network."""
    trace, l = state.trace(), chosen_layer(state.current())
    equation(in_letters(palette()), "33", "34", "35")
    found, _ = _worked_out(trace, l)
    st.markdown(f"**Multiplications on the way from ∇ₐC to {Quantity('delta', l).text}**")
    rows = [(name, arithmetic(one), f"**{one.count:,}**") for name, one in found.items()]
    header = ["way", "what adds up", "total"]
    st.table(pd.DataFrame(rows, columns=header).set_index("way"))
    st.markdown(zeros(found[RIGHT], found[HADAMARD]))
    if l < trace.network.L and LEFT in found:
        st.markdown(order(found[RIGHT], found[LEFT]))
