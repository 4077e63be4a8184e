"""Costs after a weight or bias was moved: those of the moved network, and what spoils a slope."""

import numpy as np
import pytest
from hypothesis import assume, given

from backprop import Network, run
from backprop.engine.nudge import nudged
from tests.engine.lessons import Lesson, lesson, lesson_342, lessons
from tests.ideas.mean.plain_cost import mean_cost
from tests.laws import laws

H = 1e-5
PLACES = (("w", 2, (3, 1)), ("b", 2, (0, 0)), ("w", 3, (1, 2)), ("b", 3, (1, 0)))


def test_two_examples_by_hand() -> None:
    """C_x = (w x)^2 / 2 with w = 2: at w = 2.5, 2 and 1.5 the mean costs are 15.625, 10, 5.625."""
    network = Network({2: [[2.0]]}, {2: [0.0]}, "linear")
    x, y = np.array([[1.0, 3.0]]), np.array([[0.0, 0.0]])
    found = nudged(network, x, y, "w", 2, h=0.5)
    assert (found.above.item(), found.below.item(), found.width.item()) == (15.625, 5.625, 1)
    assert found.slope.item() == 10
    forward = nudged(network, x, y, "w", 2, h=0.5, method="forward")
    assert (forward.above.item(), forward.below.item(), forward.width.item()) == (15.625, 10, 0.5)
    assert forward.slope.item() == 11.25


def test_many_variants_go_through_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    given = lesson([3, 4, 2], ["tanh", "relu"], "quadratic", 2, seed=3)
    whole = nudged(*given, "w", 2, H)
    monkeypatch.setattr("backprop.engine.nudge._AT_ONCE", 40)  # five weights at a time
    parts = nudged(*given, "w", 2, H)
    np.testing.assert_allclose(parts.above, whole.above, rtol=1e-15)
    np.testing.assert_allclose(parts.below, whole.below, rtol=1e-15)


def test_an_output_that_leaves_the_costs_range_has_no_cost() -> None:
    """With y = 1 the logarithm of an output above 1 could be taken; the cost has no value there."""
    network = Network({2: [[1 - 1e-6]]}, {2: [0.0]}, "linear", "cross-entropy")
    found = nudged(network, np.array([[1.0]]), np.array([[1.0]]), "w", 2, H)
    assert np.isnan(found.above).all()
    assert np.isfinite(found.below).all()


@laws
@given(lessons())
def test_moving_a_weight_finds_the_same_gradient(given: Lesson) -> None:
    trace = given.run()
    for l in range(2, given.network.L + 1):
        for symbol in ("w", "b") if given.network.biases != "none" else ("w",):
            found = nudged(given.network, given.x, given.y, symbol, l, H)
            mean = trace.arrays(f"nabla_{symbol}")[l]
            assume(not found.kink.any())
            scale = max(1.0, float(np.abs(found.above).max()))
            np.testing.assert_allclose(found.slope, mean, rtol=1e-6, atol=1e-9 * scale)


@pytest.mark.parametrize("cost", ["quadratic", "cross-entropy"])
@pytest.mark.parametrize("output", ["sigmoid", "linear"])
def test_the_costs_are_those_of_the_moved_network(output: str, cost: str) -> None:
    network, x, y = lesson_342(output, cost, 3)
    for symbol, l, index in PLACES:
        found = nudged(network, x, y, symbol, l, H)
        for side, costs in ((H, found.above), (-H, found.below)):
            w = {k: v.copy() for k, v in network.w.items()}
            b = {k: v.copy() for k, v in network.b.items()}
            (w if symbol == "w" else b)[l][index] += side
            plain = mean_cost(w, b, network.activation, cost, x, y)
            assert costs[index] == pytest.approx(plain, rel=1e-14)


@pytest.mark.parametrize(("b", "kink", "slope"), [(-1.0, True, 0.0), (-0.5, False, 0.5)])
def test_a_kink_of_relu_is_told(b: float, kink: bool, slope: float) -> None:
    """At z = 0 the cost z^2 / 2 of a relu is smooth; with y = -1 it has two slopes, 1 and 0."""
    network = Network({2: [[1.0]]}, {2: [b]}, "relu")
    x = np.array([[1.0]])
    found = nudged(network, x, np.array([[0.0]]), "w", 2, H)
    assert found.kink.item() is kink
    assert found.slope.item() == pytest.approx(slope, abs=1e-5)
    torn = nudged(Network({2: [[1.0]]}, {2: [-1.0]}, "relu"), x, np.array([[-1.0]]), "b", 2, H)
    assert torn.kink.item() is True
    assert torn.slope.item() == pytest.approx(0.5, abs=1e-5)


def test_a_kink_further_on_and_of_any_example_is_told() -> None:
    """a^2 = w x feeds a relu whose z^3 is 0 for the second example only."""
    network = Network(
        {2: [[1.0], [1.0]], 3: [[1.0, 0.0]]}, {2: [0.0, 0.0], 3: [-2.0]}, {2: "linear", 3: "relu"}
    )
    found = nudged(network, np.array([[5.0, 2.0]]), np.array([[0.0, 0.0]]), "w", 2, H)
    assert found.kink.tolist() == [[True], [False]]


def test_the_nudge_is_measured_where_it_is_rounded() -> None:
    """1e6 + 1e-5 is not a float64; the slope is that between the two numbers that are."""
    network = Network({2: [[1e6]]}, {2: [0.0]}, "linear")
    found = nudged(network, np.array([[1e-3]]), np.array([[0.0]]), "w", 2, H)
    assert found.width.item() != 2 * H
    assert found.slope.item() == pytest.approx(1.0, rel=1e-7)


def test_out_of_the_range_of_the_cross_entropy_there_is_no_slope() -> None:
    network = Network({2: [[1e-6]]}, {2: [0.0]}, "linear", "cross-entropy")
    with np.errstate(all="raise"):
        found = nudged(network, np.array([[1.0]]), np.array([[1.0]]), "w", 2, H)
        assert np.isnan(found.slope).all()


def test_the_network_is_not_changed() -> None:
    given = lesson([2, 3, 1], ["tanh", "sigmoid"], "quadratic", 2, seed=3)
    before = run(*given).cost
    nudged(given.network, given.x, given.y, "w", 2, H)
    assert run(*given).cost == before
