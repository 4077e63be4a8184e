"""Which cells a cell was made from: pointing at a product lights its factors.

In a Hadamard product these are the two entries of the same place, in a matrix product the row of
the left matrix and the column of the right one. The ids of the cells are read from the figures.
"""

from collections.abc import Mapping
from typing import Any

Uses = dict[str, list[str]]
Cells = list[list[str]]


def cells(figures: Mapping[str, Any], name: str) -> Cells:
    """The ids of the cells of a figure, row by row."""
    found: Cells = figures[name]["data"][0]["customdata"]
    return found


def entry_by_entry(result: Cells, *operands: Cells) -> Uses:
    """For each cell of the result the cells of the operands in the same place."""
    return {
        cell: [operand[j][k] for operand in operands]
        for j, row in enumerate(result)
        for k, cell in enumerate(row)
    }


def matrix_product(result: Cells, left: Cells, *right: Cells) -> Uses:
    """For each cell of the result its row of the left matrix and its column of the right one.

    Of a longer product, all of the matrices between them.
    """
    *between, last = right
    middle = [cell for matrix in between for line in matrix for cell in line]
    return {
        cell: [*left[j], *middle, *(line[k] for line in last)]
        for j, row in enumerate(result)
        for k, cell in enumerate(row)
    }
