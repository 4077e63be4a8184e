"""What is said of a step of gradient descent: where C goes, over what, and that it can go up."""

import pytest

from backprop.engine import Network, Quantity
from backprop.writing import PALETTE
from backprop.writing.formulas.descent import with_numbers
from backprop.writing.text.descent_words import about_step
from backprop.writing.text.sentence import plain

WHAT = "Each weight and bias moves by −η = −0.5 times its gradient, over "


@pytest.mark.parametrize(
    ("rows", "before", "after", "flat", "said"),
    [
        (0, 0.5012, 0.4549, False, WHAT + "this example. C goes down from 0.501 to 0.455."),
        (4, 0.25, 0.5, False, WHAT + "4 rows of the table. The mean C goes up from 0.25 to 0.5; "
         "a smaller η may help."),
        (0, 0.5, 0.5, False, WHAT + "this example. C stays at 0.5 all the same."),
        (0, 0.5, 0.5, True, "Every gradient is 0, over this example: nothing moves, and C stays at "
         "0.5."),
        (2, 0.5, None, False, WHAT + "2 rows of the table."),
    ],
)  # fmt: skip
def test_where_the_step_leads(
    rows: int, before: float, after: float | None, flat: bool, said: str
) -> None:
    assert plain(about_step(Network.random([1, 1]), 0.5, rows, before, after, flat)) == said


@pytest.mark.parametrize(
    ("biases", "said"),
    [
        ("fixed", "Each weight moves by −η = −0.5 times its gradient, over 2 rows of the table; "
         "each bias stays as it is. The total C goes down from 2 to 1."),
        ("none", "Each weight moves by −η = −0.5 times its gradient, over 2 rows of the table. The "
         "total C goes down from 2 to 1."),
    ],
)  # fmt: skip
def test_biases_that_do_not_learn_do_not_move(biases: str, said: str) -> None:
    network = Network({2: [[1.0]]}, {2: [0.0]}, reduction="sum", biases=biases)
    assert plain(about_step(network, 0.5, 2, 2.0, 1.0, flat=False)) == said


def test_the_rule_with_its_numbers_tells_the_weight_from_the_new_one() -> None:
    formula = with_numbers(
        Quantity("w", 2, 1, 1), 0.5, -0.0001, 0.5, 0.50005, dict.fromkeys(PALETTE["light"], "x")
    )
    assert r"\textcolor{x}{0.5} - 0.5 \cdot \textcolor{x}{(-1\times 10^{-4})}" in formula
    assert formula.count("0.50005") == 1
