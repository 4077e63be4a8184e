"""Take a part away: the four equations with mistakes in them, and what comes of it."""

from pathlib import Path

import streamlit as st

from backprop.engine import Network
from backprop.engine.mistakes import four_equations, mistakes_named
from backprop.engine.wrong_pass import backward
from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.equations.box import box, layers_of
from backprop.ui.equations.consequence import consequence, say

_LOOK = (Path(__file__).parent / "remove.css").read_text(encoding="utf-8")


def remove() -> None:
    """The equations and what can be taken away on the left, the consequence on the right."""
    lesson, trace = state.current(), state.trace()
    mistakes = mistakes_named(lesson.choice("off").split(","), trace.network)
    name, l = looked_at(lesson, trace.network)
    st.html(f"<style>{_LOOK}</style>")
    wrong = backward(trace, mistakes, lesson.eta)
    say(wrong, name, l)
    left, right = st.columns([0.36, 0.64], gap="medium")
    with left:
        box(trace.network, mistakes, name, l)
    with right:
        consequence(wrong, name, l)


def looked_at(lesson: Lesson, network: Network) -> tuple[str, int]:
    """The equation and the layer that are chosen, or what is nearest in this network."""
    names = list(four_equations(network))
    wanted = lesson.choice("equation")
    name = wanted if wanted in names else names[1] if network.L > 2 else names[0]
    layers = layers_of(name, network.L)
    l = int(lesson.choice("layer") or layers[-1])
    return name, min(max(l, layers[0]), layers[-1])
