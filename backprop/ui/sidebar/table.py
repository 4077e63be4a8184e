"""A small table of examples, each row x and then y: XOR, AND, or the user's own."""

from dataclasses import replace

import streamlit as st

from backprop.inputs.parsing import parse_table
from backprop.lesson import DATA_SETS, Lesson, resized, row_of, with_row, with_table
from backprop.ui import state
from backprop.ui.fields import chosen, sentences, side_by_side, typed_rows
from backprop.ui.notes import attempt, forget, note, noted, notes
from backprop.ui.sidebar.words import (
    CHOOSE_ROW,
    DATA_SET,
    FIT,
    NO_DATA,
    OWN_DATA,
    ROW,
    does_not_fit,
    own_table_label,
    row_text,
)
from backprop.writing.text.numbers import written

TABLE_OPEN = "table_open"
INPUTS, OUTPUTS = 2, 1


def shows() -> object:
    """The table, and the row in use."""
    lesson = state.current()
    is_open = st.session_state.get(TABLE_OPEN)
    shape = len(lesson.x), len(lesson.y)
    return lesson.data, shape, row_of(lesson), is_open, notes("data", "row", "fit", "table")


def draw() -> None:
    """The data set and the row in use; below them the rows, or a way to make the network fit."""
    lesson = state.current()
    waiting = noted("fit")
    with side_by_side("bottom"):
        chosen(DATA_SET, "data", [NO_DATA, *DATA_SETS, OWN_DATA], _data_set_of(lesson), _choose)
        if waiting:
            st.button(FIT, key="fit", on_click=_fit, width="stretch", wrap=True)
        elif lesson.data:
            _rows(lesson)
    if waiting:
        st.info(waiting.sentence)
        return
    sentences("data", "row")
    if _data_set_of(lesson) == OWN_DATA:
        text = "\n".join(map(written, lesson.data))
        label = own_table_label(len(lesson.x), len(lesson.y))
        typed_rows(label, "table", text, _set_table)
        sentences("table")


def _data_set_of(lesson: Lesson) -> str:
    """The name of the lesson's data set, or of one that waits for a network that fits."""
    if waiting := noted("fit"):
        return str(waiting.kept)
    if not lesson.data:
        return NO_DATA
    known = (name for name, rows in DATA_SETS.items() if rows == lesson.data)
    return OWN_DATA if st.session_state.get(TABLE_OPEN) else next(known, OWN_DATA)


def _rows(lesson: Lesson) -> None:
    texts, row = _texts(lesson), row_of(lesson)
    options = texts if row is not None else [*texts, CHOOSE_ROW]
    chosen(ROW, "row", options, CHOOSE_ROW if row is None else texts[row], _set_row)


def _texts(lesson: Lesson) -> list[str]:
    """The rows as the list names them: one that changes is then another choice for the browser."""
    n = len(lesson.x)
    return [row_text(written(row[:n]), written(row[n:])) for row in lesson.data]


def _set_row(text: str) -> Lesson:
    lesson = state.current()
    texts = _texts(lesson)
    return with_row(lesson, texts.index(text)) if text in texts else lesson


def _choose(name: str) -> Lesson:
    lesson = state.current()
    forget("fit")
    st.session_state[TABLE_OPEN] = name == OWN_DATA
    if name == NO_DATA:
        return replace(lesson, data=())
    if name == OWN_DATA:
        return replace(lesson, data=lesson.data or (lesson.x + lesson.y,))
    needed, here = (INPUTS, OUTPUTS), (len(lesson.x), len(lesson.y))
    if here == needed:
        return _with_set(lesson, name)
    note("fit", does_not_fit(name, needed, here), kept=name)
    return lesson


def _with_set(lesson: Lesson, name: str) -> Lesson:
    """The lesson with this data set; x and y become its first row where they are in none."""
    lesson = replace(lesson, data=DATA_SETS[name])
    return with_row(lesson, 0) if row_of(lesson) is None else lesson


def _fit() -> None:
    waiting = noted("fit")
    if waiting:
        lesson = state.current()
        sizes = (INPUTS, *lesson.sizes[1:-1], OUTPUTS)
        attempt("data", lambda: _with_set(resized(lesson, sizes), waiting.kept))


def _set_table(text: str) -> Lesson:
    lesson = state.current()
    return with_table(lesson, parse_table(text, len(lesson.x), len(lesson.y)))
