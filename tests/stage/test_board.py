"""The board: which arrays stand in which row, and from which step on each of them is known."""

import pytest

from backprop import Network, run
from backprop.stage.board import born, rows, rows_of_steps

NET = Network.random([3, 4, 2])


def test_the_rows_of_a_hidden_layer_read_like_the_equations() -> None:
    assert rows(NET, 2) == {
        "Forward": ["w2", "·", "a1", "+", "b2", "=", "z2", "→", "a2"],
        "Backward": [
            "w3", "ᵀ", "delta3", "⊙", "sigma_prime2", "=", "delta2", "→", "nabla_b2", "nabla_w2",
        ],
    }  # fmt: skip


def test_the_rows_of_the_output_layer_hold_y_and_the_gradient_of_the_cost() -> None:
    assert rows(NET, 3)["Forward"][-2:] == ["↔", "y3"]
    assert rows(NET, 3)["Backward"][:5] == ["nabla_a3", "⊙", "sigma_prime3", "=", "delta3"]


def test_where_the_slope_cancels_the_row_says_so() -> None:
    cancelled = Network.random([3, 4, 2], cost="cross-entropy")
    assert rows(cancelled, 3)["Backward"][:9] == [
        "nabla_a3", "⊙", "sigma_prime3", "=", "a3", "−", "y3", "=", "delta3",
    ]  # fmt: skip
    assert rows(cancelled, 2) == rows(NET, 2)


@pytest.mark.parametrize("cost", ["quadratic", "cross-entropy"])
@pytest.mark.parametrize("sizes", [[1, 1], [3, 4, 2], [2, 12, 12, 1]])
def test_the_row_of_a_step_holds_what_it_makes_and_uses(sizes: list[int], cost: str) -> None:
    network = Network.random(sizes, cost=cost)
    trace = run(network, [0.5] * sizes[0], [0.5] * sizes[-1])
    for step in trace.steps:
        row = rows_of_steps(network, step.l)[step.quantity.symbol]
        assert step.quantity.id in [*row, "C"]
        assert {one.id for one in step.operand_quantities.values()} <= set(row)


def test_what_is_computed_is_born_at_its_step_and_what_is_given_is_there_at_first() -> None:
    trace = run(NET, [0.1, 0.2, 0.3], [0, 1])
    found = born(tuple(step.quantity for step in trace.at("layer")), NET)
    assert found.keys().isdisjoint({"w2", "w3", "b2", "b3", "a1", "y3"})
    assert found["z2"] == [1, 1, 1, 1]
    assert found["C"] == [5]
    assert found["delta3"] == [8, 8]
    assert found["nabla_w2"] == [14, 14, 14, 14]


def test_neuron_by_neuron_each_row_is_born_by_itself() -> None:
    trace = run(NET, [0.1, 0.2, 0.3], [0, 1])
    found = born(tuple(step.quantity for step in trace.at("neuron")), NET)
    assert found["z2"] == [1, 2, 3, 4]
    assert found["a3"] == [11, 12]
    assert found["C"] == [13]
    assert found["nabla_w2"] == [36, 37, 38, 39]
