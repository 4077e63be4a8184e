"""The explorer's stage: the network, its heatmaps and the steps of its trace."""

from contextlib import suppress
from numbers import Real
from typing import Any

import streamlit as st

from backprop.lesson import at_step
from backprop.stage.explorer import stage_data
from backprop.stage.turn import turned
from backprop.ui import descent, first_look, state
from backprop.ui.fragments import fragment
from backprop.ui.notes import notes
from backprop.ui.stage import show, shows


def stage() -> None:
    """The stage; a step of the learner does not run it again."""
    fragment("stage", _shows, _draw)


def _shows() -> object:
    said = notes(descent.DESCEND, descent.DESCENDED, descent.WALKED)
    return shows(), descent.rounds(), said, first_look.is_on()


def _draw() -> None:
    said, stopped, walked = notes(descent.DESCENDED, descent.DESCEND, descent.WALKED)
    data = stage_data(
        state.current(),
        state.trace(),
        descent.next_step(),
        descent.rounds(),
        first_look.is_on(),
        said=said.sentence if said else "",
        stopped=stopped.sentence if stopped else "",
        walked=walked.kept if walked else (),
    )
    data |= {"trace": state.trace_name()}
    if turn := st.session_state.pop("turn", None):
        data["turn"] = turn
    show("stage", data, turn=_turn, rounds=_take, way=_go, opening=first_look.ask)


def _turn(asked: object) -> None:
    """Compute what was asked for to turn a number, which the stage is then drawn with, once."""
    match asked:
        case {"id": str(id), "values": [*values], "at": int(at)} if _are_numbers(values):
            with suppress(ValueError):
                st.session_state.turn = turned(state.current(), id, values, at)


def _are_numbers(values: list[object]) -> bool:
    return all(isinstance(value, Real) for value in values)


def _take(press: Any) -> None:
    """Take the steps of a press, one of them or ten; after one the next pass begins.

    A press on a network of before is left.
    """
    match press:
        case {"count": 1 | 10 as count, "moved": seen} if seen == state.moved():
            if descent.take_steps(count) and count == 1:
                state.go_to(at_step(state.current(), 1))
            state.place_moved()


def _go(press: Any) -> None:
    """Open the lesson that is so many changes away."""
    match press:
        case {"way": int(way), "moved": seen} if seen == state.moved():
            state.go_along(way)
            state.place_moved()
