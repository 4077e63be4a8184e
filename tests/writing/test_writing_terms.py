"""The terms of a formula with numbers, in the order of its numbers."""

import pytest

from backprop import Network, run
from backprop.writing import order_of_terms

# z2 = 2*3 + (-1)*5 + 0.5; delta2 = (4*delta3) sigma'; the gradients of two weights
NET = Network(w={2: [[2, -1]], 3: [[4]]}, b={2: [0.5], 3: [1]}, activation="linear")
TRACE = run(NET, [3, 5], [6])
STEPS = {step.quantity.id: step for step in (*TRACE.steps, *TRACE.neuron_steps)}


@pytest.mark.parametrize("name", ["z2", "z2_1"])
def test_a_sum_has_its_letters_then_its_numbers_and_the_bias_last(name: str) -> None:
    assert order_of_terms(STEPS[name]) == [0, 1, 1, 2, 2, 3, 1, 1, 2, 2, 3, 0]


@pytest.mark.parametrize("name", ["delta2", "delta2_1"])
def test_what_gathers_backward_meets_its_slope_last(name: str) -> None:
    assert order_of_terms(STEPS[name]) == [0, 1, 1, 2, 1, 1, 2, 0]


def test_each_weight_has_a_line_of_its_own() -> None:
    assert order_of_terms(STEPS["nabla_w2"]) == [0, *5 * [1], *5 * [2]]


@pytest.mark.parametrize("name", ["a2", "delta3", "nabla_b2", "C"])
def test_what_sums_nothing_has_no_terms(name: str) -> None:
    assert order_of_terms(STEPS[name]) == []
