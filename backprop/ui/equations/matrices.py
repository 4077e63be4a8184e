"""Part "matrices": the problem of the section, the errors without the Hadamard product."""

import pandas as pd
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.engine.matrix_form import factors
from backprop.engine.ways import Product, from_the_left, from_the_right, with_hadamard
from backprop.lesson import Lesson, with_layers
from backprop.ui import state
from backprop.ui.chapter import equation, offer, shows
from backprop.ui.equations.chains import data, is_cancelled
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import theme
from backprop.writing import PALETTE
from backprop.writing.matrix_form import agreement, arithmetic, in_letters, order, zeros

HADAMARD, RIGHT, LEFT = "with ⊙", "matrices, from the right", "matrices, from the left"
_WAYS = {HADAMARD: with_hadamard, RIGHT: from_the_right, LEFT: from_the_left}


def matrices() -> None:
    """The errors of one layer by matrices and with ⊙, and what each way costs."""
    lesson, trace = state.current(), state.trace()
    with shows("problem", "the equations as matrix products"):
        left, right = st.columns([0.64, 0.36], gap="medium")
        with left:
            _choose_layer(lesson)
            show("matrices", data(trace, layer(lesson), _notes(trace, layer(lesson))))
        with right:
            panel(_costs)


def layer(lesson: Lesson) -> int:
    """The layer whose errors are looked at, the nearest that has some."""
    return min(max(int(lesson.choice("layer") or 2), 2), len(lesson.sizes))


def _choose_layer(lesson: Lesson) -> None:
    L = len(lesson.sizes)
    if L == 2:
        offer(
            "(34) and (35) are about hidden layers, and this network has none.",
            "Add a hidden layer",
            lambda: with_layers(state.current(), 3),
        )
        return
    st.session_state["matrices_layer"] = layer(lesson)
    st.segmented_control(
        "The errors of layer",
        range(2, L + 1),
        format_func=lambda l: Quantity("delta", l).text,
        key="matrices_layer",
        required=True,
        on_change=lambda: state.choose("layer", str(st.session_state["matrices_layer"])),
    )


def _worked_out(trace: Trace, l: int) -> tuple[dict[str, Product], list[str]]:
    """The errors of layer l in every way that stays finite, and why another does not."""
    found, failed = {}, []
    for name, way in _WAYS.items():
        try:
            found[name] = way(factors(trace, l))
        except ValueError as error:
            failed.append(f"{name.capitalize()}: {error}.")
    return found, failed


def _notes(trace: Trace, l: int) -> list[str]:
    """Whether all ways agree, and what makes one of them the better."""
    found, failed = _worked_out(trace, l)
    notes = [agreement([one.result for one in found.values()], trace.delta[l]), *failed]
    if is_cancelled(trace):
        L = trace.network.L
        delta, a = Quantity("delta", L).text, Quantity("a", L).text
        notes.append(
            f"With the cross-entropy of sigmoids, {delta} is better computed as {a} − y: where an "
            "output is saturated, ∇ₐC is huge and σ′ tiny, and a − y needs neither."
        )
    return notes


def _costs() -> None:
    """The equations in letters, and what the ways to work them out cost in this network."""
    trace, l = state.trace(), layer(state.current())
    equation(in_letters(PALETTE[theme()]), "33", "34", "35")
    found, _ = _worked_out(trace, l)
    st.markdown(f"**Multiplications on the way from ∇ₐC to {Quantity('delta', l).text}**")
    rows = [(name, arithmetic(one), f"**{one.count:,}**") for name, one in found.items()]
    header = ["way", "what adds up", "total"]
    st.table(pd.DataFrame(rows, columns=header).set_index("way"))
    st.markdown(zeros(found[RIGHT], found[HADAMARD]))
    if l < trace.network.L and LEFT in found:
        st.markdown(order(found[RIGHT], found[LEFT]))
