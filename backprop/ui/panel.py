"""The panel beside the stage: it runs again whenever the stage has moved, and keeps its place."""

from collections.abc import Callable

import streamlit as st

from backprop.ui import fragments, state
from backprop.ui.components.place import follow_stage
from backprop.ui.theme import theme


def panel(content: Callable[[], None], everything: tuple[str, ...] = ()) -> None:
    """The panel with this content.

    A move of the stage runs the content again; where it changes one of the names in ``everything``
    ("selected", or a choice), it runs the whole page, for what stands outside the panel.
    """

    def draw() -> None:
        with st.container(key="panel", gap="xsmall"):
            content()
            follow_stage(lambda place: _follow(place, everything), theme())

    fragments.fragment("panel", state.current, draw)


def _follow(place: object, everything: tuple[str, ...]) -> None:
    """Keep the place that the stage reports, unless the lesson has been moved since."""
    match place:
        case {"moved": moved, "step": step, "selected": selected, "choices": dict(choices)} if (
            moved == state.moved()
        ):
            before, page = _kept(everything), fragments.fresh("page")
            state.follow(step, selected, choices)
            if page and _kept(everything) == before:
                page.accept()


def _kept(names: tuple[str, ...]) -> list[str]:
    lesson = state.current()
    return [lesson.selected if name == "selected" else lesson.choice(name) for name in names]
