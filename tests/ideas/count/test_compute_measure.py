"""What is measured is the real thing: the gradients of ``run``, and the differences of (46)."""

import numpy as np
import pytest
from hypothesis import given

from backprop import check_gradients
from backprop.engine.timing import Timing
from backprop.ideas.count.compute_measure import (
    EPS,
    Measured,
    cost_of,
    differences,
    example,
    gradients,
    measure,
)
from tests.engine.lessons import Lesson, lesson, lessons
from tests.laws import laws


@laws
@given(lessons())
def test_both_passes_give_the_gradients_of_a_run(given: Lesson) -> None:
    network, x, y = given
    trace = given.run()
    b = network.b if network.has_biases else {}
    nabla_w, nabla_b = gradients(network, network.w, b, x, y)
    assert nabla_b.keys() == b.keys()
    for l in network.w:
        assert np.array_equal(nabla_w[l], trace.nabla_w[l])
        assert l not in b or np.array_equal(nabla_b[l], trace.nabla_b[l])
    assert cost_of(network, network.w, b, x, y) == trace.cost


def test_the_differences_are_those_of_the_check_and_leave_the_network_as_it_was() -> None:
    network, x, y = lesson([2, 3, 1], ["tanh", "sigmoid"], "quadratic", 2, seed=3)
    w = {l: array.copy() for l, array in network.w.items()}
    b = {l: array.copy() for l, array in network.b.items()}
    check = check_gradients(network, x, y, EPS, "forward")
    every = [check.numeric[s][l].ravel() for s in ("w", "b") for l in (2, 3)]
    np.testing.assert_allclose(
        differences(network, w, b, x, y, 14), np.concatenate(every), atol=1e-9
    )
    assert len(differences(network, w, b, x, y, 5)) == 4
    assert all(np.array_equal(w[l], network.w[l]) for l in w)
    assert all(np.array_equal(b[l], network.b[l]) for l in b)


def test_of_a_small_network_all_passes_are_taken_and_of_a_large_one_some() -> None:
    small = measure(*example((2, 2, 1)), seconds=0)
    assert (small.moved, small.complete) == (10, True)
    without = measure(*example((2, 2, 1), "none"), seconds=0)
    assert (without.moved, without.complete) == (7, True)
    large = measure(*example((784, 30, 10)), seconds=0)
    assert 2 <= large.moved < large.parameters == 23_860
    assert not large.complete


def test_the_rest_is_worked_out_by_the_number_of_passes() -> None:
    """3-4-2 has 26 weights and biases: 27 passes, of which 9 took 3 ms."""
    forward, both, some = (Timing(one, one, one, 3) for one in (1e-4, 4e-4, 3e-3))
    found = Measured((3, 4, 2), forward, both, some, moved=9)
    assert found.all_differences.median == pytest.approx(9e-3)
    assert found.backward_share == pytest.approx(3)
