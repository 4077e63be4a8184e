"""Part "own": all the products that can be made of two vectors of the reader's own."""

from functools import partial

import numpy as np
import streamlit as st

from backprop.engine import Trace
from backprop.engine.activations import Array
from backprop.engine.products import hadamard
from backprop.ideas.products.stage import stage_data
from backprop.ideas.products.words import (
    DIFFERENT_LENGTHS,
    DIGITS,
    OUTER_ONLY,
    TAKE_HELP,
    all_products,
    entrywise,
    error_made,
    take_label,
)
from backprop.lesson import Lesson, with_choice
from backprop.ui import state
from backprop.ui.chapter import equation
from backprop.ui.fields import named, sentences, typed, typed_vector
from backprop.ui.notes import attempt, forget
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.writing.text.numbers import written

ROOM = 400
_BOOK = np.array([[1.0], [2.0]]), np.array([[3.0], [4.0]])


def own() -> None:
    """Two fields, the products as heatmaps, and what they have to do with each other."""
    _fields()
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        show("own", stage_data(_vector("s"), _vector("t"), state.trace()))
    with right:
        panel(_panel_content)


def _vector(name: str) -> Array:
    return np.array(state.current().value_of(name))[:, None]


def _fields() -> None:
    lesson = state.current()
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        with st.container(horizontal=True, wrap=False, gap="small", width=540):
            for name in ("s", "t"):
                typed(name, name, lesson.choice(name), partial(_changed, name))
        st.button(
            take_label(len(lesson.sizes)),
            on_click=_take_network,
            help=TAKE_HELP,
        )
    sentences("s", "t", "vectors")


def _changed(name: str, text: str) -> Lesson:
    return with_choice(state.current(), name, named(name, typed_vector, text))


def _take_network() -> None:
    """Both vectors at once, in place of whatever has been typed."""
    s, t = _of_network(state.trace())
    if attempt("vectors", lambda: with_choice(with_choice(state.current(), "s", s), "t", t)):
        forget("s")
        forget("t")


def _of_network(trace: Trace) -> tuple[str, str]:
    """The two vectors of the network's last layer as they would be typed."""
    vectors = trace.nabla_a, trace.sigma_prime[trace.network.L]
    first, second = (
        written(float(f"{x:.{DIGITS}g}") for x in vector.ravel().tolist()) for vector in vectors
    )
    return first, second


def _panel_content() -> None:
    """Equation 28 with these numbers, and how the three products hang together."""
    lesson, s, t = state.current(), _vector("s"), _vector("t")
    fits = s.shape == t.shape
    if not fits:
        s, t = _BOOK
        st.markdown(DIFFERENT_LENGTHS)
    equation(entrywise(s, t, hadamard(s, t), ROOM), "28")
    if (lesson.choice("s"), lesson.choice("t")) == _of_network(state.trace()):
        st.markdown(error_made(len(lesson.sizes)))
    st.markdown(all_products(s, t) if fits else OUTER_ONLY)
