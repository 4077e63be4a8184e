"""The conventions that other books have: each against a cost or numbers worked out by hand."""

from itertools import product

import numpy as np
import pytest

from backprop import Network, check_gradients, descend, mini_batch, operations, proof, run
from backprop.figures import heatmap
from tests.ideas.mean.plain_cost import mean_cost

W = {2: [[0.5, -1.0], [1.5, 0.25]], 3: [[2.0, -0.5]]}
B = {2: [0.1, -0.2], 3: [0.3]}
X = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, -1.0]])
Y = np.array([[1.0, 0.0, 0.25]])


@pytest.mark.parametrize(
    ("cost", "reduction", "m"),
    [*product(("quadratic", "squared-error", "cross-entropy"), ("mean", "sum"), (1, 3))],
)
def test_the_cost_and_its_gradient_are_a_mean_or_a_sum(cost: str, reduction: str, m: int) -> None:
    network = Network(W, B, cost=cost, reduction=reduction)
    x, y = X[:, :m], Y[:, :m]
    factor = m if reduction == "sum" else 1
    expected = factor * mean_cost(network.w, network.b, network.activation, cost, x, y)
    trace, check = run(network, x, y), check_gradients(network, x, y)
    assert trace.cost == pytest.approx(expected, rel=1e-12)
    assert max(check.relative[s][l].max() for s in ("w", "b") for l in (2, 3)) < 1e-6
    after, steps = descend(network, trace, 0.5), mini_batch(network, x, y, 0.5)
    for l in (2, 3):
        np.testing.assert_allclose(after.w[l], steps.w[l], rtol=1e-12)
        np.testing.assert_allclose(after.b[l], steps.b[l], rtol=1e-12)


def test_without_the_half_everything_behind_the_cost_is_twice_as_large() -> None:
    half, whole = (run(Network(W, B, cost=c), X, Y) for c in ("quadratic", "squared-error"))
    for symbol in ("delta", "nabla_w", "nabla_b", "nabla_a"):
        for l, array in half.arrays(symbol).items():
            np.testing.assert_allclose(whole.arrays(symbol)[l], 2 * array, rtol=1e-14)


def test_fixed_biases_stay_and_have_gradients() -> None:
    network = Network(W, B, biases="fixed")
    trace = run(network, X, Y)
    learned = run(Network(W, B), X, Y)
    for after in (descend(network, trace, 2.0), mini_batch(network, X, Y, 2.0)):
        for l in (2, 3):
            np.testing.assert_array_equal(after.b[l], network.b[l])
            np.testing.assert_array_equal(trace.nabla_b[l], learned.nabla_b[l])
        assert after.biases == "fixed"


def test_without_biases_a_neuron_adds_up_its_inputs_alone() -> None:
    """1-1-1 by hand: z = 2 * 0.5, z = 1 * 3, dC/dw = (3 - 1) * 3 * 2 and (3 - 1) * 1."""
    network = Network({2: [[0.5]], 3: [[3.0]]}, activation="linear", biases="none")
    trace = run(network, [2.0], [1.0])
    assert [trace.z[2].item(), trace.z[3].item(), trace.cost] == [1.0, 3.0, 2.0]
    assert [trace.nabla_w[2].item(), trace.nabla_w[3].item()] == [12.0, 2.0]
    assert not trace.nabla_b
    assert "b" not in {s.equation.symbol[-1] for s in trace.steps}
    after = descend(network, trace, 0.125)
    assert [after.w[2].item(), after.w[3].item(), after.biases] == [-1.0, 2.75, "none"]


@pytest.mark.parametrize(
    ("conventions", "says"),
    [
        ({"reduction": "max"}, "reduction must be mean or sum; got 'max'"),
        ({"biases": "absent"}, "biases must be learn, fixed or none; got 'absent'"),
        ({"biases": "none"}, "b must be left out or 0 where biases are none"),
    ],
)
def test_what_is_no_convention_is_refused(conventions: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Network(W, B, **conventions)


def test_what_is_about_biases_says_so_where_there_are_none() -> None:
    none = run(Network(W, biases="none"), X[:, :1], Y[:, :1])
    with pytest.raises(ValueError, match="with biases, since they learn"):
        descend(Network(W, B), none, 0.5)
    with pytest.raises(ValueError, match="has no b²"):
        heatmap(none, "b", 2)
    with pytest.raises(ValueError, match="True or False; got 'none'"):
        operations([2, 1], biases="none")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"has no (∂C/∂)?b²"):
        proof(none, "BP3", 2, 1)
    last = proof(none, "BP2", 2, 1).lines[-1]
    assert last.sides[0][0] == pytest.approx(last.sides[0][1], rel=1e-12)


def test_b_is_left_out_only_without_biases() -> None:
    with pytest.raises(ValueError, match="w and b must be dictionaries"):
        Network(W)
