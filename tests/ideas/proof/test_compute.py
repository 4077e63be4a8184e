"""The terms of a line, by hand on a linear network."""

import pytest

from backprop import Network, Proof, Trace, proof, run
from backprop.ideas.proof.compute import terms

LINEAR = run(
    Network(w={2: [[1], [2]], 3: [[1, -1], [2, 3]]}, b={2: [0, 0], 3: [0, 0]}, activation="linear"),
    x=[1],
    y=[0, 0],
)
"""1-2-2: delta3 = (-1, 8), delta2 = (15, 25)."""


def found(of: Proof, trace: Trace) -> dict[str, list[tuple[int, list[float], float]]]:
    """By the number of a line its terms: k, the factors, their product."""
    return {
        line.number: [(one.k, [f.value for f in one.factors], one.value) for one in every]
        for line in of.lines
        if (every := terms(of, line, trace))
    }


def test_of_the_sum_over_the_outputs_one_term_is_left() -> None:
    assert found(proof(LINEAR, "BP1", 3, 2), LINEAR) == {
        "37": [(1, [-1, 0], 0), (2, [8, 1], 8)],
        "38": [(2, [8, 1], 8)],
        "39": [(2, [8, 1], 8)],
    }


def test_the_rates_of_the_next_layer_are_its_weights() -> None:
    assert found(proof(LINEAR, "BP2", 2, 2), LINEAR) == {
        "41": [(1, [-1, -1], 1), (2, [8, 3], 24)],
        "42": [(1, [-1, -1], 1), (2, [3, 8], 24)],
        "44": [(1, [-1, 1], -1), (2, [3, 1], 3)],
        "45": [(1, [-1, -1, 1], 1), (2, [3, 8, 1], 24)],
    }


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_line_that_is_lost_has_no_terms(number: int) -> None:
    network = Network({2: [[-800]]}, {2: [0]}, "sigmoid", "cross-entropy")
    trace = run(network, [1], [1])
    of = proof(trace, "BP1", 2, 1)
    assert terms(of, of.lines[number], trace) == ()


def test_each_number_of_a_term_has_the_address_that_is_lit_elsewhere() -> None:
    of = proof(LINEAR, "BP2", 2, 1)
    every = [terms(of, line, LINEAR) for line in of.lines]
    last = [[f.quantity.id if f.quantity else "" for f in one.factors] for one in every[5]]
    assert last == [
        ["w3_1_1", "delta3_1", "sigma_prime2_1"],
        ["w3_2_1", "delta3_2", "sigma_prime2_1"],
    ]
    assert [f.quantity.id if f.quantity else "" for f in every[1][1].factors] == ["delta3_2", ""]
