"""The functions: the activation of the neurons, one for all or one per layer, and the cost."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from backprop.engine import ACTIVATIONS, COSTS
from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.fields import chosen, sentences, side_by_side
from backprop.ui.notes import notes
from backprop.ui.sidebar.words import ACTIVATION, COST, EACH, cost_label, layer_label

PER_LAYER = "activation_per_layer"


def shows() -> object:
    """The functions, and whether each layer has a list of its own."""
    lesson = state.current()
    return lesson.activation, lesson.cost, _is_each(lesson), notes(*_places(lesson))


def draw() -> None:
    """The activation and the cost; below them one activation for each layer, if wanted."""
    lesson = state.current()
    names, layers, each = lesson.activation, lesson.layers, _is_each(lesson)
    options = [*ACTIVATIONS, EACH] if len(layers) > 1 else [*ACTIVATIONS]
    with side_by_side():
        chosen(ACTIVATION, "activation", options, EACH if each else names[0], _set_all)
        _cost(lesson)
    with st.container(key="per_layer", horizontal=True, gap="xsmall"):
        for l in layers if each else ():
            name = f"activation_{l}"
            chosen(layer_label(l), name, list(ACTIVATIONS), names[l - 2], _setter(l))
    sentences(*_places(lesson))


def _cost(lesson: Lesson) -> None:
    """The list of costs; the quadratic one is in it once, and says where it has no ½."""
    with_half = COSTS[lesson.cost].with_half
    shown = with_half or lesson.cost
    names = [name for name, cost in COSTS.items() if not cost.with_half]

    def called(name: str) -> str:
        return cost_label(name, half=not with_half or name != shown)

    chosen(COST, "cost", names, shown, _set_cost, called)


def _is_each(lesson: Lesson) -> bool:
    several = len(set(lesson.activation)) > 1 or st.session_state.get(PER_LAYER, False)
    return len(lesson.layers) > 1 and several


def _places(lesson: Lesson) -> tuple[str, ...]:
    """Where a sentence may stand."""
    return "activation", "cost", *(f"activation_{l}" for l in lesson.layers)


def _set_all(name: str) -> Lesson:
    lesson = state.current()
    st.session_state[PER_LAYER] = name == EACH
    if name == EACH:
        return lesson
    return replace(lesson, activation=(name,) * len(lesson.activation))


def _setter(l: int) -> Callable[[str], Lesson]:
    def set_one(name: str) -> Lesson:
        lesson = state.current()
        if l not in lesson.layers:  # it has gone in the same run
            return lesson
        names = list(lesson.activation)
        names[l - 2] = name
        return replace(lesson, activation=tuple(names))

    return set_one


def _set_cost(name: str) -> Lesson:
    """The lesson with this cost; whether the quadratic one has its ½ is a convention, and stays."""
    lesson = state.current()
    return lesson if COSTS[lesson.cost].with_half == name else replace(lesson, cost=name)
