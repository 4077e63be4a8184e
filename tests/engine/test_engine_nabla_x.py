"""The gradient by the inputs, by hand, by differences, and as an equation beside the others."""

import numpy as np
import pytest

from backprop import Network, Quantity, equation_of, run
from tests.engine.test_engine_gradients import ATOL, EPS, RTOL, Example

# Linear 2-2-1. With x = (1, 1): z2 = (3, 7), a3 = 57. With x = (0, 1): z2 = (2, 4), a3 = 34.
HAND = Network({2: [[1, 2], [3, 4]], 3: [[5, 6]]}, {2: [0, 0], 3: [0]}, "linear")


def test_by_hand_one_column_for_each_example() -> None:
    """delta3 = 2 and -1, so delta2 = (10, 12) and (-5, -6)."""
    trace = run(HAND, [[1, 0], [1, 1]], [[55, 35]])
    assert trace.nabla_x.tolist() == [[1 * 10 + 3 * 12, -5 - 18], [2 * 10 + 4 * 12, -10 - 24]]
    assert trace.value(Quantity("nabla_x", 1, 2)).tolist() == [68, -34]


def test_the_published_errors_of_mazur_give_it() -> None:
    """0.000438568 / 0.05 = 0.00877136 is published, and 0.25 - 0.24975114 = 0.5 * 0.05 * 0.0099544.

    So it is 0.15 * 0.00877136 + 0.25 * 0.0099544 = 0.0038043.
    """
    w = {2: [[0.15, 0.20], [0.25, 0.30]], 3: [[0.40, 0.45], [0.50, 0.55]]}
    trace = run(Network(w, {2: [0.35, 0.35], 3: [0.60, 0.60]}), [0.05, 0.10], [0.01, 0.99])
    assert trace.nabla_x[0, 0] == pytest.approx(0.0038043, abs=1e-7)


CASES = [
    ((1, 1), "sigmoid", "quadratic", 1),
    ((3, 4, 2), "tanh sigmoid", "cross-entropy", 3),
    ((3, 4, 2), "relu linear", "quadratic", 3),
    ((2, 3, 3, 2), "leaky-relu tanh linear", "cross-entropy", 2),
]


@pytest.mark.parametrize(("sizes", "names", "cost", "m"), CASES)
def test_as_differences_have_it(sizes: tuple[int, ...], names: str, cost: str, m: int) -> None:
    example = Example(sizes, names, cost, m, seed=2)
    assert example.margin() > 10 * EPS
    trace = run(
        Network(example.w, example.b, example.activation, cost), example.x.copy(), example.y
    )
    slopes = m * example.slopes_in(example.x)  # The mean cost has one m-th of each.
    np.testing.assert_allclose(trace.nabla_x, slopes, RTOL, ATOL)


def test_it_is_no_step_of_the_algorithm_but_has_its_equation() -> None:
    trace = run(HAND, [1, 1], [55])
    n, step = trace.step_of(Quantity("nabla_x", 1, 2)) or (0, trace.steps[0])
    assert trace.steps[n - 1].quantity == Quantity("delta", 2)
    assert step not in trace.steps
    assert step.quantity == Quantity("nabla_x", 1)
    assert step.equation is equation_of(Quantity("nabla_x", 1, 2), HAND)
    assert np.array_equal(step.replay(), trace.nabla_x)
    assert step.equation.latex == r"\frac{\partial C}{\partial x} = (w^{2})^T \delta^{2}"
    with pytest.raises(ValueError, match="read-only"):
        trace.nabla_x[0] = 1


def test_beyond_a_float_it_is_infinite_and_the_run_goes_on() -> None:
    trace = run(Network({2: [[1e200]]}, {2: [0]}, "linear"), [0], [-1e150])
    assert trace.nabla_x.tolist() == [[float("inf")]]
