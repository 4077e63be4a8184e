"""Take a part away: the four equations with mistakes in them, and what comes of it."""

from pathlib import Path

import streamlit as st

from backprop.ideas.remove.compute_faulty_backward import backward
from backprop.ideas.remove.compute_mistakes import mistakes_named
from backprop.ideas.remove.view_box import box
from backprop.ideas.remove.view_consequence import consequence, say
from backprop.lesson import chosen_equation, layer_of_equation
from backprop.ui import state


def remove() -> None:
    """The equations and what can be taken away on the left, the consequence on the right."""
    lesson, trace = state.current(), state.trace()
    mistakes = mistakes_named(lesson.value_of("off") or (), trace.network)
    name = chosen_equation(lesson)
    l = layer_of_equation(lesson, name)
    st.html(Path(__file__).with_suffix(".css"))
    wrong = backward(trace, mistakes, lesson.eta)
    say(wrong, name, l)
    left, right = st.columns([0.36, 0.64], gap="medium")
    with left:
        box(trace.network, mistakes, name, l)
    with right:
        consequence(wrong, name, l)
