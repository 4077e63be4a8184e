"""Part "places": where the four equations have a Hadamard product and where a matrix product."""

from pathlib import Path

import streamlit as st

from backprop.engine import Quantity, Step
from backprop.lesson import Lesson, with_layers
from backprop.ui import state
from backprop.ui.chapter import book, offer
from backprop.ui.hadamard.worked import data
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import theme
from backprop.writing import PALETTE
from backprop.writing.operations import called, in_order, right_hand_side
from backprop.writing.underbraced import underbraced

_SYMBOLS = {"BP1a": "delta", "BP2": "delta", "BP3": "nabla_b", "BP4": "nabla_w"}
_LOOK = (Path(__file__).parent / "look.css").read_text(encoding="utf-8")
_WIDTHS = (0.24, 0.36, 0.15, 0.25)


def places() -> None:
    """The four equations with their products marked, and one of them on this network's numbers."""
    st.html(f"<style>{_LOOK}</style>")
    panel(_marked)
    lesson = state.current()
    name = chosen(lesson)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        _choose("equation", "Equation", [one for one in _SYMBOLS if layers(one, lesson)], name)
        if len(layers(name, lesson)) > 1:
            options = [str(l) for l in layers(name, lesson)]
            _choose("layer", "Layer", options, str(layer(name, lesson)))
    if not layers("BP2", lesson):
        offer(
            "BP2 is about hidden layers, and this network has none.",
            "Add a hidden layer",
            lambda: with_layers(state.current(), 3),
        )
    show("places", data(_step(name), state.trace()))


def chosen(lesson: Lesson) -> str:
    """The equation that is looked at; BP1a where the chosen one does not occur."""
    name = lesson.choice("equation") or "BP2"
    return name if layers(name, lesson) else "BP1a"


def layers(name: str, lesson: Lesson) -> range:
    """The layers of this network for which an equation holds."""
    L = len(lesson.sizes)
    return {"BP1a": range(L, L + 1), "BP2": range(2, L)}.get(name, range(2, L + 1))


def layer(name: str, lesson: Lesson) -> int:
    """The layer that is looked at, or the nearest for which the equation holds."""
    holds = layers(name, lesson)
    wanted = int(lesson.choice("layer") or holds[-1])
    return min(max(wanted, holds[0]), holds[-1])


def _step(name: str) -> Step:
    lesson, trace = state.current(), state.trace()
    found = trace.step_of(Quantity(_SYMBOLS[name], layer(name, lesson)))
    assert found is not None
    return found[1]


def _marked() -> None:
    """The four equations side by side, each with where the book has it."""
    lesson, colours = state.current(), PALETTE[theme()]
    for name, column in zip(_SYMBOLS, st.columns(_WIDTHS), strict=True):
        key = "places_chosen" if name == chosen(lesson) else f"places_{name}"
        with column, st.container(border=True, height="stretch", gap="xsmall", key=key):
            st.markdown(f"**{book(name)}**", text_alignment="center")
            if not layers(name, lesson):
                st.caption("for hidden layers", text_alignment="center")
                continue
            step = _step(name)
            st.latex(underbraced(step, colours))
            if not any(called(one) for one in in_order(right_hand_side(step.equation))):
                why_none = "the slope cancels: no ⊙ is left" if name == "BP1a" else "no product"
                st.caption(why_none, text_alignment="center")
    st.markdown(
        "**⊙** keeps every neuron to itself; a **matrix product** brings two layers together."
    )


def _choose(name: str, label: str, options: list[str], choice: str) -> None:
    key = f"choose_{name}"
    st.session_state[key] = choice
    st.segmented_control(
        label,
        options,
        key=key,
        required=True,
        on_change=lambda: state.choose(name, st.session_state[key]),
    )
