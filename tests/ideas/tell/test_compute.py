"""The slowest weights and what holds them back, on networks whose factors are known by hand."""

import numpy as np
import pytest
from hypothesis import given

from backprop import Network, Quantity, Trace, run
from backprop.ideas.tell.compute import SLOW, arriving, largest_gradients, slowest
from backprop.lesson import PRESETS
from tests.engine.lessons import Lesson, lessons
from tests.laws import laws


def told(trace: Trace) -> list[tuple[str, str]]:
    return [(slow.weight.id, slow.reason) for slow in slowest(trace)]


def linear(w: list[list[float]], x: list[float], y: list[float]) -> Trace:
    return run(Network({2: w}, {2: [0.0] * len(w)}, "linear"), x, y)


def test_a_low_input_makes_a_slow_weight() -> None:
    """delta = z - y = 1.02 - 0; the gradients are 0.02 * 1.02 and 1 * 1.02."""
    (slow,) = slowest(linear([[1.0, 1.0]], [0.02, 1.0], [0.0]))
    assert (slow.weight, slow.reason, slow.value) == (Quantity("nabla_w", 2, 1, 1), "input", 0.02)
    assert slow.gradient == pytest.approx(0.0204)


def test_an_output_that_is_nearly_right_makes_slow_weights() -> None:
    """delta = (0.01, 1): all that ends at neuron 1 is slow, and told once."""
    trace = linear([[1.0, 0.0], [1.0, 0.0]], [1.0, 1.0], [0.99, 0.0])
    (slow,) = slowest(trace)
    assert (slow.weight.id, slow.reason) == ("nabla_w2_1_1", "output")
    assert slow.value == pytest.approx(0.01)


def test_a_saturated_neuron_makes_slow_weights() -> None:
    """z = (6, 0): sigma' = 0.00247 and 0.25, both outputs wrong by about a half and one."""
    net = Network({2: [[6.0], [0.0]]}, {2: [0.0, 0.0]})
    (slow,) = slowest(run(net, [1.0], [0.0, 1.0]))
    assert (slow.weight.id, slow.reason) == ("nabla_w2_1_1", "slope")
    assert slow.value == pytest.approx(0.002466509, abs=1e-9)


def test_with_the_cross_entropy_a_saturated_output_is_not_held_back() -> None:
    """The slope cancels: delta = a - y = (0.9975, -0.5)."""
    net = Network({2: [[6.0], [0.0]]}, {2: [0.0, 0.0]}, cost="cross-entropy")
    trace = run(net, [1.0], [0.0, 1.0])
    assert slowest(trace) == ()
    assert arriving(trace, 2) == pytest.approx(np.array([[0.997527], [-0.5]]), abs=1e-6)


def test_with_the_cross_entropy_it_is_held_back_by_being_right() -> None:
    """a = 0.9975, y = 0.95: a - y = 0.0475 beside -0.5, where sigma' has only 0.01 of a quarter."""
    net = Network({2: [[6.0], [0.0]]}, {2: [0.0, 0.0]}, cost="cross-entropy")
    assert told(run(net, [1.0], [0.95, 1.0])) == [("nabla_w2_1_1", "output")]


def test_the_slowest_comes_first() -> None:
    """delta = 1.32: the gradients are 0.02, 0.3, 0.01 and 1 times that."""
    trace = linear([[1.0, 1.0, 0.0, 1.0]], [0.02, 0.3, 0.01, 1.0], [0.0])
    assert told(trace) == [("nabla_w2_1_3", "input"), ("nabla_w2_1_1", "input")]


def test_no_more_is_told_than_wanted() -> None:
    trace = linear([[0.0] * 5], [0.01, 0.02, 0.03, 0.04, 1.0], [1.0])
    assert [slow.weight.k for slow in slowest(trace, most=2)] == [1, 2]
    assert len(slowest(trace)) == 3


def test_where_no_weight_leads_on_no_error_comes_back() -> None:
    net = Network({2: [[1.0]], 3: [[0.0]]}, {2: [0.0], 3: [0.0]}, activation="linear")
    assert told(run(net, [1.0], [1.0])) == [("nabla_w2_1_1", "back")]


def test_errors_that_cancel_make_slow_weights() -> None:
    """Both outputs are wrong by 1 and -1, and the hidden neuron leads to both with 1 and 0.99."""
    net = Network({2: [[1.0]], 3: [[1.0], [0.99]]}, {2: [0.0], 3: [0.0, 0.0]}, activation="linear")
    (slow,) = slowest(run(net, [1.0], [0.0, 1.99]))
    assert (slow.weight.id, slow.reason) == ("nabla_w2_1_1", "cancelled")
    assert slow.value == pytest.approx(1 - 0.99)


def test_hardly_any_error_comes_back_through_a_small_weight() -> None:
    net = Network({2: [[1.0]], 3: [[0.001]]}, {2: [0.0], 3: [0.0]}, activation="linear")
    (slow,) = slowest(run(net, [1.0], [1.0]))
    assert (slow.weight.id, slow.reason) == ("nabla_w2_1_1", "back")
    assert slow.value == pytest.approx(0.001 * (0.001 - 1))


def test_where_all_gradients_are_alike_nothing_is_slow() -> None:
    assert slowest(linear([[1.0, 1.0]], [1.0, 0.9], [0.0])) == ()


def test_where_nothing_is_wrong_every_output_says_so() -> None:
    assert told(linear([[1.0]], [1.0], [1.0])) == [("nabla_w2_1_1", "output")]


def test_the_saturated_example_names_its_saturated_output() -> None:
    assert ("slope", 3, 1) in [slow.place for slow in slowest(PRESETS["saturated"].trace())]


def test_gradients_vanish_towards_the_inputs_of_the_vanishing_example() -> None:
    sizes = [*largest_gradients(PRESETS["vanishing"].trace()).values()]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 100 * sizes[0]


def test_largest_is_by_size() -> None:
    """delta = (-3, 2), x = (1, -2): the gradients are -3, 6 and 2, -4."""
    trace = linear([[0.0, 0.0], [0.0, 0.0]], [1.0, -2.0], [3.0, -2.0])
    assert largest_gradients(trace) == {2: 6.0}


@laws
@given(lessons())
def test_the_factors_make_the_gradient(given: Lesson) -> None:
    """Whatever is told is slow, and its three factors, taken by the book, make its gradient."""
    trace = run(given.network, given.x[:, :1], given.y[:, :1])
    limit = SLOW * max(np.abs(array).max() for array in trace.nabla_w.values())
    for slow in slowest(trace):
        l, j, k = slow.weight.l, (slow.weight.j or 0) - 1, (slow.weight.k or 0) - 1
        cancels = (given.network.cost, l) == ("cross-entropy", given.network.L)
        slope = 1.0 if cancels else trace.sigma_prime[l][j, 0]
        error = arriving(trace, l)[j, 0]
        assert slow.gradient == pytest.approx(trace.a[l - 1][k, 0] * slope * error, abs=1e-12)
        assert abs(slow.gradient) <= limit
        assert slow.value in (trace.a[l - 1][k, 0], trace.sigma_prime[l][j, 0], error)


def test_several_examples_are_refused() -> None:
    net = Network({2: [[1.0]]}, {2: [0.0]})
    with pytest.raises(ValueError, match="one example; got 2"):
        slowest(run(net, [[1, 2]], [[0, 1]]))
