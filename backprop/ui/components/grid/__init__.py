"""A small table of numbers, each in a field of its own: a matrix, or the neurons of each layer.

What is typed or pasted stays in its fields until Python has taken it or said what is wrong with it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from backprop.lesson import Lesson
from backprop.ui.components.component import Component, told
from backprop.ui.notes import attempt, noted

Change = Callable[[Mapping[str, str]], Lesson]

_component = Component(Path(__file__).parent)


@dataclass(frozen=True)
class Cell:
    """One field: its id, its name for a screen reader, its number in full and as it is shown."""

    id: str
    name: str
    text: str
    short: str


@dataclass(frozen=True)
class Table:
    """Rows of cells, each row with its header; ``split`` is the column set apart from the others.

    With ``steps``, the least and the most, the arrow keys count a field up and down.
    """

    name: str
    corner: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    split: int = -1
    steps: tuple[int, int] | None = None


def grid(key: str, table: Table, change: Change) -> None:
    """Put the table on the page; ``change`` makes a lesson of the texts typed, by id of the cell.

    It raises ValueError for a text that it cannot take: WrongCell where the cell is known.
    """

    def edited() -> None:
        number, texts = received(told(key, "edit"))
        st.session_state[f"{key}_seen"] = number
        attempt(key, lambda: change(texts), kept=texts)

    wrong = noted(key)
    data = asdict(table) | {
        "seen": st.session_state.get(f"{key}_seen"),
        "problem": wrong and {"cell": wrong.cell, "sentence": wrong.sentence, "texts": wrong.kept},
    }
    _component(key=key, data=data, on_edit_change=edited)


def received(edit: object) -> tuple[str, dict[str, str]]:
    """The number of the message and the texts by cell; a browser may send anything."""
    if not isinstance(edit, dict) or not isinstance(edit.get("texts"), dict):
        return "", {}
    texts = {str(cell): str(text) for cell, text in edit["texts"].items()}
    return str(edit.get("number")), texts
