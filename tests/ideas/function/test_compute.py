"""One neuron with another function: by hand, against the engine, and against differences."""

from dataclasses import replace

import numpy as np
import pytest

from backprop.engine import ACTIVATIONS, Network, Trace, run
from backprop.ideas.function.compute import OWN, differences, functions, with_function
from backprop.lesson import PRESETS, Lesson

COSTS = ("quadratic", "cross-entropy")


def test_one_neuron_by_hand() -> None:
    """z = 0.6 + 0.9 = 1.5, x = 1, y = 0, f = z^2: a = 2.25, delta = a f' = 2.25 * 3."""
    found = with_function(PRESETS["nielsen-neuron"].trace(), 2, 1, OWN["square"])
    assert (found.a[2].item(), found.cost) == (2.25, 2.25**2 / 2)
    assert found.delta[2].item() == found.nabla_b[2].item() == found.nabla_w[2].item() == 6.75


def test_the_slip_keeps_the_old_slope_at_this_neuron_alone() -> None:
    """delta = a sigma'(1.5) where it should be 2.25 * 3."""
    trace = PRESETS["nielsen-neuron"].trace()
    found = with_function(trace, 2, 1, OWN["square"], forget=True)
    sigma = 1 / (1 + np.exp(-1.5))
    assert found.delta[2].item() == pytest.approx(2.25 * sigma * (1 - sigma))


def layered(cost: str) -> Trace:
    network = Network.random([3, 4, 3, 2], {2: "tanh", 3: "relu", 4: "sigmoid"}, cost, seed=3)
    return run(network, [0.2, -0.5, 0.9], [0.0, 1.0])


@pytest.mark.parametrize("cost", COSTS)
@pytest.mark.parametrize("name", OWN)
def test_the_gradients_are_those_of_the_changed_network(name: str, cost: str) -> None:
    """With f at a hidden neuron, in its own layer and in the one before."""
    trace = layered(cost)
    for l, j in ((2, 3), (3, 1)):
        found, slopes = with_function(trace, l, j, OWN[name]), differences(trace, l, j, OWN[name])
        assert found.nabla_w[l] == pytest.approx(slopes["w"], rel=1e-6, abs=1e-9)
        assert found.nabla_b[l] == pytest.approx(slopes["b"], rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("cost", COSTS)
def test_the_function_that_is_there_changes_nothing(cost: str) -> None:
    """Another output may lose its last digits: with f nothing cancels at the outputs."""
    trace = layered(cost)
    for l, j in ((2, 1), (4, 2)):
        found = with_function(trace, l, j, ACTIVATIONS[trace.network.activation[l]])
        for m in trace.nabla_w:
            assert found.nabla_w[m] == pytest.approx(trace.nabla_w[m], rel=1e-12)
        assert found.cost == pytest.approx(trace.cost, rel=1e-12)


def test_at_an_output_of_cross_entropy_nothing_cancels() -> None:
    """The softplus of -1: a = 0.313; C = -ln(1 - a); delta = sigma(-1) / (1 - a)."""
    lesson = replace(PRESETS["nielsen-neuron"], weights=(-1.0, 0.0), cost="cross-entropy")
    found = with_function(lesson.trace(), 2, 1, OWN["softplus"])
    a = np.log1p(np.exp(-1.0))
    assert found.delta[2].item() == pytest.approx(1 / (1 + np.e) / (1 - a))


def test_what_the_cost_cannot_take_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0 and below 1"):
        with_function(replace(Lesson(), cost="cross-entropy").trace(), 3, 1, OWN["square"])


def test_the_present_function_is_not_offered() -> None:
    assert set(functions("tanh")) == {*OWN, *ACTIVATIONS} - {"tanh"}
