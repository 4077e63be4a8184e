"""The cost as a function of the outputs (27): a landscape over two of them, which y shapes."""

import streamlit as st

from backprop.engine import Trace
from backprop.ideas.outputs.compute import way_down
from backprop.ideas.outputs.stage import stage_data
from backprop.ideas.outputs.view_wanted import axes, set_wanted, wanted
from backprop.ideas.outputs.words import (
    MAKE_OUTPUTS,
    NEEDS_OUTPUTS,
    TAKE_STEP,
    TAKE_STEP_HELP,
    roles,
    with_numbers,
)
from backprop.lesson import Lesson, with_sizes
from backprop.ui import state
from backprop.ui.chapter import offer, shows
from backprop.ui.descent import next_step, take_step
from backprop.ui.panel import panel
from backprop.ui.resized import saying_what_became
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.formulas.cost import cost_of_outputs

STEPS = 20
ROOM = 410


def outputs() -> None:
    """The landscape, the outputs on it and their way down; y and the step to take; (27)."""
    lesson, trace = state.current(), state.trace()
    pair = axes(lesson)
    batch, rows = next_step().trace, next_step().rows
    way = way_down(trace, lesson.eta, STEPS, (batch.x, batch.y) if rows else None)
    if len(pair) == 1:
        left, right = st.columns([0.6, 0.4], gap="medium")
        with left:
            _landscape(lesson, way, pair, rows)
        with right:
            offer(
                NEEDS_OUTPUTS,
                MAKE_OUTPUTS,
                lambda: saying_what_became(with_sizes(lesson, (*lesson.sizes[:-1], 2))),
            )
    else:
        _landscape(lesson, way, pair, rows)
    left, middle, right = st.columns([0.25, 0.42, 0.33], gap="medium")
    with left:
        wanted(lesson, pair)
        st.button(
            TAKE_STEP,
            icon=":material/trending_down:",
            help=TAKE_STEP_HELP,
            on_click=take_step,
            disabled=len(way) == 1,
            width="stretch",
        )
    with middle:
        panel(_panel_content)
    with right:
        st.markdown(roles(trace.network.cost, len(pair)))


def _landscape(lesson: Lesson, way: list[Trace], pair: tuple[int, ...], rows: int) -> None:
    """The stage with the landscape over these outputs."""
    with shows("figure", "the cost over the outputs"):
        show("outputs", stage_data(lesson, way, pair, rows), y=set_wanted)


def _panel_content() -> None:
    """The cost as a function of the outputs, in letters and with this example's numbers."""
    trace, colours = state.trace(), palette()
    st.latex(cost_of_outputs(trace.network.cost, colours, ROOM))
    st.latex(with_numbers(trace, colours, ROOM))
