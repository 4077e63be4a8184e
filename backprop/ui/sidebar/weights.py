"""Weights and biases: drawn from a seed, or typed one by one in a matrix that looks like w^l."""

import secrets
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from backprop.engine import Quantity
from backprop.inputs.parsing import parse_number, parse_whole
from backprop.lesson import Lesson, with_value
from backprop.ui import state
from backprop.ui.components.grid import Cell, Table, grid, refused
from backprop.ui.fields import named, sentences, side_by_side, typed
from backprop.ui.notes import attempt, notes
from backprop.ui.sidebar.words import BY_HAND, INTO_LAYER, ROLL, SEED, SPREAD, WEIGHTS, weights_name
from backprop.writing import short
from backprop.writing.text.numbers import written

OPEN, LAYER = "weights_open", "weights_layer"
FACES = 1000
TRIES = 100


def shows() -> object:
    """What the weights are drawn from and all of them, where they are there to be edited."""
    if not st.session_state.get(OPEN):
        return None
    lesson = state.current()
    drawn = lesson.seed, lesson.spread, lesson.sizes, lesson.weights, lesson.has_biases
    return drawn, notes("seed", "spread", *(f"weights_{l}" for l in lesson.layers))


def draw() -> None:
    """The seed and the spread, and the matrices to edit, while they are open."""
    edit = st.expander(WEIGHTS, key=OPEN, on_change="rerun")
    if edit.open:
        with edit:
            _drawn()
            _matrices()


def _drawn() -> None:
    """What the weights are drawn from."""
    lesson = state.current()
    with side_by_side("bottom"):
        text = str(lesson.seed) if lesson.weights is None else ""
        typed(SEED, "seed", text, _set_seed, placeholder=BY_HAND)
        st.button(ROLL, key="roll", icon=":material/casino:", on_click=_roll, width="stretch")
        typed(SPREAD, "spread", written([lesson.spread]), _set_spread)
    sentences("seed", "spread")


@st.fragment(key="matrices")
def _matrices() -> None:
    """w^l and b^l side by side, for the layer that is chosen."""
    lesson = state.current()
    layers = lesson.layers
    if st.session_state.get(LAYER) not in layers:
        st.session_state[LAYER] = 2
    if len(layers) > 1:
        st.segmented_control(INTO_LAYER, layers, key=LAYER, required=True)
    l = st.session_state[LAYER]
    grid(f"weights_{l}", _matrix(lesson, l), _set_weights)


def _matrix(lesson: Lesson, l: int) -> Table:
    trace = state.trace()
    before, n = lesson.sizes[l - 2], lesson.sizes[l - 1]
    w, b = Quantity("w", l).text, Quantity("b", l).text

    def cell(quantity: Quantity) -> Cell:
        value = float(trace.value(quantity).flat[0])
        return Cell(quantity.id, quantity.text, written([value]), short(value))

    def row(j: int) -> list[Cell]:
        into = [Quantity("w", l, j, k) for k in range(1, before + 1)]
        bias = [Quantity("b", l, j)] if lesson.has_biases else []
        return [cell(quantity) for quantity in (*into, *bias)]

    return Table(
        name=weights_name(l, lesson.has_biases),
        corner=w,
        columns=[*map(str, range(1, before + 1)), *([b] if lesson.has_biases else [])],
        rows=[(str(j), row(j)) for j in range(1, n + 1)],
        split=before if lesson.has_biases else -1,
    )


def _set_weights(texts: Mapping[str, str]) -> tuple[Lesson, dict[str, str]]:
    lesson = state.current()

    def put(cell: str, text: str) -> None:
        nonlocal lesson
        value = named(Quantity.parse(cell).text, parse_number, text)
        lesson = with_value(lesson, cell, value)

    wrong = refused(texts, put)
    return lesson, wrong


def _set_seed(text: str) -> Lesson:
    lesson = state.current()
    if not text.strip() and lesson.weights is not None:
        return lesson
    return replace(lesson, seed=named(SEED, parse_whole, text), weights=None)


def _set_spread(text: str) -> Lesson:
    return replace(state.current(), spread=named(SPREAD, parse_number, text), weights=None)


def _roll() -> None:
    attempt("seed", lambda: _drawn_anew(state.current()))


def _drawn_anew(lesson: Lesson) -> Lesson:
    """The lesson with another seed: one that its cost can take, if few tries find one."""
    for _ in range(TRIES):
        seed = secrets.choice([seed for seed in range(FACES) if seed != lesson.seed])
        drawn = replace(lesson, seed=seed, weights=None)
        if not drawn.problem():
            break
    return drawn
