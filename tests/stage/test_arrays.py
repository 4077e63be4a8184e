"""Arrays as a stage is sent them."""

import numpy as np

from backprop.stage.arrays import packed, sent


def test_numbers_are_the_bytes_of_float64() -> None:
    """In IEEE 754, 1 is 3f f0 00 ... and -2 is c0 00 ..., here with the last byte first."""
    assert packed([np.array([[1.0], [-2.0]])]) == "AAAAAAAA8D8AAAAAAAAAwA=="


def test_they_go_row_by_row_however_they_lie_in_memory() -> None:
    matrix = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    assert packed([matrix.T]) == packed([np.array([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]])])


def test_the_shape_says_how_many_indices_an_entry_has() -> None:
    column = np.ones((3, 1))
    assert sent(column, "δ²", matrix=False)["shape"] == [3]
    assert sent(column, "w²", matrix=True)["shape"] == [3, 1]


def test_what_is_usual_is_not_said() -> None:
    one = np.ones((1, 1))
    assert set(sent(one, "z²", matrix=False)) == {"title", "shape", "values"}
    more = sent(one, "z²", matrix=True, indices=("j", "m"), numbered=False)
    assert (more["indices"], more["numbered"]) == (("j", "m"), False)
