"""What the records say of activations and costs, against their own values and slopes."""

import numpy as np
import pytest

from backprop import ACTIVATIONS, COSTS, Activation, Cost
from backprop.engine.activations import sigmoid
from backprop.engine.algorithm import pick
from backprop.engine.output_pairs import ANY, PAIRS, OutputPair, output_pair

Z = np.concatenate([-np.geomspace(700, 1e-3, 200), np.geomspace(1e-3, 700, 200)])
FAR, NEAR = np.array([-700.0, 700.0]), np.array([-1e-9, 1e-9])

activations = pytest.mark.parametrize("sigma", ACTIVATIONS.values(), ids=ACTIVATIONS)
costs = pytest.mark.parametrize("cost", COSTS.values(), ids=COSTS)


@activations
def test_the_slopes_at_the_ends_and_at_0(sigma: Activation) -> None:
    assert sigma.derivative(FAR) == pytest.approx(sigma.end_slopes, abs=1e-12)
    below, above = sigma.derivative(NEAR)
    assert sigma.kinked == (abs(above - below) > 1e-3)


@activations
def test_the_bounds(sigma: Activation) -> None:
    values = sigma.value(Z)
    low, high = sigma.bounds or (-np.inf, np.inf)
    assert ((low <= values) & (values <= high)).all()
    if sigma.bounds:
        assert sigma.value(FAR) == pytest.approx(sigma.bounds, abs=1e-12)
    else:
        assert np.abs(values).max() > 100


@activations
def test_what_follows_from_the_slopes(sigma: Activation) -> None:
    values, slopes = sigma.value(Z), sigma.derivative(Z)
    below = Z < 0
    sides = np.where(below, *(slope * Z for slope in sigma.end_slopes))
    assert sigma.straight == np.array_equal(values, sides)
    assert sigma.is_identity == np.array_equal(values, Z)
    assert sigma.can_be_off == (not values[below].any() and not slopes[below].any())
    assert sigma.same_slope_at_a == np.array_equal(sigma.derivative(values), slopes)
    near, far = np.abs(Z) < 1, np.abs(Z) > 100
    assert sigma.saturates == bool((slopes[near] > 0).all() and (slopes[far] < 1e-12).any())


@costs
def test_what_a_cost_can_take(cost: Cost) -> None:
    """A cost with a range is infinite at its ends, one without takes any number."""
    outputs, y = np.array([[0.0], [1.0]]), np.array([[1.0], [0.0]])
    assert (cost.range == (0, 1)) == bool(np.isinf(cost.value(outputs, y)))
    if cost.range is None:
        assert np.isfinite(cost.value(outputs - 1e6, y + 1e6))


@costs
def test_whether_the_gradient_makes_up_for_a_slope_near_0(cost: Cost) -> None:
    steep = cost.derivative(np.array([[1e-12]]), np.array([[1.0]]))
    assert cost.offsets_slope == bool(np.abs(steep) > 1e9)


def test_every_cost_has_equations_for_any_activation() -> None:
    assert {cost for cost, name in PAIRS if name == ANY} == {*COSTS}
    assert {name for _, name in PAIRS} <= {ANY, *ACTIVATIONS}


@pytest.mark.parametrize(
    ("cost", "activation", "cancels", "takes_outputs"),
    [
        ("quadratic", "sigmoid", False, True),
        ("cross-entropy", "tanh", False, True),
        ("cross-entropy", "sigmoid", True, False),
    ],
)
def test_what_a_pair_comes_to(
    cost: str, activation: str, cancels: bool, takes_outputs: bool
) -> None:
    pair = output_pair(cost, activation)
    assert (pair.cancels, pair.takes_outputs) == (cancels, takes_outputs)


@pytest.mark.parametrize("pair", PAIRS.values(), ids=map("-".join, PAIRS))
def test_the_terms_of_a_cost_add_up_to_it(pair: OutputPair) -> None:
    """Over all outputs and examples, as a mean over the examples (equation 26)."""
    rng = np.random.default_rng(1)
    z, y = rng.normal(0, 3, (4, 5)), rng.integers(0, 2, (4, 5)).astype(float)
    operands = pick({"a": sigmoid(z), "z": z, "y": y}, pair.cost)
    terms, cost = pair.terms(**operands), pair.cost.formula(**operands)
    assert terms.shape == (4, 5)
    assert terms.sum() / 5 == pytest.approx(cost, rel=1e-14)
