"""A sum taken apart adds up: the terms are the right ones and the sum so far is right."""

import pytest

from backprop import Network, run
from backprop.writing import sum_rows

# z2 = 2*3 + (-1)*5 + 0.5 = 1.5; z3 = 4*1.5 + 1 = 7, delta3 = 7 - 6 = 1; delta2 = 4*1
NET = Network(w={2: [[2, -1]], 3: [[4]]}, b={2: [0.5], 3: [1]}, activation="linear")
STEPS = {step.quantity.id: step for step in run(NET, [3, 5], [6]).neuron_steps}


def test_a_weighted_input_is_summed_term_by_term() -> None:
    assert sum_rows(STEPS["z2_1"]) == [
        ["w²₁₁ · a¹₁", "2 · 3", "6", "6"],
        ["w²₁₂ · a¹₂", "−1 · 5", "−5", "1"],
        ["plus b²₁", "0.5", "", "1.5"],
    ]


def test_a_hidden_error_is_summed_over_the_next_layer() -> None:
    assert sum_rows(STEPS["delta2_1"]) == [
        ["w³₁₁ · δ³₁", "4 · 1", "4", "4"],
        ["times σ′(z²₁)", "1", "", "4"],
    ]


@pytest.mark.parametrize("name", ["a2_1", "delta3_1", "nabla_b2_1", "nabla_w2_1", "C"])
def test_what_sums_nothing_has_no_terms(name: str) -> None:
    assert sum_rows(STEPS[name]) == []


def test_a_matrix_step_has_no_terms() -> None:
    assert sum_rows(run(NET, [3, 5], [6]).steps[0]) == []
