"""On the way to a linear network: by hand at both ends, and laws at the linear one."""

import numpy as np
import pytest

from backprop.engine import Network, run
from backprop.ideas.linear.compute import one_matrix, towards_linear
from backprop.lesson import PRESETS

ENDS = np.array([0.0, 0.5, 1.0])


def test_one_neuron_by_hand() -> None:
    """z = 1.5, y = 0: halfway a = (sigma(1.5) + 1.5) / 2; in the end a = delta = 1.5."""
    start, half, end = towards_linear(PRESETS["nielsen-neuron"].trace(), ENDS)
    sigma = 1 / (1 + np.exp(-1.5))
    assert start.a[2].item() == pytest.approx(sigma)
    assert half.a[2].item() == pytest.approx((sigma + 1.5) / 2)
    assert half.sigma_prime[2].item() == pytest.approx((sigma * (1 - sigma) + 1) / 2)
    assert end.delta[2].item() == end.a[2].item() == 1.5


@pytest.mark.parametrize("seed", range(5))
def test_the_end_is_the_network_with_linear_neurons(seed: int) -> None:
    """Its errors are products of the weights alone, and its outputs are W x + B."""
    network = Network.random([3, 4, 5, 2], "tanh", seed=seed)
    x, y = np.array([0.2, -0.5, 0.9]), np.array([0.3, 1.0])
    end = towards_linear(run(network, x, y), ENDS)[-1]
    linear = run(Network(network.w, network.b, "linear"), x, y)
    for l in range(2, 5):
        assert end.nabla_w[l] == pytest.approx(linear.nabla_w[l], rel=1e-12)
    assert end.delta[2] == pytest.approx(network.w[3].T @ network.w[4].T @ end.nabla_a, rel=1e-12)
    found = one_matrix(network)
    assert end.a[4] == pytest.approx(found.W @ x[:, None] + found.B, rel=1e-12)


def test_a_cost_that_cannot_take_any_output_gives_way() -> None:
    trace = run(Network.random([1, 1], cost="cross-entropy"), [1.0], [0.0])
    end = towards_linear(trace, ENDS)[-1]
    assert end.cost == pytest.approx(end.a[2].item() ** 2 / 2)
