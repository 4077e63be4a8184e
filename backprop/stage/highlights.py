"""Which cells a cell was made from: pointing at a product lights its factors.

In a Hadamard product these are the two entries of the same place, in a matrix product the row of
the left matrix and the column of the right one.
"""

from collections.abc import Mapping

from backprop.stage.data import StageArray

Uses = dict[str, list[str]]
Cells = list[list[str]]


def cells(arrays: Mapping[str, StageArray], name: str) -> Cells:
    """The ids of the cells of an array, row by row: w3_2_4 of a matrix, b3_2 of a vector."""
    rows, *columns = (range(1, n + 1) for n in arrays[name]["shape"])
    if not columns:
        return [[f"{name}_{j}"] for j in rows]
    return [[f"{name}_{j}_{k}" for k in columns[0]] for j in rows]


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
