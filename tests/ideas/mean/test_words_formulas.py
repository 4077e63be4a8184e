"""Means, sums and slopes with their numbers, by hand."""

import re

import pytest

from backprop.engine import Quantity
from backprop.ideas.mean.words_formulas import by_nudging, cost_over_examples, reduced
from backprop.lesson import Lesson
from backprop.writing import PALETTE
from backprop.writing.formulas.cost import cost_of_outputs, sum_of
from backprop.writing.formulas.width import em, width
from tests.writing.reading import bare

LIGHT = PALETTE["light"]


def plain(latex: str) -> str:
    """The formula without its colours and its lines, as far as its numbers and signs go."""
    latex = bare(latex)
    latex = re.sub(r"\\(begin|end)\{aligned\}|\\\\(\[.*?\])?|&|\\quad|\\big[lr]", " ", latex)
    return " ".join(latex.split())


def test_the_quadratic_cost_in_letters() -> None:
    assert plain(cost_over_examples(Lesson(), LIGHT)) == (
        r"C = \frac{1}{n} \sum_x C_x = \frac{1}{2n} \sum_x \lVert y(x) - a^L(x) \rVert^2"
    )
    assert plain(cost_of_outputs("quadratic", LIGHT)) == (
        r"C = \tfrac{1}{2} \lVert y - a^L \rVert^2 = \tfrac{1}{2} \textstyle\sum_j (y_j - a^L_j)^2"
    )


@pytest.mark.parametrize(
    ("cost", "reduction", "said"),
    [
        ("quadratic", "sum", r"C = \sum_x C_x = \frac{1}{2} \sum_x \lVert y(x) - a^L(x) \rVert^2"),
        (
            "squared-error",
            "mean",
            r"C = \frac{1}{n} \sum_x C_x = \frac{1}{n} \sum_x \lVert y(x) - a^L(x) \rVert^2",
        ),
        ("squared-error", "sum", r"C = \sum_x C_x = \sum_x \lVert y(x) - a^L(x) \rVert^2"),
    ],
)
def test_the_cost_by_other_conventions(cost: str, reduction: str, said: str) -> None:
    assert plain(cost_over_examples(Lesson(cost=cost, reduction=reduction), LIGHT)) == said


def test_a_sum_has_no_share() -> None:
    found = reduced(Lesson(reduction="sum"), Quantity("C"), [0.5, 0.25], 0.75, LIGHT)
    assert plain(found) == "C = 0.5 + 0.25 = 0.75"


def test_the_cross_entropy_in_letters_is_a_function_of_the_outputs() -> None:
    mean = cost_over_examples(Lesson(cost="cross-entropy"), LIGHT, 600)
    one = cost_of_outputs("cross-entropy", LIGHT, 600)
    assert plain(mean).startswith(r"\begin{gathered} C = \frac{1}{n} \sum_x C_x C_x = -\sum_j ")
    for formula in (mean, one):
        assert r"\ln" in formula
        assert r"\sigma" not in formula
        assert r"\lVert" not in formula


def test_the_mean_cost() -> None:
    assert plain(reduced(Lesson(), Quantity("C"), [0.5, 0.25, 0.125], 0.875 / 3, LIGHT)) == (
        r"C = \tfrac{1}{3} ( 0.5 + 0.25 + 0.125 ) \approx 0.292"
    )


def test_the_cost_as_a_sum_over_the_outputs() -> None:
    assert plain(sum_of(Quantity("C"), [0.5, 0.125], 0.625, LIGHT)) == "C = 0.5 + 0.125 = 0.625"
    many = plain(sum_of(Quantity("C"), [0.5] * 12, 6.0, LIGHT))
    assert many == r"C = 0.5 + 0.5 + 0.5 + 0.5 + \dots + 0.5 = 6"


def test_negative_terms_are_taken_away_and_an_exact_mean_is_equal() -> None:
    found = plain(reduced(Lesson(), Quantity("nabla_w", 2, 1, 3), [-1.0, -0.5, 3.0], 0.5, LIGHT))
    assert found == (
        r"\frac{\partial C}{\partial w^{2}_{13}} = \tfrac{1}{3} ( -1 - 0.5 + 3 ) = 0.5"
    )


def test_of_many_terms_some_are_left_out_and_all_are_counted() -> None:
    found = plain(reduced(Lesson(), Quantity("C"), [float(i) for i in range(1, 65)], 32.5, LIGHT))
    assert found == r"C = \tfrac{1}{64} ( 1 + 2 + 3 + 4 + \dots + 64 ) = 32.5"


def test_every_number_has_the_colour_of_its_quantity() -> None:
    found = reduced(Lesson(), Quantity("nabla_b", 3, 2), [0.5, 0.25], 0.375, LIGHT)
    assert found.count(LIGHT["nabla_b"]) == 4


@pytest.mark.parametrize("value", [-1.234e-5, 123456.0, -0.0987])
def test_no_line_is_wider_than_the_room(value: float) -> None:
    found = reduced(Lesson(), Quantity("nabla_w", 7, 12, 11), [value] * 6, value, LIGHT, room=380)
    body = found.removeprefix(r"\begin{aligned}").removesuffix(r"\end{aligned}")
    left = max(width(line.split("&")[0]) for line in body.split(r"\\"))
    for line in body.split(r"\\"):
        assert left + width(line.split("&")[1]) <= em(380) * 1.1


def test_the_slope_from_two_costs_shows_the_digits_that_differ() -> None:
    found = plain(by_nudging(Quantity("w", 2, 1, 3), 0.2983719312, 0.2983702874, 0.08219, LIGHT))
    assert found == (
        r"\frac{C(w^{2}_{13}+h) - C(w^{2}_{13}-h)}{2h} "
        r"\approx \frac{0.298371931 - 0.298370287}{2\times 10^{-5}} \approx 0.0822"
    )
    assert LIGHT["nabla_b"] in by_nudging(Quantity("b", 2, 1), 1.0, 0.5, 1.0, LIGHT)
