"""What the demon's page says, on networks whose numbers are known by hand."""

import numpy as np
import pytest

from backprop import Network
from backprop.ideas.demon.compute import Demon, demon_at
from backprop.ideas.demon.words import (
    comparison_sentence,
    direction_sentence,
    error_of,
    range_sentence,
)
from backprop.writing import PALETTE
from backprop.writing.text.ending import where_it_ends
from backprop.writing.text.numbers import NARROW
from backprop.writing.text.sentence import plain
from tests.writing.reading import LIGHT

STEPS = np.linspace(-4, 4, 81)
HUGE = Network({2: [[1e6]], 3: [[1e6]]}, {2: [0], 3: [0]}, "linear")


def linear(x: float, y: float, cost: str = "quadratic") -> Demon:
    """z = x, C = (x - y)^2 / 2, delta = x - y."""
    net = Network({2: [[1.0]]}, {2: [0.0]}, "linear", cost)
    return demon_at(net, [x], [y], 2, 1, STEPS)


@pytest.mark.parametrize(
    ("y", "said"),
    [
        (1.0, "δ²₁ is positive, so a small negative Δz lowers the cost."),
        (6.0, "δ²₁ is negative, so a small positive Δz lowers the cost."),
        (
            4.0,
            "δ²₁ is exactly 0: output 1 is exactly right, so to first order a small Δz changes "
            "nothing.",
        ),
    ],
)
def test_which_sign_of_dz_helps(y: float, said: str) -> None:
    assert direction_sentence(linear(4, y)) == said


def test_the_sign_that_is_said_to_help_does_lower_the_true_cost() -> None:
    for y, word, step in ((1.0, "negative Δz", -0.1), (6.0, "positive Δz", 0.1)):
        found = linear(4, y)
        assert word in direction_sentence(found)
        assert found.true[np.isclose(STEPS, step)].item() < found.here.cost


def test_near_0_there_is_nothing_to_gain() -> None:
    """A saturated sigmoid, z = 8 and y = 0: delta = 0.000335, C = 0.4997."""
    found = demon_at(Network({2: [[8.0]]}, {2: [0.0]}), [1], [0], 2, 1, STEPS)
    assert direction_sentence(found) == (
        "δ²₁ is near 0: a small Δz gains hardly anything, whichever way it goes."
    )


@pytest.mark.parametrize(
    "found",
    [
        # delta = 1e6 (1e18 - 1), beside a cost of 5e35
        demon_at(HUGE, [1e6], [1], 2, 1, STEPS),
        # z = 8, delta = -302 beside a cost of 45,600
        linear(8, 310),
        # tanh: z = -3.9 and y = 1, delta = -0.0032; at dz = 4 the cost has gone from 2 to 0.41
        demon_at(Network({2: [[-3.9]]}, {2: [0.0]}, "tanh"), [1], [1], 2, 1, STEPS),
    ],
)  # fmt: skip
def test_an_error_is_not_near_0_because_the_cost_is_large_nor_where_the_curve_falls(
    found: Demon,
) -> None:
    assert "near 0" not in direction_sentence(found)
    assert "small" in direction_sentence(found)


def test_the_formula_names_the_neuron_and_has_its_error() -> None:
    """delta = 4 - 1."""
    formula = error_of(linear(4, 1), LIGHT)
    assert r"\frac{\partial C}{\partial \textcolor" in formula
    assert "{3}" in formula
    assert error_of(linear(4, 1), PALETTE["dark"]) != formula


def test_at_its_kink_the_slope_of_a_relu_is_a_convention() -> None:
    """z = 0 and y = -2: a = relu(dz), so the cost grows for dz above 0."""
    found = demon_at(Network({2: [[1.0]]}, {2: [0.0]}, "relu"), [0], [-2], 2, 1, STEPS)
    assert found.true[-1] > found.here.cost
    assert direction_sentence(found) == (
        "δ²₁ is exactly 0: z²₁ = 0 is the kink of this relu, where its slope is taken to be 0."
    )


def test_an_error_of_exactly_0_of_a_relu_that_is_off_is_explained() -> None:
    net = Network({2: [[1.0]], 3: [[1.0]]}, {2: [0.0], 3: [0.0]}, "relu")
    said = direction_sentence(demon_at(net, [-1], [2], 2, 1, STEPS))
    assert "this relu is off, as z²₁ = −1 is below 0" in said


def test_an_error_of_exactly_0_of_a_neuron_far_out_is_explained() -> None:
    """tanh'(400) is below the least float64."""
    found = demon_at(Network({2: [[1.0]]}, {2: [0.0]}, "tanh"), [400], [0], 2, 1, STEPS)
    assert "is so saturated that it does not respond" in direction_sentence(found)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        # (x - y) = 3: from -6/11 to 6/9
        (
            linear(4, 1),
            "for Δz between −0.545 and 0.667; just outside, the curve has left the line.",
        ),
        (linear(4, 4), "for no Δz: it predicts no change at all, and C does change."),
        # 300 dz + dz^2 / 2 is 300 dz within a tenth up to dz = 66
        (linear(300, 0), "for every Δz shown."),
    ],
)
def test_the_range_in_which_the_prediction_holds_is_said(found: Demon, said: str) -> None:
    assert range_sentence(found) == f"δ Δz predicts the change of C to within 10 % {said}"


def test_where_and_why_the_curve_ends_is_said() -> None:
    assert where_it_ends("It", [-1, 0, 1], [-1, 0, 1], "") == ""
    assert where_it_ends("It", [-2, -1, 0, 1], [-1, 0, 1], "a rule") == "It ends at −1: a rule."
    cut = linear(0.55, 1, "cross-entropy")
    taken = STEPS[~np.isnan(cut.true)].tolist()
    assert where_it_ends("The curve", STEPS.tolist(), taken, cut.cut) == (
        "The curve ends at −0.5 and 0.4: cross-entropy needs every output above 0 and below 1, as "
        "sigmoid outputs are."
    )


def test_the_numbers_at_the_slider_are_said() -> None:
    """delta = 3, dz = 0.4: 1.2 predicted, 1.2 + 0.08 true."""
    found = linear(4, 1)
    at = int(np.flatnonzero(np.isclose(STEPS, 0.4))[0])
    assert plain(comparison_sentence(found, at)).replace(NARROW, " ") == (
        "Predicted δ²₁ Δz = 1.2, actual 1.28: they differ by 0.08, 6.2 % of the actual change."
    )
    assert plain(comparison_sentence(found, 40)) == "Move the slider: the demon adds Δz to z²₁."


def test_a_change_of_0_is_no_share_of_anything() -> None:
    """C = (1 + dz)^2 / 2 is the same at dz = 0 and at -2, where -2 were predicted."""
    said = plain(comparison_sentence(linear(1, 0), 20))
    assert said.endswith("actual 0: they differ by 2.")


def test_what_is_the_same_is_said_to_be() -> None:
    net = Network({2: [[1.0]], 3: [[0.0]]}, {2: [0.0], 3: [0.3]})
    said = plain(comparison_sentence(demon_at(net, [1], [1], 2, 1, STEPS), 0))
    assert said.endswith(": the same.")
