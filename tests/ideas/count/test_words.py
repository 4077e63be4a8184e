"""What is said of the multiplications: their numbers are right, and their sums hold."""

import pytest

from backprop import operations
from backprop.ideas.count.words import (
    counts_formula,
    passes_texts,
    sentences,
    slope_text,
)


def test_the_books_network_by_hand() -> None:
    """27 passes of 20 are 540; 20 + 34 = 54; 540 / 54 = 10, and 26 / 10 = 2.6."""
    found = operations((3, 4, 2))
    assert "(26 + 1) \\cdot 20 = 540" in counts_formula(found)
    assert "= 54" in counts_formula(found)
    compared, share, _ = sentences(found)
    assert "about **10 times** as many: P/2.6, with P = 26." in compared
    assert "1.7 times" in share
    assert passes_texts(found)[0].startswith("27 forward passes: ")


def test_one_weight_and_one_bias_cost_the_same_both_ways() -> None:
    assert "both ways take the same" in sentences(operations((1, 1)))[0]
    assert "both ways take the same" not in sentences(operations((2, 1)))[0]


def test_without_biases_a_smallest_network_takes_fewer_by_differences() -> None:
    """1-1 twice 1 and 1 + 2, 1-1-1 three times 2 and 2 + 5, 1-2 three times 2 and 2 + 4."""
    one, two, same, more = (operations(n, False) for n in ((1, 1), (1, 1, 1), (1, 2), (2, 1)))
    assert sentences(one, False)[0].startswith(
        "Here differences take fewer multiplications, 2 against 3;"
    )
    assert sentences(two, False)[0].startswith(
        "Here differences take fewer multiplications, 6 against 7;"
    )
    assert sentences(same, False)[0].startswith("With 2 weights both ways take the same;")
    assert "1.2 times" in sentences(more, False)[0]
    assert passes_texts(one, False)[0] == "2 forward passes: C(w), and C(w + ε) for the one weight"
    assert passes_texts(two, False)[0].endswith("for each of the 2 weights")


def test_large_numbers_have_commas_that_make_no_room() -> None:
    formula = counts_formula(operations((12,) * 8))
    assert "(1{,}092 + 1) \\cdot 1{,}008 = 1{,}101{,}744" in formula
    assert "1,093 forward passes" in passes_texts(operations((12,) * 8))[0]


@pytest.mark.parametrize(
    ("slope", "text"), [(1.16, "1.2"), (-0.04, "0.0"), (-0.16, "−0.2"), (0.04, "0.0")]
)
def test_a_slope_has_one_decimal_and_no_negative_zero(slope: float, text: str) -> None:
    assert slope_text(slope) == text
