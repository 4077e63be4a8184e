"""The stage on a page: it gets what it shows, and reports what is typed into it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from backprop.inputs.parsing import parse_number
from backprop.lesson import moved_to_level, with_value
from backprop.stage.data import StageData
from backprop.ui import state
from backprop.ui.components.component import told
from backprop.ui.notes import attempt, noted
from backprop.ui.stage.component import mount


def shows() -> object:
    """What a stage shows of the lesson: all but the step and the selection, which it has itself."""
    lesson = state.current()
    return lesson.without_place(), lesson.level, state.moved(), _problem()


def show(key: str, data: StageData, **act: Callable[[Any], None]) -> None:
    """A stage with these data, at the lesson's place, which its fields can change.

    ``act`` has, by name, what to do with what a part of the page's own triggers; a browser may
    send anything there.
    """
    lesson = state.current()
    mount(
        key,
        StageData(step=lesson.step, selected=lesson.selected, moved=state.moved())
        | data
        | {"problem": _problem()},
        on_level_change=_telling(key, "level", _set_level),
        on_edit_change=_telling(key, "edit", _edit),
        **{f"on_{name}_change": _telling(key, name, one) for name, one in act.items()},
    )


def _telling(key: str, name: str, act: Callable[[Any], None]) -> Callable[[], None]:
    return lambda: act(told(key, name))


def _set_level(level: Any) -> None:
    with suppress(ValueError):
        state.go_to(moved_to_level(state.current(), level))


def _edit(edit: object) -> None:
    """Take what was typed for a number; what cannot be taken stays there with a sentence."""
    match edit:
        case {"id": str(id), "text": str(text)}:
            lesson, kept = state.current(), {"id": id, "text": text}
            attempt("edit", lambda: with_value(lesson, id, parse_number(text)), kept=kept)


def _problem() -> dict[str, str] | None:
    found = noted("edit")
    return found.kept | {"sentence": found.sentence} if found else None
