"""Equations 33 to 35: the same errors as BP1 and BP2, and the multiplications counted by hand."""

import numpy as np
import pytest
from hypothesis import given

from backprop import Network, Quantity, run
from backprop.engine.activations import Array
from backprop.ideas.matrices.compute import Factor, factors, factors_from_next
from backprop.ideas.matrices.compute_multiplication_order import (
    from_the_left,
    from_the_right,
    multiplied,
    with_hadamard,
)
from tests.engine.lessons import Lesson, lesson, lessons
from tests.laws import laws

ORDERS = [from_the_right, from_the_left, with_hadamard]

# Leaky relu: the slope is 1 above 0 and 0.01 below. x = (1, 2) gives
# z2 = (1, -2), a2 = (1, -0.02), z3 = (2 - 0.02, -3 - 1) = (1.98, -4), a3 = (1.98, -0.04).
BY_HAND = Network(
    w={2: [[1, 0], [0, -1]], 3: [[2, 1], [-3, 50]]}, b={2: [0, 0], 3: [0, 0]},
    activation="leaky-relu",
)  # fmt: skip


def test_the_worked_example() -> None:
    """nabla_a = (1, -1); Sigma'(z3) nabla_a = (1, -0.01);
    times w3^T: (2 + 0.03, 1 - 0.5) = (2.03, 0.5); times Sigma'(z2): (2.03, 0.005)."""
    trace = run(BY_HAND, [1, 2], [0.98, 0.96])
    slope2, weights, slope3, gradient = factors(trace, 2)
    assert [f.quantity.id for f in (slope2, weights, slope3, gradient)] == [
        "sigma_prime2", "w3", "sigma_prime3", "nabla_a3",
    ]  # fmt: skip
    assert slope2.matrix.tolist() == slope3.matrix.tolist() == [[1, 0], [0, 0.01]]
    assert weights.matrix.tolist() == [[2, -3], [1, 50]]
    np.testing.assert_allclose(gradient.matrix, [[1], [-1]], rtol=1e-15)
    for order in ORDERS:
        np.testing.assert_allclose(order(factors(trace, 3)).result, [[1.0], [-0.01]], rtol=1e-14)
        np.testing.assert_allclose(
            order((slope2, weights, slope3, gradient)).result, [[2.03], [0.005]], rtol=1e-13
        )


def test_counts_of_3_4_3_2_by_hand() -> None:
    chain = factors(lesson([3, 4, 3, 2], ["sigmoid"] * 3, "quadratic", 1, 1).run(), 2)
    assert [f.matrix.shape for f in chain] == [(4, 4), (4, 3), (3, 3), (3, 2), (2, 2), (2, 1)]
    right = from_the_right(chain)
    assert right.sizes == ((2, 2, 1), (3, 2, 1), (3, 3, 1), (4, 3, 1), (4, 4, 1))
    assert right.count == 4 + 6 + 9 + 12 + 16 == 47
    left = from_the_left(chain)
    assert left.sizes == ((4, 4, 3), (4, 3, 3), (4, 3, 2), (4, 2, 2), (4, 2, 1))
    assert left.count == 48 + 36 + 24 + 16 + 8 == 132
    entrywise = with_hadamard(chain)
    assert entrywise.sizes == ((2,), (3, 2, 1), (3,), (4, 3, 1), (4,))
    assert entrywise.count == 2 + 6 + 3 + 12 + 4 == 27


def test_34_takes_one_layer_at_a_time() -> None:
    """Sigma'(z2) w3^T delta3 with delta3 = (1, -0.01) as above."""
    trace = run(BY_HAND, [1, 2], [0.98, 0.96])
    chain = factors_from_next(trace, 2)
    assert [f.quantity.id for f in chain] == ["sigma_prime2", "w3", "delta3"]
    np.testing.assert_allclose(chain[2].matrix, [[1.0], [-0.01]], rtol=1e-14)
    for order in ORDERS:
        np.testing.assert_allclose(order(chain).result, [[2.03], [0.005]], rtol=1e-13)
    assert [order(chain).count for order in ORDERS] == [4 + 4, 8 + 4, 4 + 2]
    with pytest.raises(ValueError, match="before the last one; got the last, 3"):
        factors_from_next(trace, 3)


def test_counts_of_one_layer_by_hand() -> None:
    chain = factors(lesson([3, 4, 2], ["sigmoid"] * 2, "quadratic", 1, 1).run(), 3)
    assert [order(chain).count for order in ORDERS] == [2 * 2, 2 * 2, 2]


def one_example(given: Lesson) -> Lesson:
    return Lesson(given.network, given.x[:, :1], given.y[:, :1])


def sizes_of_terms(chain: tuple[Factor, ...]) -> Array:
    """How large the terms of each entry of the product are, whatever cancels among them."""
    sizes = np.ones((1, 1))
    for factor in reversed(chain):
        sizes = np.abs(factor.matrix) @ sizes
    return sizes


@laws
@given(lessons())
def test_35_gives_the_errors_of_backpropagation(given: Lesson) -> None:
    trace = one_example(given).run()
    for l in range(2, trace.network.L + 1):
        chain = factors(trace, l)
        bound = 1e-12 * sizes_of_terms(chain)
        for order in ORDERS:
            assert order(chain).result.shape == trace.delta[l].shape
            assert (np.abs(order(chain).result - trace.delta[l]) <= bound).all(), order.__name__


@pytest.mark.parametrize("seed", range(100))
def test_35_from_the_right_is_BP2_to_the_last_digits(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 13, rng.integers(2, 9)).tolist()
    names = rng.choice(["sigmoid", "tanh", "leaky-relu", "linear"], len(sizes) - 1).tolist()
    trace = lesson(sizes, names, "quadratic", 1, seed).run()
    for l, delta in trace.delta.items():
        chain = factors(trace, l)
        np.testing.assert_allclose(from_the_right(chain).result, delta, rtol=1e-12)
        np.testing.assert_allclose(with_hadamard(chain).result, delta, rtol=1e-12)


@laws
@given(lessons())
def test_what_a_diagonal_matrix_costs_more_is_by_zero(given: Lesson) -> None:
    trace = one_example(given).run()
    for l in range(2, trace.network.L + 1):
        chain = factors(trace, l)
        zeros = sum(f.matrix.size - len(f.matrix) for f in chain if f.is_diagonal)
        assert from_the_right(chain).count - with_hadamard(chain).count == zeros


def test_a_diagonal_matrix_is_what_hadamard_does() -> None:
    trace = lesson([2, 5], ["tanh"], "quadratic", 1, 3).run()
    slope, gradient = (f.matrix for f in factors(trace, 2))
    for j in range(5):
        for k in range(5):
            assert slope[j, k] == (trace.sigma_prime[2][j, 0] if j == k else 0)
    result, size = multiplied(slope, gradient)
    np.testing.assert_allclose(result, trace.delta[2], rtol=1e-15)
    assert size == (5, 5, 1)


def saturated(z: float) -> Lesson:
    """One sigmoid output with this weighted input, which should be 1; the cost of which a - y is
    the gradient by z."""
    network = Network(w={2: [[0]]}, b={2: [z]}, cost="cross-entropy")
    return Lesson(network, np.zeros((1, 1)), np.ones((1, 1)))


def test_a_saturated_output_keeps_its_error_while_the_slope_is_a_number() -> None:
    """At z = -700 the slope is 1e-304 and nabla_a is -1e304; their product is a - y = -1."""
    trace = saturated(-700).run()
    for order in ORDERS:
        np.testing.assert_allclose(order(factors(trace, 2)).result, [[-1]], rtol=1e-12)


def test_where_the_slope_is_rounded_to_0_the_product_is_lost_and_finite() -> None:
    trace = saturated(-800).run()
    assert trace.delta[2].item() == -1
    assert all(order(factors(trace, 2)).result.item() == 0 for order in ORDERS)


def test_what_grows_beyond_a_float_is_refused() -> None:
    big = np.full((1, 1), 1e200)
    chain = [Factor(Quantity("sigma_prime", 2), big), Factor(Quantity("nabla_a", 2), big)]
    for order in ORDERS:
        with pytest.raises(ValueError, match="stay finite"):
            order(chain)


@pytest.mark.parametrize("l", [-1, 0, 1, 4])
def test_a_layer_without_an_error_is_refused(l: int) -> None:
    with pytest.raises(ValueError, match=f"from 2 to 3; got {l}"):
        factors(run(BY_HAND, [1, 2], [0, 1]), l)


def test_several_examples_are_refused() -> None:
    with pytest.raises(ValueError, match="one example; got 2"):
        factors(run(BY_HAND, [[1, 2], [1, 2]], [[0, 1], [0, 1]]), 2)
