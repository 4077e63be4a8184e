"""A sentence beside what was typed or pressed: what is wrong there, or what came of it.

It is kept until that place is put right or the lesson changes in another way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from backprop.lesson import Lesson
from backprop.ui import state


@dataclass(frozen=True)
class Note:
    """A sentence that holds for one network and example; ``kept`` is whatever belongs to it."""

    lesson: Lesson
    sentence: str
    kept: Any = None


def attempt(name: str, make: Callable[[], Lesson], kept: Any = None) -> bool:
    """Take the lesson that ``make`` gives; where there is none, note why at ``name``."""
    forget(name)
    try:
        state.take(make())
    except ValueError as error:
        note(name, str(error), kept)
        return False
    return True


def note(name: str, sentence: str, kept: Any = None, lesson: Lesson | None = None) -> None:
    """Keep a sentence at ``name`` while the network and its example are those of the lesson.

    It is the present one, or another that is to come next.
    """
    _notes()[name] = Note((lesson or state.current()).without_place(), sentence, kept)


def noted(name: str) -> Note | None:
    """The sentence kept at ``name``, if it still holds."""
    return notes(name)[0]


def notes(*names: str) -> list[Note | None]:
    """The sentences at these names that still hold."""
    kept = _notes()
    if kept:
        lesson = state.current().without_place()
        for name, found in list(kept.items()):
            if found.lesson != lesson:
                del kept[name]
    return [kept.get(name) for name in names]


def forget(name: str) -> None:
    """Drop the sentence at ``name``."""
    _notes().pop(name, None)


def _notes() -> dict[str, Note]:
    notes: dict[str, Note] = st.session_state.setdefault("notes", {})
    return notes
