"""Which vector and which function: what the reader typed and chose, and the fields for it."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.ideas.elementwise.compute import FUNCTIONS, Elementwise
from backprop.lesson import Lesson, with_choice
from backprop.ui import state
from backprop.ui.fields import chosen, sentences, typed
from backprop.ui.notes import attempt

HELP = "1 to 12 numbers, for instance 2, 3. Or z2: the weighted inputs of layer 2 of this network."


@dataclass(frozen=True, eq=False)
class Own:
    """The vector v and the function f; ``l`` is the layer whose z it is, or 0."""

    v: Array
    f: Elementwise
    l: int = 0

    @property
    def name(self) -> str:
        """What v is called."""
        return Quantity("z", self.l).text if self.l else "v"

    def result(self) -> tuple[Array | None, str]:
        """f(v) and ""; or None, and why there is none."""
        try:
            return self.f.of(self.v), ""
        except ValueError as error:
            return None, str(error)

    def is_a_of(self, trace: Trace, result: Array) -> bool:
        """Whether v is the z of a layer and f(v), the result, is its a."""
        return bool(self.l) and np.array_equal(result, trace.a[self.l][:, 0])


def own(trace: Trace) -> Own:
    """What the lesson's choices say; a layer that the network has not is the nearest one."""
    lesson = state.current()
    f, found = FUNCTIONS[lesson.value_of("f")], lesson.value_of("v")
    if isinstance(found, int):
        l = min(found, trace.network.L)
        return Own(trace.z[l][:, 0], f, l)
    return Own(np.array(found), f)


def fields(trace: Trace) -> None:
    """The function and the numbers, and a press for each layer that takes its z and its sigma."""
    lesson = state.current()
    with st.container(horizontal=True, gap="small"):
        titles = {name: f.title for name, f in FUNCTIONS.items()}
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
