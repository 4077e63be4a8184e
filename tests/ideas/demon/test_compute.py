"""The demon: the error is the slope of the true cost, and how far its prediction holds."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Network, run
from backprop.engine.push import with_dz
from backprop.ideas.demon.compute import TOLERANCE, Demon, demon_at
from tests.engine.lessons import Lesson, lesson, lesson_342, lessons
from tests.ideas.mean.plain_cost import mean_cost, sigma
from tests.laws import laws

STEPS = np.linspace(-4, 4, 81)
ONE_NEURON = Network(w={2: [[0.6]]}, b={2: [0.9]})  # z = 1.5 for x = 1


def cost_with(net: Network, x: object, y: object, l: int, j: int, dz: float) -> float:
    """C(z + dz) in plain Python, dz added on the way and not to the bias."""
    nudge = ("z", l, j, 1, dz)
    return mean_cost(net.w, net.b, net.activation, net.cost, np.array(x), np.array(y), nudge)


def first_example(given: Lesson) -> Lesson:
    return Lesson(given.network, given.x[:, :1], given.y[:, :1])


def kink_is_near(given: Lesson, margin: float) -> bool:
    """Whether a relu is so near its kink that a difference reaches over it."""
    trace, names = given.run(), given.network.activation
    return any(np.abs(z).min() < margin for l, z in trace.z.items() if "relu" in names[l])


@laws
@given(lessons(), st.data())
def test_the_error_is_the_slope_of_the_true_cost(given: Lesson, data: st.DataObject) -> None:
    given = first_example(given)
    l = data.draw(st.integers(2, given.network.L))
    j = data.draw(st.integers(1, given.network.sizes[l - 1]))
    if kink_is_near(given, 1e-3):
        return
    eps = 1e-5
    found = demon_at(*given, l, j, [-eps, 0, eps])
    slope = (found.true[2] - found.true[0]) / (2 * eps)
    assert found.delta == given.run().delta[l][j - 1, 0]
    assert found.delta == pytest.approx(slope, rel=1e-6, abs=1e-9)


@laws
@given(lessons(), st.data())
def test_true_costs_are_those_of_a_nudge_on_the_way(given: Lesson, data: st.DataObject) -> None:
    given = first_example(given)
    network, x, y = given
    l = data.draw(st.integers(2, network.L))
    j = data.draw(st.integers(1, network.sizes[l - 1]))
    found = demon_at(*given, l, j, [-0.7, 0, 0.3, 2])
    expected = np.array([cost_with(network, x, y, l, j, dz) for dz in (-0.7, 0, 0.3, 2)])
    np.testing.assert_allclose(found.true, expected, rtol=1e-9, atol=1e-12)
    predicted = found.here.cost + found.here.delta[l][j - 1, 0] * np.array([-0.7, 0, 0.3, 2])
    np.testing.assert_array_equal(found.prediction, predicted)


def test_one_neuron_by_hand() -> None:
    """x = 1, y = 0: z = 1.5, a = 0.81757, C = a^2 / 2 = 0.33421, and delta = a * a (1 - a)."""
    found = demon_at(ONE_NEURON, [1], [0], 2, 1, [-1.5, 0, 0.5])
    a = 1 / (1 + math.exp(-1.5))
    assert found.delta == pytest.approx(0.121938, abs=1e-6)
    assert found.delta == pytest.approx(a * a * (1 - a), rel=1e-12)
    assert found.true[0] == 0.125  # sigma(0)^2 / 2
    assert found.true[1] == pytest.approx(0.334214, abs=1e-6)
    assert found.true[2] == pytest.approx(0.387902, abs=1e-6)  # sigma(2)^2 / 2
    assert found.prediction[0] == pytest.approx(0.151306, abs=1e-6)  # C - 1.5 delta
    assert found.cut == ""


def test_a_parabola_is_predicted_as_far_as_algebra_says() -> None:
    """C = (z - y)^2 / 2: the gap is dz^2 / 2 and delta = z - y = 3.

    It is at most a tenth of |3 dz + dz^2 / 2| for dz between -6/11 and 6/9.
    """
    net = Network(w={2: [[1.0]]}, b={2: [0.0]}, activation="linear")
    low, high = demon_at(net, [4], [1], 2, 1, STEPS).valid_range
    assert low == pytest.approx(-6 / 11, rel=1e-6)
    assert high == pytest.approx(6 / 9, rel=1e-6)


def kept_in_plain(found: Demon, given: Lesson, dz: float) -> bool:
    """Whether the prediction holds at this dz, in plain Python."""
    network, x, y = given
    try:
        true = cost_with(network, x, y, found.l, found.j, dz) - found.here.cost
    except ValueError:  # math.log where cross-entropy has no value
        return False
    return abs(found.delta * dz - true) <= TOLERANCE * abs(true) + 1e-13


def in_plain_scan(found: Demon, given: Lesson) -> list[float]:
    """The same range by trying very many dz one after the other, the last of them closer still."""
    ends = []
    for far in (-4.0, 4.0):
        end, beyond = 0.0, far
        for points in (1601, 11):
            for dz in np.linspace(end, beyond, points)[1:].tolist():
                if not kept_in_plain(found, given, dz):
                    beyond = dz
                    break
                end = dz
        ends.append(end)
    return ends


@pytest.mark.parametrize(
    ("names", "cost", "seed"),
    [
        ("sigmoid sigmoid", "quadratic", 1),
        ("tanh linear", "quadratic", 2),
        ("relu sigmoid", "cross-entropy", 6),
        ("leaky-relu tanh", "quadratic", 4),
        ("sigmoid sigmoid", "cross-entropy", 5),
    ],
)
def test_the_range_of_the_prediction_is_that_of_a_dense_scan(
    names: str, cost: str, seed: int
) -> None:
    given = lesson([2, 3, 2], names.split(), cost, 1, seed)
    for l, j in ((2, 1), (2, 3), (3, 2)):
        found = demon_at(*given, l, j, STEPS)
        assert found.valid_range == pytest.approx(in_plain_scan(found, given), abs=4 / 16000)


def test_where_the_cost_cannot_be_taken_the_curve_ends() -> None:
    """Linear outputs, cross-entropy: the output that gets dz must stay inside (0, 1)."""
    given = lesson_342("linear", "cross-entropy", 1)
    output = given.run().a[3][0, 0]
    found = demon_at(*given, 3, 1, STEPS)
    inside = (output + STEPS > 0) & (output + STEPS < 1)
    assert 3 < inside.sum() < 20
    np.testing.assert_array_equal(np.isnan(found.true), ~inside)
    assert [trace is None for trace in found.traces] == (~inside).tolist()
    assert "above 0 and below 1" in found.cut
    low, high = found.valid_range
    assert -output < low < 0 < high < 1 - output
    assert [low, high] == pytest.approx(in_plain_scan(found, given), abs=4 / 16000)


def test_beyond_the_cut_the_curve_does_not_come_back() -> None:
    """The output 0.5 + relu(dz) - 2 relu(dz - 1) is above 1 at dz = 1, and 0.5 again at dz = 2."""
    net = Network(
        w={2: [[0.0]], 3: [[1.0], [1.0]], 4: [[1.0, -2.0]]},
        b={2: [0.0], 3: [0.0, -1.0], 4: [0.5]},
        activation={2: "linear", 3: "relu", 4: "linear"},
        cost="cross-entropy",
    )
    found = demon_at(net, [1], [1], 2, 1, [-1, 0, 0.2, 1, 2])
    assert np.isnan(found.true).tolist() == [False, False, False, True, True]
    with_dz(found.here, 2, 1, 2)  # here the cost can be taken


def test_a_relu_that_is_off_lets_nothing_through() -> None:
    """z = -1: the error is 0, and true as far as the kink at dz = 1."""
    net = Network(w={2: [[1.0]], 3: [[1.0]]}, b={2: [0.0], 3: [0.0]}, activation="relu")
    found = demon_at(net, [-1], [2], 2, 1, STEPS)
    assert found.delta == 0
    assert found.valid_range == pytest.approx((-4, 1), rel=1e-9)


def test_at_the_least_cost_no_prediction_holds() -> None:
    net = Network(w={2: [[1.0]]}, b={2: [0.0]}, activation="linear")
    found = demon_at(net, [1], [1], 2, 1, STEPS)
    assert found.delta == 0
    assert found.valid_range == pytest.approx((0, 0), abs=1e-6)


def test_a_demon_that_changes_nothing_is_predicted_everywhere() -> None:
    """No weight leads from the neuron to an output."""
    net = Network(w={2: [[1.0]], 3: [[0.0]]}, b={2: [0.0], 3: [0.3]})
    assert demon_at(net, [1], [1], 2, 1, STEPS).valid_range == (-4, 4)


def test_where_the_change_is_lost_in_rounding_the_prediction_holds() -> None:
    """sigma(40) is 1 up to 4e-18: the cost is 1/2 in all its digits, from z = 36 to 44."""
    found = demon_at(Network(w={2: [[1.0]]}, b={2: [40.0]}), [0], [0], 2, 1, STEPS)
    assert 0 < found.delta < 1e-17
    assert found.valid_range == (-4, 4)


def test_dz_is_added_to_the_bias_alone_and_the_network_stays_as_it_is() -> None:
    network, x, y = lesson([3, 4, 2], ["sigmoid", "sigmoid"], "quadratic", 1, 7)
    before = {l: network.b[l].tolist() for l in network.b}
    moved = with_dz(run(network, x, y), 2, 3, 0.25)
    assert {l: network.b[l].tolist() for l in network.b} == before
    change = moved.network.b[2] - network.b[2]
    np.testing.assert_allclose(change[:, 0], [0, 0, 0.25, 0])
    np.testing.assert_array_equal(moved.network.b[3], network.b[3])
    z = run(network, x, y).z[2]
    np.testing.assert_allclose((moved.z[2] - z)[:, 0], [0.0, 0.0, 0.25, 0.0], atol=1e-15)


@laws
@given(st.floats(-1000, 1000), st.sampled_from(["sigmoid", "tanh", "relu", "leaky-relu", "linear"]))
def test_far_out_the_demon_still_finds_numbers(bias: float, name: str) -> None:
    net = Network(
        w={2: [[1.0]], 3: [[1.0]]}, b={2: [bias], 3: [0.5]}, activation={2: name, 3: name}
    )
    steps = np.linspace(-4, 4, 9)
    found = demon_at(net, [0.5], [0.5], 2, 1, steps)
    least = -700 if name == "sigmoid" else -math.inf  # as far as math.exp goes
    first = [sigma(name, max(least, bias + 0.5 + dz)) for dz in steps]
    expected = [0.5 * (sigma(name, a + 0.5) - 0.5) ** 2 for a in first]
    np.testing.assert_allclose(found.true, expected, rtol=1e-9, atol=1e-12)
    low, high = found.valid_range
    assert -4 <= low <= 0 <= high <= 4


@pytest.mark.parametrize(
    ("dz", "l", "j", "word"),
    [
        ([0.1, 0.2], 2, 1, "a 0 among them"),
        ([0, 0, 1], 2, 1, "grow"),
        ([[0.0]], 2, 1, "grow"),
        ([0], 1, 1, "no z¹₁"),
        ([0], 2, 2, "no z²₂"),
    ],
)
def test_what_does_not_fit_is_refused(dz: list[float], l: int, j: int, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        demon_at(ONE_NEURON, [1], [0], l, j, dz)


def test_several_examples_are_refused() -> None:
    with pytest.raises(ValueError, match="one example; got 2"):
        demon_at(ONE_NEURON, [[1, 2]], [[0, 1]], 2, 1, [0])
