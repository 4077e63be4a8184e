"""The loop over a mini-batch: by hand, and the same as a descent step over all its columns."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given

from backprop import Network, descend, mini_batch, run
from tests.engine.lessons import Lesson, lessons
from tests.laws import laws

# 2-2-1, linear. At x = (1, 2), y = 10: z^2 = (5.5, 0), z^3 = 12, delta^3 = 2, delta^2 = (4, -8).
# At x = (0, 0), y = 1: z^2 = (0.5, -1), z^3 = 1 + 4 + 1 = 6, delta^3 = 5, delta^2 = (10, -20).
LINEAR = Network({2: [[1, 2], [3, -1]], 3: [[2, -4]]}, {2: [0.5, -1], 3: [1]}, "linear")
X, Y = [[1, 0], [2, 0]], [[10, 1]]


def test_two_examples_by_hand() -> None:
    after = mini_batch(LINEAR, X, Y, eta=0.5)
    assert after.b[3].tolist() == [[1 - 0.25 * (2 + 5)]]
    assert after.b[2].tolist() == [[0.5 - 0.25 * (4 + 10)], [-1 - 0.25 * (-8 - 20)]]
    assert after.w[3].tolist() == [[2 - 0.25 * (11 + 2.5), -4 - 0.25 * (0 - 5)]]
    assert after.w[2].tolist() == [[1 - 0.25 * 4, 2 - 0.25 * 8], [3 + 0.25 * 8, -1 + 0.25 * 16]]


@laws
@given(lessons())
def test_it_is_the_descent_step_over_the_columns(given: Lesson) -> None:
    whole = descend(given.network, given.run(), 0.7)
    loop = mini_batch(*given, eta=0.7)
    assert (loop.sizes, loop.activation, loop.cost) == (whole.sizes, whole.activation, whole.cost)
    for l in whole.w:
        np.testing.assert_allclose(loop.w[l], whole.w[l], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(loop.b[l], whole.b[l], rtol=1e-12, atol=1e-12)


def test_one_example_may_be_a_vector() -> None:
    step = descend(LINEAR, run(LINEAR, [1, 2], [10]), 0.5)
    assert mini_batch(LINEAR, [1, 2], [10], 0.5).w[2].tolist() == step.w[2].tolist()


REFUSED: dict[str, tuple[Callable[[], Network], str]] = {
    "x": (lambda: mini_batch(LINEAR, [1, 2, 3], [1], 1), "x must have the shape (2,)"),
    "y": (lambda: mini_batch(LINEAR, [1, 2], [1, 2], 1), "y must have the shape (1,)"),
    "counts": (lambda: mini_batch(LINEAR, X, [1], 1), "as many examples; got 2 and 1"),
    "cost": (
        lambda: mini_batch(Network({2: [[1.0]]}, {2: [0.0]}, cost="cross-entropy"), [1], [2], 1),
        "needs every y between 0 and 1",
    ),
    "growing": (lambda: mini_batch(LINEAR, [1e160, 0], [0], 1), "must stay finite"),
    "too long": (lambda: mini_batch(LINEAR, [1e80, 0], [0], 1e200), "must hold finite numbers"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    call, message = REFUSED[name]
    with pytest.raises(ValueError, match=r"must|needs") as caught:
        call()
    assert message in str(caught.value)
