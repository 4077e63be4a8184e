"""A small table of examples, each row x and then y: XOR, AND, or the user's own."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile

from backprop.inputs.blocks import Block
from backprop.inputs.limits import MAX_NEURONS
from backprop.inputs.tables import Rows, decoded, parse_table
from backprop.lesson import DATA_SETS, Lesson, row_of, with_row, with_sizes, with_table
from backprop.ui import state
from backprop.ui.fields import chosen, sentences, side_by_side, typed_rows
from backprop.ui.notes import attempt, forget, note, noted, notes
from backprop.ui.resized import saying_what_became
from backprop.ui.sidebar.words import (
    CHOOSE_ROW,
    DATA_SET,
    FILE_LOST,
    FIT,
    NO_DATA,
    OWN_DATA,
    ROW,
    does_not_fit,
    row_text,
)
from backprop.ui.sidebar.words_table import (
    OPEN_TABLE,
    OUTPUTS,
    last_columns,
    own_table_label,
)
from backprop.writing.text.block_words import taken_for_decimals, taken_for_names
from backprop.writing.text.numbers import written

TABLE_OPEN = "table_open"
MEGABYTES = 1
TABLES_OPENED, Y_COLUMNS = "tables_opened", "table_y_columns"
N_X, N_Y = 2, 1
"""The inputs and outputs of the built-in data sets."""


def shows() -> object:
    """The table, and the row in use."""
    lesson = state.current()
    is_open = st.session_state.get(TABLE_OPEN)
    shape = len(lesson.x), len(lesson.y)
    files = st.session_state.get(TABLES_OPENED)
    said = notes("data", "row", "fit", "table", "told")
    return lesson.data, shape, row_of(lesson), is_open, files, said


def draw() -> None:
    """The data set and the row in use; below them the rows, or a way to make the network fit."""
    lesson = state.current()
    waiting = noted("fit")
    with side_by_side("bottom"):
        chosen(DATA_SET, "data", [NO_DATA, *DATA_SETS, OWN_DATA], _data_set_of(lesson), _choose)
        if waiting:
            st.button(FIT, key="fit", on_click=_fit, width="stretch", wrap=True)
        elif _columns_of_y():
            st.button(FIT, key="fit_table", on_click=_fit_table, width="stretch", wrap=True)
        elif lesson.data:
            _rows(lesson)
    if waiting:
        st.info(waiting.sentence)
        return
    sentences("data", "row")
    if _data_set_of(lesson) == OWN_DATA:
        _own(lesson)


def _own(lesson: Lesson) -> None:
    """The field for the table, what is to be said of it, and a file in its place."""
    text = "\n".join(map(written, lesson.data))
    typed_rows(own_table_label(len(lesson.x), len(lesson.y)), "table", text, _take)
    sentences("table")
    with st.container(key="told"):  # it has its room, or what stands below would move
        if columns := _columns_of_y():
            st.selectbox(
                OUTPUTS,
                columns,
                key=Y_COLUMNS,
                format_func=last_columns,
                filter_mode=None,
                label_visibility="collapsed",
            )
        elif told := noted("told"):
            st.caption(told.sentence)
    key = f"table_file_{st.session_state.get(TABLES_OPENED, 0)}"
    st.file_uploader(
        OPEN_TABLE,
        ["csv", "tsv", "txt"],
        key=key,
        max_upload_size=MEGABYTES,
        on_change=_open,
        args=(key,),
    )


def _columns_of_y() -> list[int]:
    """How many columns may be y in a table whose rows have another length than the network's."""
    other = noted("table")
    columns = len(other.kept.rows[0]) if other and other.kept else 0
    return [n for n in range(1, columns) if max(n, columns - n) <= MAX_NEURONS]


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
    needed, here = (N_X, N_Y), (len(lesson.x), len(lesson.y))
    if here == needed:
        return _with_set(lesson, name)
    note("fit", does_not_fit(name, needed, here), kept=name)
    return lesson


def _with_set(lesson: Lesson, name: str) -> Lesson:
    return _with_rows(lesson, DATA_SETS[name])


def _with_rows(lesson: Lesson, rows: Rows) -> Lesson:
    """The lesson with this table; x and y become its first row where they are in none."""
    lesson = replace(lesson, data=rows)
    return with_row(lesson, 0) if row_of(lesson) is None else lesson


def _fit() -> None:
    waiting = noted("fit")
    if waiting:
        lesson = state.current()
        sizes = (N_X, *lesson.sizes[1:-1], N_Y)
        attempt("data", lambda: _fitted(lesson, sizes, DATA_SETS[waiting.kept]))


def _fitted(lesson: Lesson, sizes: Sequence[int], rows: Rows) -> Lesson:
    """The lesson with this table in place of its own, and the sizes that it needs."""
    fitted = _with_rows(with_sizes(lesson, sizes), rows)
    return saying_what_became(fitted, own_rows=False)


def _fit_table() -> None:
    other = noted("table")
    if other and other.kept:
        lesson, table, n_y = state.current(), other.kept, st.session_state[Y_COLUMNS]
        sizes = (len(table.rows[0]) - n_y, *lesson.sizes[1:-1], n_y)
        if attempt("table", lambda: _fitted(lesson, sizes, table.rows)):
            _tell(table.block)


def _take(text: str) -> None:
    """Take the table in this text, or say why not; and what of it are no numbers."""
    lesson = state.current()
    forget("told")
    try:
        table = parse_table(text, len(lesson.x), len(lesson.y))
    except ValueError as error:
        note("table", str(error), kept=getattr(error, "table", None))
    else:
        if attempt("table", lambda: with_table(lesson, table.rows)):
            _tell(table.block)


def _tell(block: Block) -> None:
    said = [sentence for tell in (taken_for_names, taken_for_decimals) if (sentence := tell(block))]
    if said:
        note("told", "\n\n".join(said))


def _open(key: str) -> None:
    """Take the table in the file; the next one finds the place empty."""
    file = st.session_state[key]
    st.session_state[TABLES_OPENED] = st.session_state.get(TABLES_OPENED, 0) + 1
    if isinstance(file, DeletedFile):
        note("table", FILE_LOST)
    elif file:
        try:
            text = decoded(file.getvalue())
        except ValueError as error:
            note("table", str(error))
        else:
            st.session_state["lesson_table"] = text
            _take(text)
