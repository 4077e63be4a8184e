"""The mean over examples: its gradient is the mean of the gradients, found without them too."""

import numpy as np
import pytest
from hypothesis import given

from backprop import Network
from backprop.engine.activations import Array
from backprop.engine.examples import one_by_one
from backprop.ideas.mean.compute import reduced_gradient
from tests.engine.lessons import Lesson, lessons
from tests.laws import laws


def rows(given: Lesson) -> list[tuple[Array, Array]]:
    return list(zip(given.x.T, given.y.T, strict=True))


@laws
@given(lessons())
def test_the_reduced_gradient_is_the_gradient_over_all_columns(given: Lesson) -> None:
    traces = one_by_one(given.network, rows(given)).traces
    whole = given.run()
    costs = [trace.cost for trace in traces.values()]
    mean = sum(costs) / (len(costs) if given.network.takes_mean else 1)
    assert mean == pytest.approx(whole.cost)
    for l in range(2, whole.network.L + 1):
        for symbol in map("nabla_{}".format, given.network.parameters):
            found = reduced_gradient([*traces.values()], symbol, l)
            np.testing.assert_allclose(found, whole.arrays(symbol)[l], rtol=1e-12, atol=1e-14)


def test_two_examples_by_hand() -> None:
    """C_x = (w x)^2 / 2 with w = 2: the gradients w x^2 are 2 and 18, and their mean is 10."""
    network = Network({2: [[2.0]]}, {2: [0.0]}, "linear")
    traces = one_by_one(network, [([1.0], [0.0]), ([3.0], [0.0])]).traces
    assert [trace.nabla_w[2].item() for trace in traces.values()] == [2, 18]
    assert reduced_gradient([*traces.values()], "nabla_w", 2).item() == 10
