"""The four equations of a network: which they are, where they hold, and where the slope cancels."""

import pytest

from backprop import Network
from backprop.engine.four_equations import four_equations, layers_of, uses_slope


def test_the_quadratic_cost_has_equation_30_and_no_hidden_layer_no_bp2() -> None:
    assert four_equations(Network.random([2, 2, 2]))["BP1a"].numbers == ("30", "BP1a")
    flat = Network({2: [[1, 2]]}, {2: [0]})
    assert [*four_equations(flat)] == ["BP1a", "BP3", "BP4"]


def test_without_biases_there_is_no_bp3() -> None:
    assert [*four_equations(Network.random([2, 2, 2], biases="none"))] == ["BP1a", "BP2", "BP4"]


def test_in_the_order_of_the_book() -> None:
    for cost in ("quadratic", "cross-entropy"):
        names = list(four_equations(Network.random([2, 2, 2], cost=cost)))
        assert names == ["BP1a", "BP2", "BP3", "BP4"]


@pytest.mark.parametrize(
    ("equation", "layers"), [("BP1a", [4]), ("BP2", [2, 3]), ("BP3", [2, 3, 4]), ("BP4", [2, 3, 4])]
)
def test_the_layers_for_which_an_equation_holds(equation: str, layers: list[int]) -> None:
    assert list(layers_of(equation, 4)) == layers


def test_without_a_hidden_layer_bp2_holds_for_none() -> None:
    assert not layers_of("BP2", 2)


@pytest.mark.parametrize(
    ("cost", "activation", "used"),
    [("quadratic", "sigmoid", True), ("cross-entropy", "sigmoid", False),
     ("cross-entropy", "tanh", True)],
)  # fmt: skip
def test_the_slope_cancels_for_the_cross_entropy_of_sigmoids(
    cost: str, activation: str, used: bool
) -> None:
    network = Network.random([3, 4, 2], activation={2: "sigmoid", 3: activation}, cost=cost)
    assert uses_slope(network, 3) == used
    assert uses_slope(network, 2)
