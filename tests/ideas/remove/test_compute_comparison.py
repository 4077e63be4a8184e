"""A wrong step against the true one: signs, angle, and where a small step leads."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Network, Trace, run
from backprop.engine.vector import to_vector
from backprop.ideas.remove.compute_comparison import (
    Comparison,
    angle,
    compared,
    moved,
    small_step,
    wrong_signs,
)
from backprop.ideas.remove.compute_faulty_backward import backward
from backprop.ideas.remove.compute_mistakes import MISTAKES
from tests.engine.lessons import Lesson, lessons
from tests.ideas.mean.plain_cost import mean_cost
from tests.laws import laws

# 1-1, linear, quadratic: z = a = w x + b = 1*2 + 1 = 3, y = 1; delta = 2, dC/dw = 4, dC/db = 2.
LINE = run(Network({2: [[1]]}, {2: [1]}, "linear"), [2], [1])
ETA = 0.5


def comparison(trace: Trace, *names: str) -> Comparison:
    found = compared(backward(trace, [MISTAKES[name] for name in names], ETA), ETA)
    assert found
    return found


def test_by_hand() -> None:
    """Truly (4, 2); with a^2 = 3 for a^1 = 2 it is (6, 2).

    A step of length s against (p, q) changes a by -s (2 p + q) / |(p, q)|.
    """
    found = comparison(LINE, "bp4-a")
    assert (found.count, found.changed, found.wrong_way, found.before) == (2, 1, 0, 2)
    assert found.angle == pytest.approx(math.degrees(math.atan2(2, 4) - math.atan2(2, 6)))
    s = small_step(LINE, ETA)
    assert found.right == pytest.approx((2 - s * math.sqrt(5)) ** 2 / 2)
    assert found.wrong == pytest.approx((2 - s * (6 * 2 + 2) / math.sqrt(40)) ** 2 / 2)
    # The fall is s sqrt(20) - 5 s^2 / 2: within 1 % of s sqrt(20) for s up to 0.0358. From
    # 0.5 sqrt(20) = 2.236 seven halvings lead to 0.01747.
    assert s == pytest.approx(0.5 * math.sqrt(20) / 2**7)


def test_uphill_all_go_the_wrong_way() -> None:
    found = comparison(LINE, "step-sign")
    assert found.wrong_way == 2
    assert found.angle == pytest.approx(180)
    assert found.wrong == pytest.approx((2 + small_step(LINE, ETA) * math.sqrt(5)) ** 2 / 2)


def test_two_minus_signs_cancel() -> None:
    found = comparison(LINE, "bp1-sign", "step-sign")
    assert (found.changed, found.wrong_way, found.angle) == (0, 0, 0)
    assert found.wrong == found.right


def test_what_does_not_come_to_a_gradient_is_not_compared() -> None:
    trace = run(Network({2: [[1, 2]]}, {2: [1]}), [2, 1], [1])
    for name in ("bp4-transpose", "bp3-input"):
        assert compared(backward(trace, [MISTAKES[name]], 0.5), 0.5) is None


def test_a_wrong_gradient_of_nothing_leads_nowhere() -> None:
    trace = run(Network({2: [[1]]}, {2: [0]}, "linear"), [0], [1])  # a = 0, so dC/dw is 0
    found = comparison(trace, "bp3-bias")  # b = 0, so "dC/db is 0"
    assert (found.angle, found.wrong, found.wrong_way) == (None, None, 0)
    assert found.right is not None
    assert found.right < found.before


def test_at_a_minimum_there_is_no_way_down() -> None:
    found = comparison(run(Network({2: [[1]]}, {2: [0]}, "linear"), [1], [1]))
    assert (found.angle, found.right, found.wrong) == (None, None, None)


def test_a_step_that_leaves_the_cost_behind_has_none() -> None:
    """Output 2 is as desired, so close to 0 that the wrong step takes it below, where C is not."""
    w: dict[int, list[list[float]]] = {2: [[1, 0], [0, 1]], 3: [[0.25, 0.25], [5e-7, 5e-7]]}
    net = Network(w, {2: [0, 0], 3: [0, 0]}, "linear", "cross-entropy")
    found = comparison(run(net, [1, 1], [0.1, 1e-6]), "bp4-order")
    assert found.right is not None
    assert found.right < found.before
    assert found.wrong is None


def test_a_step_is_halved_until_the_cost_is_there() -> None:
    net = Network({2: [[1e-9]]}, {2: [0]}, "linear", "cross-entropy")
    trace = run(net, [1], [0])
    assert comparison(trace).right is not None
    assert small_step(trace, ETA) < 1e-9


@laws
@given(lessons())
def test_a_small_step_lowers_the_cost_by_length_times_slope(case: Lesson) -> None:
    trace = run(case.network, case.x[:, :1], case.y[:, :1])
    learned = trace.nabla_b if case.network.biases == "learn" else {}
    gradient = to_vector(trace.nabla_w, learned)
    slope = float(np.linalg.norm(gradient))
    if slope < 1e-6 * max(trace.cost, 1e-6):
        return
    length = small_step(trace, ETA)
    net = moved(case.network, -length * gradient / slope)
    before, after = (
        mean_cost(n.w, n.b, n.activation, n.cost, trace.x, trace.y) for n in (case.network, net)
    )
    assert before - after == pytest.approx(length * slope, rel=0.011)
    assert length <= ETA * slope * (1 + 1e-12)


@given(st.lists(st.floats(-1e150, 1e150), min_size=2, max_size=5), st.floats(1e-100, 1e100))
def test_the_angle_does_not_depend_on_the_lengths(numbers: list[float], factor: float) -> None:
    u = np.array(numbers)
    if not u.any() or not np.abs(u[u != 0]).min() > 1e-100:
        return
    assert angle(u, factor * u) == pytest.approx(0, abs=1e-5)
    assert angle(u, -factor * u) == pytest.approx(180)


def test_opposite_signs_are_wrong_and_zero_has_none() -> None:
    true, other = np.array([1.0, -2, 0, 3, -1]), np.array([-1e-300, 2, 5, 4, 0])
    assert wrong_signs(true, other).tolist() == [True, True, False, False, False]


def test_angles_by_hand() -> None:
    assert angle(np.array([1.0, 0]), np.array([1.0, 1])) == pytest.approx(45)
    assert angle(np.array([3.0, 0]), np.array([0.0, -2])) == pytest.approx(90)
    assert angle(np.array([1.0, 0]), np.array([1.0, 1e-9])) == pytest.approx(math.degrees(1e-9))
    assert angle(np.array([1.0, 0]), np.array([0.0, 0])) is None


def test_moved_goes_along_the_vector() -> None:
    net = Network.random([2, 3, 1], seed=1)
    step = np.arange(13.0)
    after = moved(net, step)
    np.testing.assert_allclose(
        to_vector(after.w, after.b) - to_vector(net.w, net.b), step, atol=1e-12
    )
    assert after.w[2][1, 0] - net.w[2][1, 0] == pytest.approx(2)
    assert after.b[3][0, 0] - net.b[3][0, 0] == pytest.approx(12)
