"""A row of buttons of which one is pressed, kept as a choice of the lesson."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from backprop.ui import state


def switch(
    label: str,
    name: str,
    options: Sequence[Any],
    present: Any,
    *,
    called: Callable[[Any], str] = str,
    take: Callable[[Any], None] | None = None,
    **look: Any,
) -> None:
    """The options of a choice, the present one marked.

    ``called`` says what an option is called, ``take`` what is done with it instead of keeping it
    under this name; ``look`` goes to st.segmented_control.
    """
    key = f"switch_{name}"

    def changed() -> None:
        option = st.session_state[key]
        if option is None:  # no browser lets go of the one that is pressed
            return
        if take:
            take(option)
        else:
            state.choose(name, str(option))

    st.session_state[key] = present
    st.segmented_control(
        label, options, format_func=called, key=key, required=True, on_change=changed, **look
    )
