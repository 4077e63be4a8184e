"""Another function: one neuron with any f, and what of the algorithm changes with it."""

from dataclasses import replace

import streamlit as st

from backprop.engine import Trace
from backprop.engine.activations import Activation
from backprop.engine.costs import cost_of_any_output
from backprop.ideas.function.compute import differences, functions, with_function
from backprop.ideas.function.stage import stage_data
from backprop.ideas.function.words import (
    FUNCTION,
    HINT,
    SLIP,
    USE_QUADRATIC,
    cannot,
    formulas,
    name_of,
    steps,
    verdict,
)
from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.chapter import offer, shows, switch
from backprop.ui.chosen_neuron import chosen_neuron
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import theme
from backprop.writing import PALETTE

KEPT = "kept"
"""The choice of the slip: the slope at the neuron stays that of its old function."""


def function() -> None:
    """The network with f at the chosen neuron, the five steps, and the check by differences."""
    lesson, trace, (l, j) = state.current(), state.trace(), chosen_neuron()
    every = functions(trace.network.activation[l])
    name = lesson.choice("function-f")
    name = name if name in every else next(iter(every))
    forget = lesson.choice("function-slope") == KEPT
    left, right = st.columns([0.6, 0.4], gap="medium")
    with right:
        switch(FUNCTION, "function-f", list(every), name, called=name_of, wrap=True)
    with left, shows("exercise", "one neuron with another function"):
        texts = _shown(lesson, trace, l, j, every[name], forget)
    with right:
        panel(lambda: _panel_content(*texts), everything=("selected",))
        if texts[0]:
            _slip(forget)


def _shown(
    lesson: Lesson, trace: Trace, l: int, j: int, f: Activation, forget: bool
) -> tuple[dict[str, str], list[str], str]:
    """Show the stage; the formulas by theme, the five steps and the verdict for the panel."""
    try:
        true = with_function(trace, l, j, f)
        shown = with_function(trace, l, j, f, forget=True) if forget else true
        moved = differences(trace, l, j, f)
    except ValueError as error:
        other = replace(lesson, cost=cost_of_any_output())
        if other == lesson:
            st.info(cannot(str(error)))
        else:
            offer(cannot(str(error)), USE_QUADRATIC, lambda: other)
        show("function", stage_data(trace, {}, l, j))
        return {}, [], ""
    show("function", stage_data(shown, moved, l, j, forget))
    slope = shown.sigma_prime[l][j - 1].item()
    lines = {
        one: formulas(shown, l, j, f, slope, forget, colours) for one, colours in PALETTE.items()
    }
    return lines, steps(trace, l, j), verdict(true, shown, moved, l)


def _panel_content(lines: dict[str, str], five: list[str], said: str) -> None:
    """The neuron's numbers, the five steps, and whether the slopes agree."""
    if lines:
        st.latex(lines[theme()])
        st.markdown("\n".join(f"{n}. {text}" for n, text in enumerate(five, start=1)))
        st.markdown(said)
    st.caption(HINT)


def _slip(forget: bool) -> None:
    key = "function_slip"
    st.session_state[key] = forget

    def take() -> None:
        state.choose("function-slope", KEPT if st.session_state[key] else "own")

    st.toggle(SLIP, key=key, on_change=take)
