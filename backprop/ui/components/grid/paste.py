"""A pasted block: which cells it fills, or in which other ways it could be taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from backprop.inputs.blocks import read_block
from backprop.ui.components.grid import words
from backprop.ui.components.grid.table import Cell, Table

How = Literal["pasted", "turned", "over"]
"""Row by row; turned, row k into column k; or on into the column set apart."""


@dataclass(frozen=True)
class Edit:
    """A text for one cell, or, where it says ``how``, a block of them from this cell on."""

    cell: str
    text: str
    how: How | None = None


@dataclass(frozen=True)
class Pasted:
    """The cells that a block fills, with their texts, a sentence, and other ways to take it."""

    texts: Mapping[str, str] = field(default_factory=dict)
    told: str = ""
    offers: Sequence[tuple[str, Edit]] = ()


def pasted(table: Table, edit: Edit) -> Pasted:
    """What becomes of a block. Raises ValueError where its text is none."""
    block = read_block(edit.text)
    names = [words.names_left_out(block.names)] if block.names else []
    lengths = [len(row) for row in block.rows]
    if len(set(lengths)) != 1:
        return Pasted(told=" ".join([words.uneven(lengths), *names]))
    shape = len(lengths), lengths[0]
    rows = list(zip(*block.rows, strict=True)) if edit.how == "turned" else block.rows
    cells = _cells(table, edit, shape)
    if not cells:
        told = [words.no_room(table, edit.cell, *shape), *names]
        return Pasted(told=" ".join(told), offers=_offers(table, edit, shape))
    texts = {cell.id: text for cell, text in zip(cells, sum(map(tuple, rows), ()), strict=True)}
    if shape[0] != shape[1] or len(texts) == 1 or edit.how == "over":
        return Pasted(texts, " ".join(names))
    by_columns = edit.how == "turned"
    told = [words.BY_COLUMNS if by_columns else words.BY_ROWS, *names]
    other = Edit(edit.cell, edit.text, "pasted" if by_columns else "turned")
    return Pasted(texts, " ".join(told), [(words.TURN, other)])


def _cells(table: Table, edit: Edit, shape: tuple[int, int]) -> list[Cell]:
    """The cells that a block of this shape fills; [] where it does not fit in this way."""
    height, width = reversed(shape) if edit.how == "turned" else shape
    if edit.how != "over" and table.runs_over(edit.cell, height, width):
        return []
    return table.block(edit.cell, height, width)


def _offers(table: Table, edit: Edit, shape: tuple[int, int]) -> list[tuple[str, Edit]]:
    """The ways in which a block that does not fit could be taken, each with its button's words.

    They are ways from where it was pasted, or, where there is none, from the first cell.
    """
    here = [Edit(edit.cell, edit.text, "turned"), Edit(edit.cell, edit.text, "over")]
    first = table.cells[0].id
    there = [Edit(first, edit.text, "pasted"), Edit(first, edit.text, "turned")]
    for ways in (here, there):
        if fit := [(way, cells) for way in ways if (cells := _cells(table, way, shape))]:
            return [(_label(table, way, cells), way) for way, cells in fit]
    return []


def _label(table: Table, way: Edit, cells: Sequence[Cell]) -> str:
    place = words.where(table, cells)
    return words.turned(place) if way.how == "turned" else words.as_it_stands(place)
