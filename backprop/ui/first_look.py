"""Whether the session is somebody's first look at the explorer, which begins with one question.

The browser keeps a cookie when it is over, and when a lesson was opened by its link: see
browser/first_look.js.
"""

import streamlit as st

COOKIE, PARAMETER = "backprop-seen", "opening"
"""The cookie, and what a link says that asks for the first minute again."""


def decide(on_explorer: bool) -> None:
    """Decide it at the session's start, before the link is that of the lesson."""
    if "first_look" not in st.session_state:
        query = st.query_params.to_dict()
        unasked = not query and COOKIE not in st.context.cookies
        asked = query.get(PARAMETER) == "1"
        st.session_state.first_look = on_explorer and (asked or unasked)


def ask(_: object = None) -> None:
    """Have the first minute again."""
    st.session_state.first_look = True


def is_on() -> bool:
    """Whether the stage has the first minute; the browser knows when it is over."""
    on: bool = st.session_state.get("first_look", False)
    return on
