"""What stands in a grid: cells in rows, and which of them a block of numbers fills."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """One field: its id, its name for a screen reader, its number in full and as it is shown.

    ``called`` is what sentences call it, where that is not its name.
    """

    id: str
    name: str
    text: str
    short: str
    called: str = ""


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

    @property
    def cells(self) -> list[Cell]:
        """All cells, row after row."""
        return [cell for _, row in self.rows for cell in row]

    def place(self, id: str) -> tuple[int, int]:
        """Row and column of a cell, counted from 0. Raises ValueError where there is none."""
        for r, (_, row) in enumerate(self.rows):
            for c, cell in enumerate(row):
                if cell.id == id:
                    return r, c
        raise ValueError(id)

    def block(self, id: str, height: int, width: int) -> list[Cell]:
        """The cells of a block of this shape, from this one on; [] where it does not fit."""
        r, c = self.place(id)
        cells = [cell for _, row in self.rows[r : r + height] for cell in row[c : c + width]]
        return cells if len(cells) == height * width else []

    def runs_over(self, id: str, height: int, width: int) -> bool:
        """Whether a block goes on into the column set apart, and is not all of the table."""
        _, c = self.place(id)
        whole = (height, width) == (len(self.rows), len(self.columns))
        return c < self.split < c + width and not whole

    def room(self, id: str) -> tuple[int, int]:
        """Rows and columns from a cell on, up to the column set apart or to the end."""
        r, c = self.place(id)
        end = self.split if c < self.split else len(self.columns)
        return len(self.rows) - r, end - c
