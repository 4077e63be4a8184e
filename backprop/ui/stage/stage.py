"""The stage on a page: it gets the lesson's trace, and reports what is typed into it."""

import streamlit as st

from backprop.lesson import moved_to_level, parse_number, with_value
from backprop.ui import state
from backprop.ui.notes import attempt, noted
from backprop.ui.stage.component import mount
from backprop.ui.stage.payload import payload

KEY = "stage"


@st.fragment(key="stage")
def stage() -> None:
    """The stage; a step of the learner does not run it again."""
    lesson = state.current()
    mount(
        KEY,
        payload(lesson, state.trace())
        | {"step": lesson.step, "selected": lesson.selected, "moved": st.session_state.moved}
        | {"problem": _problem()},
        on_level_change=_set_level,
        on_edit_change=_edit,
    )


def _set_level() -> None:
    state.go_to(moved_to_level(state.current(), st.session_state[KEY]["level"]))
    st.rerun()


def _edit() -> None:
    """Take what was typed for a number; what cannot be taken stays there with a sentence."""
    edit = st.session_state[KEY]["edit"]
    lesson = state.current()
    attempt("edit", lambda: with_value(lesson, edit["id"], parse_number(edit["text"])), kept=edit)
    st.rerun()


def _problem() -> dict[str, str] | None:
    found = noted("edit")
    return found.kept | {"sentence": found.sentence} if found else None
