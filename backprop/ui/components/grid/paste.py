"""A pasted block: which cells it fills, or in which other ways it could be taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from backprop.inputs.blocks import Block, read_block
from backprop.ui.components.grid import words
from backprop.ui.components.grid.table import Cell, Table
from backprop.writing.text.block_words import taken_for_decimals, taken_for_names

How = Literal["pasted", "turned", "over"]
"""Row by row; turned, row k into column k; or on into the column set apart."""


@dataclass(frozen=True)
class Edit:
    """A text for one cell, or, where it says ``how``, a block of them from this cell on."""

    cell: str
    text: str
    how: How | None = None


Offer = tuple[str, Edit]
"""A button's words and what it does."""


@dataclass(frozen=True)
class Pasted:
    """The cells that a block fills, with their texts, a sentence, and other ways to take it."""

    texts: Mapping[str, str]
    told: str
    offers: Sequence[Offer]


def pasted(table: Table, edit: Edit) -> Pasted:
    """What becomes of a block. Raises ValueError where its text is none."""
    block = read_block(edit.text)
    lengths = [len(row) for row in block.rows]
    if not any(lengths):
        raise ValueError(words.NO_NUMBERS)
    if len({*lengths}) != 1:
        return _with_reading(block, words.uneven(lengths))
    shape = len(lengths), lengths[0]
    cells = _cells(table, edit, shape)
    if not cells:
        told = words.no_room(table, edit.cell, *shape)
        return _with_reading(block, told, offers=_offers(table, edit, shape))
    by_columns = edit.how == "turned"
    rows = zip(*block.rows, strict=True) if by_columns else block.rows
    texts = {cell.id: text for cell, text in zip(cells, chain(*rows), strict=True)}
    if shape[0] != shape[1] or len(texts) == 1 or edit.how == "over":
        return _with_reading(block, texts=texts)
    told = words.BY_COLUMNS if by_columns else words.BY_ROWS
    other = Edit(edit.cell, edit.text, "pasted" if by_columns else "turned")
    return _with_reading(block, told, texts, [(words.TURN, other)])


def _with_reading(
    block: Block,
    told: str = "",
    texts: Mapping[str, str] | None = None,
    offers: Sequence[Offer] = (),
) -> Pasted:
    """With it is told what of the block was taken for names, and what for decimals."""
    said = [told, taken_for_names(block), taken_for_decimals(block)]
    return Pasted(texts or {}, " ".join(filter(None, said)), offers)


def _cells(table: Table, edit: Edit, shape: tuple[int, int]) -> list[Cell]:
    """The cells that a block of this shape fills; [] where it does not fit in this way."""
    height, width = reversed(shape) if edit.how == "turned" else shape
    if edit.how != "over" and table.runs_over(edit.cell, height, width):
        return []
    return table.block(edit.cell, height, width)


def _offers(table: Table, edit: Edit, shape: tuple[int, int]) -> list[Offer]:
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
