"""The gradient check: every slope of backpropagation against one found by moving a weight."""

from contextlib import suppress

import numpy as np
import streamlit as st

from backprop.engine import Quantity, Trace, run
from backprop.engine.nudge import CENTRAL
from backprop.ideas.check.compute import Sweep, checked, steps_for, sweep
from backprop.ideas.check.stage import CHOICE, shown_layers, stage_data
from backprop.ideas.check.words import (
    CALLED,
    CLOSE_ENOUGH,
    EQUATION,
    FROM_ONE_SIDE,
    METHOD,
    over_examples,
)
from backprop.ideas.check.words_formulas import by_moving
from backprop.ideas.check.words_one import neuron_of, sentences
from backprop.lesson import Lesson, chosen_layer, selected_parameter
from backprop.ui import state
from backprop.ui.chapter import equation, look_at_layer, switch
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette


def check() -> None:
    """The slopes in both ways over eps, and what is said of the selected weight or bias."""
    lesson = state.current()
    trace, method = _trace(lesson), lesson.choice("check-method")
    network = trace.network
    layers = shown_layers(network, chosen_layer(lesson))
    eps = steps_for(trace, layers[0])
    sweeps = [sweep(trace, l, eps, method) for l in layers]
    of = _worked_out(lesson, sweeps)
    one = checked(next(found for found in sweeps if found.l == of.l), of)
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        show("check", stage_data(trace, sweeps, one, lesson.value_of(CHOICE)), layer=look_at_layer)
    # The panel lives as long as the session: it keeps the numbers of one weight, and no traces.
    value = float(trace.arrays(of.symbol)[of.l][(of.j or 1) - 1, (of.k or 1) - 1])
    neuron, m = neuron_of(trace, of), trace.x.shape[1]

    def content() -> None:
        present = state.current().value_of(CHOICE)
        i = int(np.abs(np.array(one.eps) - present).argmin())
        equation(EQUATION[method], "46")
        if method == CENTRAL:
            st.caption(FROM_ONE_SIDE)
        st.latex(by_moving(one, i, palette()))
        for text in sentences(one, i, network, value, neuron):
            st.markdown(text)
        st.markdown(CLOSE_ENOUGH)
        if m > 1:
            st.caption(over_examples(network, m))

    with right:
        switch(METHOD, "check-method", list(CALLED), method, called=CALLED.__getitem__)
        panel(content, everything=("selected",))


def _trace(lesson: Lesson) -> Trace:
    """The run over all rows of the table, where there are some and all can be taken together."""
    n, rows = len(lesson.x), np.array(lesson.data)
    if len(rows) > 1:
        with suppress(ValueError):
            return run(lesson.network(), rows[:, :n].T, rows[:, n:].T)
    return state.trace()


def _worked_out(lesson: Lesson, sweeps: list[Sweep]) -> Quantity:
    """The weight or bias that is selected, else of those shown the one with the largest slope."""
    found = selected_parameter(lesson.selected)
    if found and found.l in [one.l for one in sweeps]:
        return found
    steepest = max(sweeps, key=lambda one: float(np.abs(one.backprop).max()))
    return steepest.quantity(int(np.abs(steepest.backprop).argmax()))
