"""The subtraction of two costs holds as it is printed, to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Network, Quantity, run
from backprop.ideas.check.compute import checked, sweep
from backprop.ideas.check.words_formulas import by_moving, subtraction
from backprop.writing import PALETTE
from tests.laws import laws
from tests.writing.reading import uncoloured

COLOURS = PALETTE["light"]
COSTS = st.floats(1e-12, 1e12)


def plain(latex: str) -> str:
    return uncoloured(latex).replace("{", "").replace("}", "").replace(" ", "")


def number(latex: str) -> Decimal:
    text = plain(latex).replace("&", "").replace(r"\approx", "").replace("=", "")
    return Decimal(text.replace(r"\times10^", "e"))


def test_by_hand() -> None:
    """0.5 and 0.4375 are exact; two costs a hundredth apart get the digits of a slope of four."""
    above, below, gap = subtraction(0.5, 0.4375, 4, COLOURS)
    assert (plain(above), plain(below), gap) == ("&=0.5000", "&=0.4375", "0.0625")
    above, below, gap = subtraction(1 / 3, 1 / 3 - 1e-6, 4, COLOURS)
    assert (plain(above), plain(below)) == (r"&\approx0.33333333333", r"&\approx0.33333233333")
    assert gap == r"1\times 10^{-6}"


def test_what_cancels_is_grey() -> None:
    above, _, _ = subtraction(1 / 3, 1 / 3 - 1e-6, 4, COLOURS)
    assert rf"\textcolor{{{COLOURS['quiet']}}}{{0.33333}}" in above


def test_equal_costs_have_no_difference() -> None:
    above, below, gap = subtraction(0.5, 0.5, 3, COLOURS)
    assert (plain(above), plain(below), gap) == ("&=0.5", "&=0.5", "0")
    assert subtraction(0.1, 0.1, 3, COLOURS)[2] == "0"


def test_a_cost_of_nothing_is_0_without_a_power() -> None:
    above, below, gap = subtraction(2e-11, 0.0, 4, COLOURS)
    assert plain(above).endswith(r"\times10^-11")
    assert (plain(below), gap) == ("&=0", r"2\times 10^{-11}")


@laws
@given(COSTS, st.floats(-1, 1), st.integers(3, 10))
def test_the_difference_is_that_of_the_printed_costs(
    cost: float, share: float, digits: int
) -> None:
    other = cost * (1 + 1e-7 * share)
    above, below, gap = subtraction(cost, other, digits, COLOURS)
    assert number(gap) == number(above) - number(below)
    assert float(number(above)) == pytest.approx(cost, rel=1e-9)
    if abs(cost - other) > 1e-12 * cost:
        assert float(number(gap)) == pytest.approx(cost - other, rel=2e-2)


def test_a_slope_is_written_line_by_line() -> None:
    """C = (w x)^2 / 2 with w = 2, x = 1: 2.1^2 / 2 = 2.205, less 2, over 0.1 is 2.05, for 2."""
    trace = run(Network({2: [[2.0]]}, {2: [0.0]}, "linear"), [1], [0])
    one = checked(sweep(trace, 2, (0.1,), "forward"), Quantity("w", 2, 1, 1))
    written = plain(by_moving(one, 0, COLOURS))
    assert r"C(w^2_11+\epsilon)&\approx2.205" in written
    assert r"C(w^2_11)&=2.000" in written
    assert r"\textdifference&=0.205" in written
    assert r"\textdividedby0.1&\approx2.05" in written or r"\textdividedby0.1&=2.05" in written
    assert written.endswith(r"\textbybackpropagation&=2\endaligned")
    central = plain(
        by_moving(checked(sweep(trace, 2, (0.1,), "central"), Quantity("w", 2, 1, 1)), 0, COLOURS)
    )
    assert r"C(w^2_11-\epsilon)&\approx1.805" in central
    assert r"\textdividedby0.2" in central


def test_without_a_numeric_slope_there_is_only_the_other() -> None:
    network = Network({2: [[0.999]]}, {2: [0.0]}, "linear", "cross-entropy")
    trace = run(network, [1], [0.5])
    one = checked(sweep(trace, 2, (0.01,), "forward"), Quantity("w", 2, 1, 1))
    written = plain(by_moving(one, 0, COLOURS))
    assert "bybackpropagation" in written
    assert "difference" not in written
