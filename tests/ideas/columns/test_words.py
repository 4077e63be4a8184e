"""What is said of a mini-batch, for one example and for many, and of measured times."""

from backprop.engine.timing import Timing
from backprop.ideas.columns.words import (
    how_measured,
    row_labels,
    sentence,
    table_rows,
)


def test_the_slider_says_how_far_the_loop_has_come() -> None:
    assert sentence(1, 4, 2).endswith("The loop has the first of 4 products.")
    assert sentence(3, 4, 2) == (
        "Example 3 is column 3 of X, Z² and Δ². The loop has added 3 of 4 products."
    )
    assert sentence(4, 4, 3).startswith("Example 4 is column 4 of A², Z³ and Δ³. ")
    assert "all 4" in sentence(4, 4, 3)
    assert sentence(1, 1, 2).endswith("With one example, each has one column.")


def test_the_rows_name_the_shapes_that_fit() -> None:
    labels = row_labels(4, 3, 5)
    assert labels["forward"].startswith("Forward: 4×3 times 3×5 is 4×5")
    assert "4×5 times 5×3" in labels["matrix"]


def test_times_have_one_unit_and_their_noise() -> None:
    both = {
        "loop": Timing(12.04e-3, 11.51e-3, 14.04e-3, 9),
        "matrix": Timing(240e-6, 236e-6, 251e-6, 9),
    }
    assert table_rows({1000: both}) == [
        ("1,000", "12.0 ms (11.5 to 14.0)", "240 µs (236 to 251)", "**50.2**")
    ]
    assert "left out" not in how_measured((3, 4, 2), [])
    assert "m = 100 and 1,000 were left out" in how_measured((3, 4, 2), [100, 1000])
