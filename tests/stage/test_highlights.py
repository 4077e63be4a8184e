"""Which cells light up with a cell of a product."""

import numpy as np

from backprop.stage.arrays import sent
from backprop.stage.highlights import Cells, cells, entry_by_entry, matrix_product


def ids(name: str, rows: int, columns: int) -> Cells:
    return cells({name: sent(np.ones((rows, columns)), name, matrix=columns > 1)}, name)


def test_entry_by_entry_the_same_place_of_both() -> None:
    uses = entry_by_entry(ids("r1", 2, 1), ids("s1", 2, 1), ids("t1", 2, 1))
    assert uses == {"r1_1": ["s1_1", "t1_1"], "r1_2": ["s1_2", "t1_2"]}


def test_a_matrix_product_uses_a_row_and_a_column() -> None:
    uses = matrix_product(ids("r1", 2, 3), ids("p1", 2, 2), ids("q1", 2, 3))
    assert uses["r1_2_3"] == ["p1_2_1", "p1_2_2", "q1_1_3", "q1_2_3"]
    assert len(uses) == 6


def test_a_longer_product_uses_all_that_stands_between() -> None:
    uses = matrix_product(ids("r1", 2, 1), ids("p1", 2, 2), ids("m1", 2, 2), ids("v1", 2, 1))
    row, between = ["p1_1_1", "p1_1_2"], ["m1_1_1", "m1_1_2", "m1_2_1", "m1_2_2"]
    assert uses["r1_1"] == [*row, *between, "v1_1", "v1_2"]


def test_what_lights_is_what_the_number_is_made_from() -> None:
    """Only the lit entries change the result."""
    rng = np.random.default_rng(0)
    p, q = rng.normal(size=(3, 4)), rng.normal(size=(4, 2))
    names = {"p1": p, "q1": q}
    result = ids("r1", 3, 2)
    for cell, used in matrix_product(result, ids("p1", 3, 4), ids("q1", 4, 2)).items():
        _, j, k = cell.split("_")
        place = int(j) - 1, int(k) - 1
        for name, array in names.items():
            for r in range(array.shape[0]):
                for c in range(array.shape[1]):
                    changed = {**names, name: array + _one_at(array.shape, r, c)}
                    moved = (changed["p1"] @ changed["q1"])[place] != (p @ q)[place]
                    assert moved == (f"{name}_{r + 1}_{c + 1}" in used)


def _one_at(shape: tuple[int, ...], r: int, c: int) -> np.ndarray:
    one = np.zeros(shape)
    one[r, c] = 1
    return one
