"""Part "code": the program beside the numbers it makes, and the equation of the present line."""

import streamlit as st

from backprop.ideas.code.compute import CodeStep, code_steps
from backprop.ideas.code.stage import stage_data
from backprop.ideas.code.words import here, in_code, where_in_the_book
from backprop.ui import state
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing import generic, shapes

ROOM = 380


def code() -> None:
    """The stage that steps through the program, and the equation of the present line."""
    left, right = st.columns([0.66, 0.34], gap="medium")
    with left:
        number, _ = _present()
        show("code", stage_data(state.trace(), number))
    with right:
        panel(_panel_content)


def _present() -> tuple[int, CodeStep]:
    """The step of the lesson, the nearest one where its program has not so many."""
    every = code_steps(state.trace())
    number = min(max(state.current().value_of("code-step"), 1), len(every))
    return number, every[number - 1]


def _panel_content() -> None:
    """The equation in letters and with shapes, where the book has it, and what the code does."""
    (_, step), trace = _present(), state.trace()
    st.code(here(step, trace), language=None, wrap_lines=True)
    if step.step:
        equation, colours = step.step.equation, palette()
        st.latex(generic(equation, colours, ROOM))
        st.caption(where_in_the_book(*(equation.numbers or ("BP1a",))))
        st.latex(shapes(step.step, colours, ROOM))
    st.markdown(in_code(step, trace))
