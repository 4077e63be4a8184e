"""The cost as a function of the outputs (27): a landscape over two of them, which y shapes."""

import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.ideas.outputs.compute import part_of_cost, way_down
from backprop.ideas.outputs.stage import stage_data
from backprop.ideas.outputs.view_wanted import axes, set_wanted, wanted
from backprop.lesson import Lesson, resized
from backprop.ui import state
from backprop.ui.chapter import book, offer, shows
from backprop.ui.descent import take_step
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing import worked
from backprop.writing.formulas.average import cost_of_outputs, sum_of
from backprop.writing.text.cost_words import words_of_cost

STEPS = 20
ROOM = 410


def outputs() -> None:
    """The landscape, the outputs on it and their way down; y and the step to take; (27)."""
    lesson, trace = state.current(), state.trace()
    pair = axes(lesson)
    way = way_down(trace, lesson.eta, STEPS)
    if len(pair) == 1:
        left, right = st.columns([0.6, 0.4], gap="medium")
        with left:
            _landscape(lesson, way, pair)
        with right:
            offer(
                "A picture over two outputs needs two outputs; this network has one, and a curve.",
                "Make it two outputs",
                lambda: resized(lesson, (*lesson.sizes[:-1], 2)),
            )
    else:
        _landscape(lesson, way, pair)
    left, middle, right = st.columns([0.25, 0.42, 0.33], gap="medium")
    with left:
        wanted(lesson, pair)
        st.button(
            "Take this step",
            icon=":material/trending_down:",
            help="One step of gradient descent, the same as in the sidebar.",
            on_click=take_step,
            disabled=len(way) == 1,
            width="stretch",
        )
    with middle:
        panel(_panel_content)
    with right:
        _roles(trace)


def _landscape(lesson: Lesson, way: list[Trace], pair: tuple[int, ...]) -> None:
    """The stage with the landscape over these outputs."""
    with shows("figure", "the cost over the outputs"):
        show("outputs", stage_data(lesson, way, pair), y=set_wanted)


def _panel_content() -> None:
    """The cost as a function of the outputs, in letters and with this example's numbers."""
    trace, colours = state.trace(), palette()
    st.latex(cost_of_outputs(trace.network.cost, colours, ROOM))
    n = len(trace.y)
    if n <= words_of_cost(trace.network.cost).most_worked:
        st.latex(worked(trace.maker(Quantity("C")), 1, colours, None, ROOM))
        return
    parts = [part_of_cost(trace, [j], trace.y[j - 1].tolist()) for j in range(1, n + 1)]
    st.latex(sum_of(Quantity("C"), parts, trace.cost, colours, ROOM))


def _roles(trace: Trace) -> None:
    """Who plays which part in the equation."""
    words = words_of_cost(trace.network.cost)
    where = words.about_27.format(noun=words.noun, number=book("27"))
    st.markdown(
        "**a** is the variable: learning moves the point, and C follows the surface.\n\n"
        "**y** is a parameter: moving it makes another surface. No learning does that.\n\n"
        f"{where}"
    )
