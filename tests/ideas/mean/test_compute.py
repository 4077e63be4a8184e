"""The mean over examples: its gradient is the mean of the gradients, found without them too."""

import numpy as np
import pytest
from hypothesis import assume, given

from backprop import Network, run
from backprop.engine.activations import Array
from backprop.engine.examples import one_by_one
from backprop.ideas.mean.compute import NUDGE, mean_of_gradients, nudged
from tests.engine.lessons import Lesson, lesson, lesson_342, lessons
from tests.ideas.mean.plain_cost import mean_cost
from tests.laws import laws

PLACES = (("w", 2, (3, 1)), ("b", 2, (0, 0)), ("w", 3, (1, 2)), ("b", 3, (1, 0)))


def rows(given: Lesson) -> list[tuple[Array, Array]]:
    return list(zip(given.x.T, given.y.T, strict=True))


@laws
@given(lessons())
def test_mean_of_gradients_is_the_gradient_over_all_columns(given: Lesson) -> None:
    traces = one_by_one(given.network, rows(given)).traces
    whole = given.run()
    assert np.mean([trace.cost for trace in traces.values()]) == pytest.approx(whole.cost)
    for l in range(2, whole.network.L + 1):
        for symbol in ("nabla_w", "nabla_b"):
            mean = mean_of_gradients(traces.values(), symbol, l)
            np.testing.assert_allclose(mean, whole.arrays(symbol)[l], rtol=1e-12, atol=1e-14)


@laws
@given(lessons())
def test_moving_a_weight_finds_the_same_gradient(given: Lesson) -> None:
    traces = one_by_one(given.network, rows(given)).traces
    for l in range(2, given.network.L + 1):
        for symbol in ("w", "b"):
            found = nudged(given.network, given.x, given.y, symbol, l)
            mean = mean_of_gradients(traces.values(), f"nabla_{symbol}", l)
            assume(not found.kink.any())
            scale = max(1.0, float(np.abs(found.above).max()))
            np.testing.assert_allclose(found.slope, mean, rtol=1e-6, atol=1e-9 * scale)


@pytest.mark.parametrize("cost", ["quadratic", "cross-entropy"])
@pytest.mark.parametrize("output", ["sigmoid", "linear"])
def test_the_costs_are_those_of_the_moved_network(output: str, cost: str) -> None:
    network, x, y = lesson_342(output, cost, 3)
    for symbol, l, index in PLACES:
        found = nudged(network, x, y, symbol, l)
        for side, costs in ((NUDGE, found.above), (-NUDGE, found.below)):
            w = {k: v.copy() for k, v in network.w.items()}
            b = {k: v.copy() for k, v in network.b.items()}
            (w if symbol == "w" else b)[l][index] += side
            plain = mean_cost(w, b, network.activation, cost, x, y)
            assert costs[index] == pytest.approx(plain, rel=1e-14)


def test_two_examples_by_hand() -> None:
    """C_x = (w x)^2 / 2 with w = 2: the gradients w x^2 are 2 and 18, and their mean is 10."""
    network = Network({2: [[2.0]]}, {2: [0.0]}, "linear")
    traces = one_by_one(network, [([1.0], [0.0]), ([3.0], [0.0])]).traces
    assert [trace.nabla_w[2].item() for trace in traces.values()] == [2, 18]
    assert mean_of_gradients(traces.values(), "nabla_w", 2).item() == 10
    found = nudged(network, np.array([[1.0, 3.0]]), np.array([[0.0, 0.0]]), "w", 2, h=0.5)
    assert (found.above.item(), found.below.item(), found.width.item()) == (15.625, 5.625, 1)
    assert found.slope.item() == 10


@pytest.mark.parametrize(("b", "kink", "slope"), [(-1.0, True, 0.0), (-0.5, False, 0.5)])
def test_a_kink_of_relu_is_told(b: float, kink: bool, slope: float) -> None:
    """At z = 0 the cost z^2 / 2 of a relu is smooth; with y = -1 it has two slopes, 1 and 0."""
    network = Network({2: [[1.0]]}, {2: [b]}, "relu")
    x = np.array([[1.0]])
    found = nudged(network, x, np.array([[0.0]]), "w", 2)
    assert found.kink.item() is kink
    assert found.slope.item() == pytest.approx(slope, abs=1e-5)
    torn = nudged(Network({2: [[1.0]]}, {2: [-1.0]}, "relu"), x, np.array([[-1.0]]), "b", 2)
    assert torn.kink.item() is True
    assert torn.slope.item() == pytest.approx(0.5, abs=1e-5)


def test_a_kink_further_on_and_of_any_example_is_told() -> None:
    """a^2 = w x feeds a relu whose z^3 is 0 for the second example only."""
    network = Network(
        {2: [[1.0], [1.0]], 3: [[1.0, 0.0]]}, {2: [0.0, 0.0], 3: [-2.0]}, {2: "linear", 3: "relu"}
    )
    found = nudged(network, np.array([[5.0, 2.0]]), np.array([[0.0, 0.0]]), "w", 2)
    assert found.kink.tolist() == [[True], [False]]


def test_the_nudge_is_measured_where_it_is_rounded() -> None:
    """1e6 + 1e-5 is not a float64; the slope is that between the two numbers that are."""
    network = Network({2: [[1e6]]}, {2: [0.0]}, "linear")
    found = nudged(network, np.array([[1e-3]]), np.array([[0.0]]), "w", 2)
    assert found.width.item() != 2 * NUDGE
    assert found.slope.item() == pytest.approx(1.0, rel=1e-7)


def test_out_of_the_range_of_the_cross_entropy_there_is_no_slope() -> None:
    network = Network({2: [[1e-6]]}, {2: [0.0]}, "linear", "cross-entropy")
    with np.errstate(all="raise"):
        found = nudged(network, np.array([[1.0]]), np.array([[1.0]]), "w", 2)
        assert np.isnan(found.slope).all()


def test_the_network_is_not_changed() -> None:
    given = lesson([2, 3, 1], ["tanh", "sigmoid"], "quadratic", 2, seed=3)
    before = run(*given).cost
    nudged(given.network, given.x, given.y, "w", 2)
    assert run(*given).cost == before
