"""The explorer's stage: the network, its heatmaps and the steps of its trace."""

from contextlib import suppress
from numbers import Real

import streamlit as st

from backprop.stage.explorer import stage_data
from backprop.stage.turn import turned
from backprop.ui import state
from backprop.ui.fragments import fragment
from backprop.ui.stage import show, shows


def stage() -> None:
    """The stage; a step of the learner does not run it again."""
    fragment("stage", shows, _draw)


def _draw() -> None:
    data = stage_data(state.current(), state.trace()) | {"trace": state.trace_name()}
    if turn := st.session_state.pop("turn", None):
        data["turn"] = turn
    show("stage", data, turn=_turn)


def _turn(asked: object) -> None:
    """Compute what was asked for to turn a number, which the stage is then drawn with, once."""
    match asked:
        case {"id": str(id), "values": [*values], "at": int(at)} if _are_numbers(values):
            with suppress(ValueError):
                st.session_state.turn = turned(state.current(), id, values, at)


def _are_numbers(values: list[object]) -> bool:
    return all(isinstance(value, Real) for value in values)
