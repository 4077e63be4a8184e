"""A small table of numbers, each in a field of its own: a matrix, or the neurons of each layer.

What is typed or pasted stays in its fields until Python has taken it or said what is wrong with it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from backprop.lesson import Lesson
from backprop.ui.components.component import Component, told
from backprop.ui.components.grid import words
from backprop.ui.components.grid.paste import Edit, Pasted, pasted
from backprop.ui.components.grid.table import Cell, Table
from backprop.ui.notes import attempt, note, noted

__all__ = ["Cell", "Change", "Table", "grid", "refused"]

Texts = Mapping[str, str]
Change = Callable[[Texts], tuple[Lesson, Texts]]

_component = Component(Path(__file__).parent)


def grid(key: str, table: Table, change: Change, told_too: str = "") -> None:
    """Put the table on the page; ``change`` makes a lesson of the texts typed, by id of the cell.

    It leaves out what it cannot take and gives, by cell, what is wrong there. ``told_too`` is said
    below the table.
    """

    def edited() -> None:
        number, edits = received(told(key, "edit"))
        st.session_state[f"{key}_seen"] = number
        _take(key, table, edits, change)

    answer = noted(key)
    data = asdict(table) | {
        "seen": st.session_state.get(f"{key}_seen"),
        "problem": answer.sentence if answer else "",
        "texts": {},
        "filled": [],
        "told": "",
        "offers": [],
    }
    if answer:
        data |= answer.kept
    data["told"] = " ".join(filter(None, [data["told"], told_too]))
    _component(key=key, data=data, on_edit_change=edited)


def refused(texts: Texts, take: Callable[[str, str], None]) -> dict[str, str]:
    """What is wrong with each text that ``take``, called with its cell and the text, refuses."""
    wrong = {}
    for cell, text in texts.items():
        try:
            take(cell, text)
        except ValueError as error:
            wrong[cell] = str(error)
    return wrong


def received(edit: object) -> tuple[str, list[Edit]]:
    """The number of the message and the edits in their order; a browser may send anything."""
    match edit:
        case {"number": str(number), "edits": list(edits)}:
            return number, [found for one in edits if (found := _edit(one))]
    return "", []


def _edit(edit: object) -> Edit | None:
    match edit:
        case {"cell": str(cell), "text": str(text), **rest}:
            how = rest.get("how")
            return Edit(cell, text, how if how in ("pasted", "turned", "over") else None)
    return None


def _take(key: str, table: Table, edits: Sequence[Edit], change: Change) -> None:
    """Take what can be taken, and note what came of it: beside it what is wrong, by cell."""
    cells = {cell.id: cell for cell in table.cells}
    texts: dict[str, str] = {}
    none = block = Pasted({}, "", [])
    problem = ""
    for edit in edits:
        if edit.cell in cells:
            if edit.how:
                try:
                    block = pasted(table, edit)
                except ValueError as error:
                    block, problem = none, str(error)
                texts |= block.texts
            else:
                texts[edit.cell] = edit.text
    lesson, wrong = change(texts)
    if not attempt(key, lambda: lesson, kept={"texts": texts}):
        return
    new = [cells[id] for id in block.texts if id not in wrong]
    said = words.filled(table, new) if new else ""
    answer = {
        "texts": {id: texts[id] for id in wrong},
        "filled": [cell.id for cell in new],
        "told": " ".join(filter(None, [said, block.told])),
        "offers": [{"label": label, "edit": asdict(one)} for label, one in block.offers],
    }
    sentences = [*filter(None, [problem]), *wrong.values()]
    if any(answer.values()) or sentences:
        note(key, words.not_taken(sentences), kept=answer)
