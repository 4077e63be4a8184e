"""Which vector and which function: what the reader typed and chose, and the fields for it."""

import numpy as np
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.ideas.elementwise.compute import Own, functions
from backprop.lesson import Lesson, with_choice
from backprop.ui import state
from backprop.ui.fields import chosen, sentences, typed
from backprop.ui.notes import attempt

HELP = "1 to 12 numbers, for instance 2, 3. Or z2: the weighted inputs of layer 2 of this network."


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
        titles = {name: f.title for name, f in functions().items()}
        chosen("f", "f", list(titles), lesson.choice("f"), _with_f, called=titles.__getitem__)
        typed("v", "v", lesson.choice("v"), _with_v, help=HELP)
    sentences("v")
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.markdown("Or this network's", width="content")
        for l in range(2, trace.network.L + 1):
            z, a = Quantity("z", l).text, Quantity("a", l).text
            st.button(
                z, on_click=_take_z, args=(l, trace.network.activation[l]), help=f"{a} = σ({z})"
            )


def _with_f(name: str) -> Lesson:
    return with_choice(state.current(), "f", name)


def _with_v(text: str) -> Lesson:
    return with_choice(state.current(), "v", text)


def _take_z(l: int, activation: str) -> None:
    attempt("v", lambda: with_choice(_with_v(f"z{l}"), "f", activation))
