"""What is said of one slope: how well the two agree, and what spoils it, case by case."""

from typing import Any

import numpy as np
import pytest

from backprop import Network, Quantity, run
from backprop.ideas.check.compute import EPS, checked, sweep
from backprop.ideas.check.words_one import neuron_of, ordinal, sentences

W = Quantity("w", 2, 1, 1)


def said(
    network: Network, x: Any, y: Any, eps: float, method: str = "forward", of: Quantity = W
) -> str:
    """All that is said of this weight or bias at one of the eps of the slider."""
    trace = run(network, x, y)
    one = checked(sweep(trace, of.l, EPS, method), of)
    index = of.index if of.k else (*of.index, 0)
    value = float(trace.arrays(of.symbol)[of.l][index])
    return "\n".join(sentences(one, EPS.index(eps), network, value, neuron_of(trace, of)))


def neuron(w: float, b: float = 0.0, sigma: str = "sigmoid", cost: str = "quadratic") -> Network:
    return Network({2: [[w]]}, {2: [b]}, sigma, cost)


@pytest.mark.parametrize(
    ("method", "falls"), [("forward", "shrinks with ε."), ("central", "shrinks with ε².")]
)
def test_a_long_step_is_truncation_and_a_short_one_rounding(method: str, falls: str) -> None:
    given = (neuron(0.6, 0.9), [1.0], [0.0])
    assert falls in said(*given, eps=0.1, method=method)
    assert "Rounding:" in said(*given, eps=1e-13, method=method)
    assert "Rounding:" not in said(*given, eps=0.1, method=method)
    best = said(*given, eps={"forward": 1e-8, "central": 1e-5}[method], method=method)
    assert "among the best" in best


@pytest.mark.parametrize("method", ["forward", "central"])
def test_where_the_error_is_least_is_among_the_best(method: str) -> None:
    """And no eps is said to be too long before it, or too short beyond it."""
    trace = run(neuron(0.6, 0.9), [1.0], [0.0])
    one = checked(sweep(trace, 2, EPS, method), W)
    every = [
        " ".join(sentences(one, i, trace.network, 0.6, neuron_of(trace, W)))
        for i in range(len(EPS))
    ]
    least = min(range(len(EPS)), key=lambda i: float(one.valley.error[i]))
    assert "among the best" in every[least]
    assert not any("Truncation" in text for text in every[:least])
    assert not any("Rounding" in text for text in every[least:])


def test_digits_that_agree_are_counted() -> None:
    """C = w^2 / 2 at w = 1: forward at 0.001 it gives 1.0005, 5e-4 off: three digits."""
    text = said(neuron(1, 0, "linear"), [1], [0], 1e-3)
    assert "**The two agree to about 3 digits:** the relative error is 5.00×10⁻⁴." in text
    assert "about one digit" in said(neuron(1, 0, "linear"), [1], [0], 0.05)


def test_two_slopes_of_0_are_said_to_be_exact() -> None:
    text = said(neuron(1), [0], [1], 1e-5)
    assert text == "**Both slopes are exactly 0:** C is the same at w²₁₁ + ε and at w²₁₁."


def test_a_step_beyond_the_digits_of_the_weight_is_named() -> None:
    text = said(neuron(1e6, 0, "linear"), [1], [0], 1e-13)
    assert "w²₁₁ + ε is w²₁₁ again" in text
    assert "16 digits of 1×10⁶" in text
    assert "do not agree" in text


def test_a_change_that_is_lost_in_the_cost_is_named() -> None:
    """dC/dw is about 1e-8 beside C = 1/2: at eps = 1e-10 the change is 1e-18."""
    text = said(neuron(18.0), [1], [0], 1e-10)
    assert "the same to the last of about 16 digits" in text
    assert "about 1.52×10⁻¹⁸" in text


def test_a_saturated_neuron_is_named_where_no_eps_helps() -> None:
    text = said(neuron(30.0), [1], [0], 1e-5)
    assert "Neuron 1 of layer 2 is saturated, and its σ′, 9.36×10⁻¹⁴, is a factor" in text
    assert "saturated" not in said(neuron(1.0), [1], [0], 1e-13)


def test_a_slope_that_is_small_for_another_reason_is_not_called_saturated() -> None:
    text = said(neuron(1.0), [1e-12], [0], 1e-5)
    assert "saturated" not in text
    assert "Whatever ε is, few digits agree" in text


def test_where_the_slope_is_0_the_difference_is_its_error() -> None:
    """C = w^2/2 at w = 0: (0.01^2/2 - 0) / 0.01 is 0.005; up and down it is 0, as it should be."""
    network = neuron(0, 0, "linear")
    text = said(network, [1], [0], 0.01)
    assert "By backpropagation the slope is exactly 0" in text
    assert "beside C" not in text
    assert "Both slopes are exactly 0" in said(network, [1], [0], 0.01, "central")


def test_what_differs_in_the_last_digits_is_not_said_to_be_the_same() -> None:
    """C = a^2/2: a long step up and down is right but for rounding, now and then in all digits."""
    trace = run(neuron(-1.7, 0.3, "linear"), [0.9], [0.1])
    one = checked(sweep(trace, 2, EPS, "central"), W)
    for i, error in enumerate(one.valley.error):
        text = " ".join(sentences(one, i, trace.network, -1.7, neuron_of(trace, W)))
        assert ("same to the last digit" in text) == (error == 0)


@pytest.mark.parametrize("method", ["forward", "central"])
def test_a_kink_on_the_way_is_named(method: str) -> None:
    """z = -0.001 is below the kink; a step of 0.1 leads beyond it, one of 1e-5 does not."""
    network = neuron(1, -1.001, "relu")
    crossed = said(network, [1], [1], 0.1, method)
    assert "the kink of relu" in crossed
    assert "do not agree" in crossed
    assert "kink" not in said(network, [1], [1], 1e-5, method)


def test_what_the_cost_cannot_take_is_named() -> None:
    network = neuron(0.999, 0, "linear", "cross-entropy")
    text = said(network, [1], [0.5], 0.1)
    assert "leaves the range from 0 to 1" in text
    assert "the cross-entropy has no value there" in text
    assert "agree" in said(network, [1], [0.5], 1e-5)


def test_a_cost_beyond_float64_is_named() -> None:
    """(1.43e154)^2 is more than 1.8e308; (1.3e154)^2 is not."""
    assert "beyond what a float64 holds" in said(neuron(1, 0, "linear"), [1.3e154], [0], 0.1)


def test_of_several_examples_a_neuron_is_saturated_where_all_are() -> None:
    trace = run(neuron(1.0), np.array([[0.0, 50.0]]), np.array([[0.0, 0.0]]))
    assert not neuron_of(trace, W).saturated
    assert neuron_of(trace, W).slope == 0.25
    assert neuron_of(run(neuron(1.0), [50.0], [0.0]), W).saturated


def test_ordinals() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 112)
    assert " ".join(map(ordinal, numbers)) == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 112th"


def test_what_is_flat_and_no_saturation_and_a_slope_that_cancels_are_no_reason() -> None:
    flat = run(neuron(1.0, sigma="leaky-relu"), [-1.0], [0.0])
    assert not neuron_of(flat, W).saturated
    assert not neuron_of(run(neuron(-1.0, sigma="relu"), [1.0], [0.0]), W).saturated
    assert not neuron_of(run(neuron(50.0, cost="cross-entropy"), [1.0], [0.0]), W).saturated
