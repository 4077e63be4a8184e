"""How a step of gradient descent moved the cost, in as many digits as it takes to see it."""

import pytest

from backprop import Network
from backprop.writing import how_cost_moved


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (0.298371109, 0.280471447, "C went down from 0.298 to 0.280."),
        (0.28, 0.31, "C went up from 0.28 to 0.31."),
        (0.123456, 0.123444, "C went down from 0.123456 to 0.123444."),
        (0.5, 0.5, "C stays at 0.5 all the same."),
        (2.5e-7, 2.4e-7, "C went down from 2.5×10⁻⁷ to 2.4×10⁻⁷."),
    ],
)
def test_how_the_cost_moved(before: float, after: float, said: str) -> None:
    assert how_cost_moved(Network.random([1, 1]), before, after) == said


def test_several_rows_and_no_gradient_by_the_conventions_of_the_network() -> None:
    other = Network({2: [[1.0]]}, reduction="sum", biases="none")
    assert how_cost_moved(other, 2.0, 1.0, rows=2) == (
        "The total C over 2 rows of the table went down from 2 to 1."
    )
    assert how_cost_moved(other, 2.0, 2.0, flat=True) == (
        "C stays at 2: every weight's gradient is 0."
    )
