"""What is said below a grid: what was filled in, what does not fit, and what can be done."""

from collections.abc import Sequence

from backprop.inputs.phrases import count_of
from backprop.ui.components.grid.table import Cell, Table

BY_ROWS = "Row j of them is row j here."
BY_COLUMNS = "Row k of them is column k here."
NO_NUMBERS = "There are no numbers in what was pasted."
TURN = "Turn it"
MOST_NAMES = 3


def filled(table: Table, cells: Sequence[Cell]) -> str:
    """How many numbers a block has filled in, and where."""
    return f"{count_of(len(cells), 'number')} filled in: {where(table, cells)}."


def where(table: Table, cells: Sequence[Cell]) -> str:
    """These cells by name: all of w² and b², or the few, or the first and the last."""
    names = [cell.called or cell.name for cell in cells]
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    if table.split > 0:
        w, b = table.corner, table.columns[table.split]
        matrix = {cell.id for _, row in table.rows for cell in row[: table.split]}
        apart = {row[table.split].id for _, row in table.rows}
        ids = {cell.id for cell in cells}
        for every, name in ((matrix | apart, f"{w} and {b}"), (matrix, w), (apart, b)):
            if ids == every:
                return f"all of {name}"
    return f"{names[0]} to {names[-1]}"


def no_room(table: Table, cell: str, height: int, width: int) -> str:
    """That a block of this shape does not fit from this cell on, and what would."""
    room, came = _shape(*table.room(cell)), _shape(height, width)
    r, c = table.place(cell)
    here = table.rows[r][1][c]
    name = here.called or here.name
    if c < table.split:
        apart = table.columns[table.split]
        return (
            f"Not filled in: from {name} on there is room for {room} before {apart}; {came} came."
        )
    return f"Not filled in: from {name} on there is room for {room}; {came} came."


def uneven(lengths: Sequence[int]) -> str:
    """That the rows of a block differ in length."""
    return (
        f"Not filled in: its rows have {min(lengths)} to {max(lengths)} numbers, not all as many."
    )


def turned(place: str) -> str:
    """The button that takes a block turned, into this place."""
    return f"Take it turned, into {place}: row k, column j becomes row j, column k"


def as_it_stands(place: str) -> str:
    """The button that takes a block as it came, into this place."""
    return f"Fill in {place}"


def not_taken(sentences: Sequence[str]) -> str:
    """What is wrong with the first of some cells, and that there are others."""
    first, *others = sentences or [""]
    if not others:
        return first
    if len(others) == 1:
        return f"{first} 1 more was not taken; it is marked, too."
    return f"{first} {len(others)} more were not taken; they are marked, too."


def _shape(height: int, width: int) -> str:
    return "1 number" if height * width == 1 else f"{height} × {width} numbers"
