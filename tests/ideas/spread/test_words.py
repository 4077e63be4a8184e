"""What is said of a change that spreads, of lessons of every kind."""

import pytest

from backprop.engine import Quantity
from backprop.ideas.spread.compute import Spread, spread_of
from backprop.ideas.spread.words import comparison, sentence, title
from backprop.ideas.spread.words_panel import equations_of, rates_sentence, table_rows, why
from backprop.lesson import Lesson, from_query
from backprop.writing import PALETTE
from backprop.writing.text.sentence import plain
from tests.ideas.spread.test_compute import linear

W = Quantity("w", 2, 1, 1)


def of(dw: float = 0.5, weight: Quantity = W, **query: str) -> tuple[Spread, int]:
    """The spread of one change, and its place."""
    steps = sorted({0.0, dw})
    return spread_of(from_query(query)[0].trace(), weight, steps), steps.index(dw)


def test_by_hand() -> None:
    """C really grows by 6, and 4 are predicted: a third is missing."""
    found = linear()
    assert plain(comparison(found, 2)) == (
        "C changes by +6; (47) predicts +4: they differ by 2, 33 % of the actual change."
    )
    assert table_rows(found, 2, Quantity("a", 3, 2)) == [
        ("Δa²₁", "+0.25", "+0.25", "the same"),
        ("Δa³₂", "−0.25", "−0.25", "the same"),
        ("ΔC", "+6", "+4", "33 % off"),
    ]
    assert "only the cost bends" in why(found, 2)
    assert rates_sentence(found, 2).startswith(
        "A rate is what you know already: ∂a²₁/∂w²₁₁ = a¹₁ σ′(z²₁) and ∂a³₂/∂a²₁ = w³₂₁ σ′(z³₂)"
    )


def test_the_formulas_have_the_numbers_put_in() -> None:
    formulas = equations_of(linear(), 2, 2, PALETTE["light"])
    assert r"= 8 \cdot 0.5 = 4 " in formulas
    assert r"= 0.5 \cdot 0.5 = 0.25 " in formulas
    assert r"= -1 \cdot 0.25 = -0.25 " in formulas
    assert r"= -1 \cdot 0.5 \cdot 0.5 = -0.25 " in formulas
    assert r"\approx 0.0" in equations_of(of()[0], 1, 1, PALETTE["light"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"x": "0,0.5,0.9"}, "a¹₁ = 0 enters this weight"),
        ({"sizes": "1-1", "activation": "relu", "x": "1"}, "a²₁ is off, as z²₁ = −2.13 is not"),
        ({"sizes": "1-1", "activation": "relu", "x": "-2"}, "z²₁ goes beyond 0, the kink"),
        ({"activation": "relu", "spread": "0"}, "z²₁ goes beyond 0, the kink"),
        ({"preset": "saturated", "x": "60,0"}, "nearly flat: its slope is"),
        ({}, "The rates are those before the change"),
    ],
)
def test_why_it_fits_or_not(query: dict[str, str], said: str) -> None:
    assert said in why(*of(0.5, W, **query))


def test_on_its_kink_a_neuron_is_not_said_to_stay_off() -> None:
    """z = 0: 0.5 more makes a = 0.1, 0.5 less leaves it 0."""
    kink = {"activation": "relu", "spread": "0"}
    assert "z²₁ goes beyond 0, the kink" in why(*of(0.5, W, **kink))
    assert why(*of(-0.5, W, **kink)).startswith("z²₁ = 0 is the kink of a²₁")


def test_the_cost_is_said_to_bend_only_where_it_changes() -> None:
    """The output is off, far below 0: no change of the weight reaches the cost."""
    dead = of(0.5, W, sizes="2-3-1", activation="relu", x="-1,-2", seed="3")
    assert why(*dead).endswith("the activations change exactly as predicted.")


def test_both_changes_have_digits_that_tell_them_apart() -> None:
    """Mazur's C changes by 4.958×10⁻⁴, and 4.977×10⁻⁴ are predicted; the table has three digits."""
    found, i = of(0.5, Quantity("w", 2, 2, 2), preset="mazur")
    assert plain(comparison(found, i)) == (
        "C changes by +4.958×10⁻⁴; (47) predicts +4.977×10⁻⁴: they differ by 1.9×10⁻⁶, 0.4 % of "
        "the actual change."
    )
    assert table_rows(found, i, Quantity("a", 3, 2))[-1] == (
        "ΔC", "+4.96×10⁻⁴", "+4.98×10⁻⁴", "0.4 % off"
    )  # fmt: skip
    found, i = of(0.5, Quantity("w", 2, 2, 3), activation="linear")
    assert table_rows(found, i, Quantity("a", 3, 1))[1] == ("Δa³₁", "+0.720", "+0.720", "the same")


def test_a_product_with_a_factor_0_is_exactly_0() -> None:
    formulas = equations_of(of(x="0,0,0")[0], 1, 1, PALETTE["light"])
    assert r"\approx -0.220 \cdot 0 = 0 " in formulas
    assert r"\approx 0 " not in formulas


def test_what_rounding_hides_is_not_called_nothing() -> None:
    """A sigmoid at 31: a = 1 - 4e-14, whose changes are below what is left of its digits."""
    found, i = of(0.05, W, sizes="1-1", x="-40")
    row = table_rows(found, i, Quantity("a", 2, 1))[0]
    assert row[1] == "≈ 0"
    assert row[2] != "0"
    assert row[3] == "too small to tell"
    assert "by nothing that a float64 can tell; (47) predicts" in plain(comparison(found, i))


def test_of_nothing_that_changes_the_truth_is_told() -> None:
    found, i = of(x="0,0.5,0.9")
    assert plain(comparison(found, i)) == "C does not change, and (47) predicts no change."
    assert plain(comparison(*of(0.0))) == "Move the slider: it adds Δw to w²₁₁."


def test_a_weight_of_the_last_layer_has_three_steps_and_no_next_layer() -> None:
    found, i = of(weight=Quantity("w", 3, 2, 4))
    assert [title(found, n) for n in (1, 2, 3)] == [
        "The weight w³₂₄ changes", "The change reaches a³₂", "The change reaches the cost"
    ]  # fmt: skip
    assert [row[0] for row in table_rows(found, i, Quantity("a", 3, 2))] == ["Δa³₂", "ΔC"]
    assert "∂a³₂/∂w³₂₄ = a²₄ σ′(z³₂) (by (23))" in rates_sentence(found, 0)


def test_a_deep_network_goes_on_layer_by_layer() -> None:
    found, _ = of(preset="vanishing")
    assert title(found, 4) == "The change reaches layer 4"
    assert (
        plain(sentence(found, 3)) == "Through one weight each, a²₁ reaches the neurons of layer 3."
    )
    assert "reached through all of layer 3" in plain(sentence(found, 4))


def test_the_books_lesson_is_the_default() -> None:
    assert Lesson().value_of("spread-dw") == 0.5
