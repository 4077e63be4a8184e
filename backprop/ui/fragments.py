"""Fragments of a page: a change runs again those that show something else, and no others.

Each tells, in a value, what it shows. After the callbacks of a press they are asked again: where
the value is another, the fragment runs, together with the one that holds what was pressed.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from backprop.server.patches.stale_fragments import do_join, run_also
from backprop.ui import state


@dataclass
class Shown:
    """What a fragment showed when it was drawn last, and how it is asked what it would show now."""

    ask: Callable[[], object]
    value: object

    @property
    def stale(self) -> bool:
        """Whether it would show something else now."""
        return self.ask() != self.value

    def accept(self) -> None:
        """Take it that it shows what it would show now: the browser has seen to it."""
        self.value = self.ask()


def begin() -> None:
    """Forget the fragments of the run before: the whole page is drawn anew."""
    st.session_state.fragments = {}


def fragment(name: str, shows: Callable[[], object], draw: Callable[[], None]) -> None:
    """Draw a fragment; ``shows`` gives what ``draw`` makes its picture of, to be compared by ==."""

    @st.fragment(key=name)
    def run() -> None:
        if not do_join() and stale():
            st.rerun()
        state.keep_link()
        _every()[name] = Shown(shows, shows())
        draw()

    run()


def stale() -> list[str]:
    """The names of the fragments that would show something else now."""
    return [name for name, shown in _every().items() if shown.stale]


def fresh(name: str) -> Shown | None:
    """The fragment of this name, if there is one and it shows what it would show now."""
    shown = _every().get(name)
    return shown if shown and not shown.stale else None


def _every() -> dict[str, Shown]:
    every: dict[str, Shown] = st.session_state.setdefault("fragments", {})
    return every


run_also(stale)
