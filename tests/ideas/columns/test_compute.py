"""A mini-batch by hand, and both programs as they are shown against the runs of the engine."""

from typing import Any

import numpy as np
import pytest

from backprop import Network
from backprop.engine.examples import one_by_one
from backprop.engine.timing import Timing
from backprop.ideas.columns.compute import MOST, MiniBatch, difference, mini_batch, multiplications
from backprop.ideas.columns.compute_programs import (
    LONGEST,
    changed_lines,
    loop_shown,
    programs,
    takes_too_long,
    timings,
)


def batch(network: Network, rows: Any) -> MiniBatch:
    return mini_batch(network, one_by_one(network, rows))


LINEAR = Network({2: [[2, -1]]}, {2: [1]}, "linear")
"""z = 2 x_1 - x_2 + 1, and with y = 0 the error is z itself."""
BY_HAND = batch(LINEAR, [([1, 0], [0]), ([0, 2], [0]), ([1, 1], [0])])
RANDOM = Network.random((3, 5, 4, 2), {2: "relu", 3: "tanh", 4: "sigmoid"}, "cross-entropy", seed=8)
ROWS = [(x, y) for x, y in zip(np.eye(3), [(0, 1), (1, 1), (0, 0)], strict=True)] * 4


def test_a_mini_batch_by_hand() -> None:
    """Z = 3, -1, 2; Delta X^T / 3 is (3 + 0 + 2, 0 - 2 + 2) / 3, and after two (3, -2) / 3."""
    whole = BY_HAND.whole
    assert whole.z[2].tolist() == [[3, -1, 2]]
    assert whole.nabla_w[2] == pytest.approx(np.array([[5 / 3, 0]]))
    assert BY_HAND.added("nabla_w", 2, 2) == pytest.approx(np.array([[1, -2 / 3]]))
    assert BY_HAND.added("nabla_b", 2, 3) == pytest.approx(np.array([[4 / 3]]))


def test_the_programs_as_shown_give_the_gradients_of_both_ways() -> None:
    """Bit for bit: the matrix form those of the run of all, the loop those of the runs of each."""
    found = batch(RANDOM, ROWS[:5])
    x, y = found.whole.x, found.whole.y
    loop, matrix = (one(x, y) for one in programs(RANDOM).values())
    for nabla, symbol in enumerate(("nabla_b", "nabla_w")):
        for l, whole in found.whole.arrays(symbol).items():
            assert np.array_equal(matrix[nabla][l], whole)
            assert np.array_equal(loop[nabla][l], found.added(symbol, l, found.m))


def test_a_sum_by_hand_and_no_biases() -> None:
    """Z = 2, -2, 1 without b; Delta X^T is (2 + 0 + 1, 0 - 4 + 1), and after two (2, -4)."""
    network = Network({2: [[2, -1]]}, activation="linear", reduction="sum", biases="none")
    found = batch(network, [([1, 0], [0]), ([0, 2], [0]), ([1, 1], [0])])
    assert found.added("nabla_w", 2, 2).tolist() == [[2, -4]]
    for gradient in (one(found.whole.x, found.whole.y) for one in programs(network).values()):
        assert gradient[2].tolist() == [[3, -3]]
    assert difference(found).apart == 0
    assert loop_shown(network).splitlines()[2:] == [
        "    nabla_w = backprop(*one)", "    for l in w:", "        sum_w[l] += nabla_w[l]",
    ]  # fmt: skip
    assert changed_lines(network) == []


def test_the_multiplications_of_one_example_by_hand() -> None:
    """3-4-2: 20 forward, and back 8 + 6 + 20; a - y spares the 2 of the outputs."""
    assert multiplications(Network.random((3, 4, 2))) == 54
    assert multiplications(Network.random((3, 4, 2), cost="cross-entropy")) == 52


def test_what_is_shown_of_the_programs() -> None:
    assert loop_shown(RANDOM).startswith("for i in range(m):\n    one = ")
    assert loop_shown(RANDOM).endswith("mean_w[l] += nabla_w[l] / m")
    assert changed_lines(RANDOM) == [
        "nabla_b[l] = delta[l].mean(1, keepdims=True)",
        "nabla_w[l] = delta[l] @ a[l-1].T / x.shape[1]",
    ]


def test_the_difference_is_that_of_the_sums_beside_the_largest_gradient() -> None:
    """0.1 + 0.2 + 0.3, each over 3 first, against their sum over 3: at most a few roundings."""
    row = Network({2: [[0.0]]}, {2: [0.0]}, "linear")
    assert difference(batch(row, [([1], [-1])])).apart == 0
    found = batch(row, [([1], [-0.1]), ([1], [-0.2]), ([1], [-0.3])])
    loop = 0.1 / 3 + 0.2 / 3 + 0.3 / 3
    assert difference(found).apart == abs(found.whole.nabla_w[2].item() - loop)
    assert 0 < difference(found).apart < 1e-15
    assert difference(found).largest == 0.3


def test_a_mini_batch_has_the_first_examples_that_can_be_run() -> None:
    assert batch(RANDOM, ROWS).m == MOST
    wide = Network({2: [[1.0]]}, {2: [0.0]}, "linear", "cross-entropy")
    assert batch(wide, [([5], [0]), ([0.5], [0])]).whole.x.tolist() == [[0.5]]


def test_sums_that_grow_too_large_leave_the_first_example_alone() -> None:
    huge = Network({2: [[1.0]]}, {2: [0.0]}, "linear")
    assert batch(huge, [([1e154], [0])] * 2).m == 1


def test_both_programs_are_timed_on_as_many_examples_as_are_asked_for() -> None:
    found = timings(LINEAR, BY_HAND.whole.x, BY_HAND.whole.y, 7, seconds=0)
    assert set(found) == {"loop", "matrix"}
    slow = Timing(LONGEST / 5, 0, 0, 3)
    assert takes_too_long(slow, 10, 100)
    assert not takes_too_long(slow, 10, 40)
