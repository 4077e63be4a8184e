"""The two ways to the gradient of the mean cost, and how far they may differ."""

import numpy as np
import pytest

from backprop import Network
from backprop.engine import Quantity
from backprop.engine.examples import one_by_one
from backprop.ideas.mean.compute_check import GradientCheck, gradient_check


def checked(network: Network, *rows: tuple[float, float]) -> GradientCheck:
    """The check of layer 2 of a network with one input and one output."""
    return gradient_check(one_by_one(network, [([x], [y]) for x, y in rows]), 2)


def test_two_examples_by_hand() -> None:
    """C_x = (w x)^2 / 2 with w = 2: the gradients w x^2 are 2 and 18, and their mean is 10."""
    check = checked(Network({2: [[2.0]]}, {2: [0.0]}, "linear"), (1.0, 0.0), (3.0, 0.0))
    assert [one["w"].item() for one in check.each.values()] == [2, 18]
    assert check.mean["w"].item() == 10
    assert check.nudged["w"].slope.item() == pytest.approx(10)
    assert check.difference < 1e-8
    assert check.agrees
    assert check.complete
    assert check.kinks == []


def test_at_a_kink_the_two_ways_differ_and_the_gradient_is_named() -> None:
    """A relu at z = 0 with y = -1 has the slopes 1 and 0: moving b finds their mean, 1/2."""
    check = checked(Network({2: [[1.0]]}, {2: [0.0]}, "relu"), (0.0, -1.0), (0.0, -1.0))
    assert check.kinks == [Quantity("nabla_b", 2, 1)]
    assert check.difference == pytest.approx(0.5, abs=1e-4)
    assert not check.agrees
    assert check.rounding < 1e-8


def test_where_a_moved_weight_leads_out_of_the_costs_range_the_check_is_not_complete() -> None:
    network = Network({2: [[1e-6]]}, {2: [0.0]}, "linear", "cross-entropy")
    check = checked(network, (1.0, 1.0))
    assert np.isnan(check.nudged["w"].slope).all()
    assert not check.complete
    assert check.difference == 0.0


def test_without_an_example_and_for_another_layer_there_is_no_check() -> None:
    network = Network({2: [[2.0]]}, {2: [0.0]})
    with pytest.raises(ValueError, match="must have at least one example that was run; got none"):
        gradient_check(one_by_one(network, []), 2)
    for l in (1, 3, 9):
        with pytest.raises(ValueError, match="a 1-1 network has no w"):
            gradient_check(one_by_one(network, [([1.0], [0.0])]), l)
