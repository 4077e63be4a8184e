"""Keeping the lesson: back and forth, as a link, as a file; and its numbers to take away."""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile, UploadedFile

from backprop.lesson import Lesson, from_json, has_long_link, to_json
from backprop.ui import state
from backprop.ui.components.class_link import class_link
from backprop.ui.components.copy_link import copy_link
from backprop.ui.fields import sentences, side_by_side
from backprop.ui.notes import attempt, notes
from backprop.ui.sidebar.words import (
    AS_CSV,
    AS_JSON,
    FILE_LOST,
    FILES,
    LONG_LINK,
    OPEN,
    REDO,
    SAVE,
    UNDO,
)
from backprop.ui.sidebar.words_class import CLASS_LINK, HIDE
from backprop.writing import trace_csv, trace_json

OPENED, FILES_OPEN = "files_opened", "files_open"
MEGABYTES = 1


def shows() -> object:
    """Whether there is a way back and forth, where the next file goes, if the link is long."""
    place = st.session_state.get(OPENED), notes("file")
    return state.can_undo(), state.can_redo(), place, _has_long_link()


def draw() -> None:
    """Undo, redo, copy link, a link for a class; below them the files, while they are open.

    Where the link is long, the lesson's file is there in any case; class_link.js presses it.
    """
    with side_by_side():
        _way(UNDO, "undo", state.undo, state.can_undo())
        _way(REDO, "redo", state.redo, state.can_redo())
        copy_link()
    class_link(CLASS_LINK, HIDE)
    files = st.expander(FILES, key=FILES_OPEN, on_change="rerun")
    if files.open:
        with files:
            _files()
    elif _has_long_link():
        _save()


def _has_long_link() -> bool:
    return has_long_link(state.current().without_place())


def _save() -> None:
    """The lesson as a file; beside a long link with the reason for it."""
    if _has_long_link():
        with st.container(key="long_link"):
            st.caption(LONG_LINK)
            _download(SAVE, "lesson.json", to_json)
    else:
        _download(SAVE, "lesson.json", to_json)


def _way(label: str, key: str, go: Callable[[], None], is_there: bool) -> None:
    st.button(label, key=key, on_click=go, disabled=not is_there, width="stretch")


def _files() -> None:
    """The lesson as a file, there and back; its numbers to take away."""
    _save()
    key = f"lesson_file_{st.session_state.get(OPENED, 0)}"
    st.file_uploader(OPEN, key=key, max_upload_size=MEGABYTES, on_change=_open, args=(key,))
    sentences("file")
    with side_by_side():
        _download(AS_CSV, "trace.csv", _csv)
        _download(AS_JSON, "trace.json", _json)


def _open(key: str) -> None:
    """Take the lesson in the file, or say why not; the next file finds the place empty."""
    attempt("file", lambda: _lesson_in(st.session_state[key]))
    st.session_state[OPENED] = st.session_state.get(OPENED, 0) + 1


def _lesson_in(file: UploadedFile | DeletedFile | None) -> Lesson:
    if isinstance(file, DeletedFile):  # the server has lost it on the way
        raise ValueError(FILE_LOST)
    return from_json(file.getvalue()) if file else state.current()


def _download(label: str, name: str, write: Callable[[Lesson], str]) -> None:
    """A button for a file that is made when it is pressed, of the lesson as it is then."""
    lesson = state.later()
    kind = "text/csv" if name.endswith("csv") else "application/json"
    st.download_button(
        label,
        lambda: write(lesson()),
        name,
        kind,
        key=f"download_{name}",
        on_click="ignore",
        width="stretch",
    )


def _csv(lesson: Lesson) -> str:
    return "\ufeff" + trace_csv(lesson.trace())  # or a spreadsheet takes ² and δ for something else


def _json(lesson: Lesson) -> str:
    return trace_json(lesson.trace())
