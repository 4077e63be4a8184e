"""Which vector and which function: what the reader typed and chose, and the fields for it."""

import numpy as np
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.ideas.elementwise.compute import Own, functions
from backprop.ideas.elementwise.words import (
    FUNCTION,
    OF_THE_NETWORK,
    VECTOR,
    VECTOR_HELP,
    layer_help,
    title,
)
from backprop.lesson import Lesson, with_choice
from backprop.ui import state
from backprop.ui.fields import chosen, sentences, typed, typed_vector
from backprop.ui.notes import attempt


def own(trace: Trace) -> Own:
    """What the lesson's choices say; a layer that the network has not is the nearest one."""
    lesson = state.current()
    f, found = functions()[lesson.value_of("f")], lesson.value_of("v")
    if isinstance(found, int):
        l = min(found, trace.network.L)
        return Own(trace.z[l][:, 0], f, l)
    return Own(np.array(found), f)


def fields(trace: Trace) -> None:
    """The function and the numbers, and a press for each layer that takes its z and its sigma."""
    lesson = state.current()
    with st.container(horizontal=True, gap="small"):
        titles = {name: title(f) for name, f in functions().items()}
        chosen(FUNCTION, "f", list(titles), lesson.choice("f"), _with_f, called=titles.__getitem__)
        typed(VECTOR, "v", lesson.choice("v"), _typed_v, help=VECTOR_HELP)
    sentences("v")
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.markdown(OF_THE_NETWORK, width="content")
        for l in range(2, trace.network.L + 1):
            st.button(
                Quantity("z", l).text,
                on_click=_take_z,
                args=(l, trace.network.activation[l]),
                help=layer_help(l),
            )


def _with_f(name: str) -> Lesson:
    return with_choice(state.current(), "f", name)


def _typed_v(text: str) -> Lesson:
    return _with_v(text if text.strip().startswith("z") else typed_vector(text))


def _with_v(text: str) -> Lesson:
    return with_choice(state.current(), "v", text)


def _take_z(l: int, activation: str) -> None:
    attempt("v", lambda: with_choice(_with_v(f"z{l}"), "f", activation))
