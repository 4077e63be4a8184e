"""An epoch in batches, the steps over them, and how a batch's gradient differs from all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Network, descend, run
from backprop.engine.examples import Examples, one_by_one
from backprop.ideas.batch.compute import angle, batches, cost_over, networks_after
from tests.laws import laws

# 1-1, linear, w = 2 and b = 0, so a = 2x: delta is 1 at x = 1, y = 1; it is -2 at x = 1, y = 4,
# and 0 at x = 2, y = 4.
LINE = Network({2: [[2]]}, {2: [0]}, "linear")


def examples(*rows: tuple[float, float]) -> Examples:
    return one_by_one(LINE, [([x], [y]) for x, y in rows])


def test_batches_by_hand() -> None:
    assert batches([1, 2, 3, 4], 2) == [(1, 2), (3, 4)]
    assert batches([1, 3, 4, 6, 7], 3) == [(1, 3, 4), (6, 7)]
    assert batches([2], 5) == [(2,)]


@laws
@given(st.integers(1, 64), st.integers(1, 70))
def test_an_epoch_has_every_example_once(count: int, m: int) -> None:
    numbers = list(range(1, count + 1))
    for shuffled in (False, True):
        found = batches(numbers, m, shuffled)
        assert sorted(number for batch in found for number in batch) == numbers
        assert {len(batch) for batch in found[:-1]} <= {m}
        assert 1 <= len(found[-1]) <= m
        assert found == batches(numbers, m, shuffled)
    assert batches(list(range(1, 13)), 3, shuffled=True) != batches(list(range(1, 13)), 3)


def test_the_steps_of_an_epoch_by_hand() -> None:
    """w: 2 - 1/2 (1 - 2) = 2.5, b: 0 - 1/2 (1 - 2) = 0.5; then a = 5.5, delta 1.5, times x = 2."""
    first, second = networks_after(LINE, examples((1, 1), (1, 4), (2, 4)), [(1, 2), (3,)], 1.0)
    assert (first.w[2].item(), first.b[2].item()) == (2.5, 0.5)
    assert (second.w[2].item(), second.b[2].item()) == (2.5 - 3, 0.5 - 1.5)


def test_one_batch_of_all_is_gradient_descent() -> None:
    found = examples((1, 1), (1, 4), (2, 4))
    (after,) = networks_after(LINE, found, [(1, 2, 3)], 0.3)
    whole = descend(LINE, run(LINE, found.x, found.y), 0.3)
    np.testing.assert_allclose(after.w[2], whole.w[2], rtol=1e-14)


def test_the_cost_over_all_is_their_mean() -> None:
    assert cost_over(LINE, examples((1, 1), (1, 4), (2, 4))) == pytest.approx((0.5 + 2 + 0) / 3)
    far = Network({2: [[2]]}, {2: [0]}, "linear", "cross-entropy")
    assert cost_over(far, examples((1, 1))) is None, "the output 2 is none that it can take"


def test_the_angle_by_hand() -> None:
    """The gradients (w, b) are (1, 1), (-2, -2) and (0, 0), the mean of all (-1/3, -1/3)."""
    found = examples((1, 1), (1, 4), (2, 4))
    assert angle(found, (1,)) == pytest.approx(180)
    assert angle(found, (2,)) == pytest.approx(0, abs=1e-5)
    assert angle(found, (3,)) is None
    assert angle(examples((1, 1), (-1, -1)), (1,)) == pytest.approx(45)
