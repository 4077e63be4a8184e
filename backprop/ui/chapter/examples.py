"""The examples of a page that is about several: made up where the lesson has one, or just one."""

from collections.abc import Callable

import streamlit as st

from backprop.lesson import Lesson, with_examples, with_one_example
from backprop.ui import state
from backprop.ui.notes import attempt
from backprop.writing.text.examples import BACK_TO_ONE, MADE_UP, MAKE_EXAMPLES, ONE_EXAMPLE


def several_or_one() -> None:
    """Of a lesson without a table of several rows: which examples the page has, and the others."""
    rows = len(state.current().data)
    if rows == 0:
        _said(MADE_UP, BACK_TO_ONE, with_one_example)
    elif rows == 1:
        _said(ONE_EXAMPLE, MAKE_EXAMPLES, with_examples)


def _said(sentence: str, button: str, change: Callable[[Lesson], Lesson]) -> None:
    def take() -> None:
        attempt("examples", lambda: change(state.current()))

    with st.container(
        key="chapter_examples", horizontal=True, vertical_alignment="center", gap="small"
    ):
        st.caption(sentence, width="content")
        st.button(button, type="tertiary", on_click=take)
