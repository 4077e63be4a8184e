"""The sweep over eps: its columns are the weights and biases of a layer, its rows the steps."""

import numpy as np
import pytest

from backprop import Quantity, check_gradients, run
from backprop.ideas.check.compute import EPS, checked, steps_for, sweep
from tests.engine.lessons import lesson

GIVEN = lesson([3, 4, 2], ["tanh", "sigmoid"], "quadratic", 2, seed=6)


@pytest.mark.parametrize("method", ["forward", "central"])
def test_each_number_is_that_of_the_check_at_its_eps(method: str) -> None:
    steps = (1e-6, 1e-2)
    found = sweep(GIVEN.run(), 2, steps, method)
    for i, eps in enumerate(steps):
        check = check_gradients(*GIVEN, eps, method)
        for column in range(16):
            of = found.quantity(column)
            index = of.index if of.k else (*of.index, 0)
            assert found.column(of) == column
            assert found.numeric[i, column] == check.numeric[of.symbol][2][index]
            assert found.backprop[column] == check.backprop[of.symbol][2][index]
            assert found.relative[i, column] == check.relative[of.symbol][2][index]


def test_the_columns_are_the_rows_of_the_matrix_each_with_its_bias() -> None:
    found = sweep(GIVEN.run(), 3, (1e-5,), "forward")
    assert found.quantity(0) == Quantity("w", 3, 1, 1)
    assert found.quantity(4) == Quantity("b", 3, 1)
    assert found.quantity(5) == Quantity("w", 3, 2, 1)
    one = checked(found, Quantity("b", 3, 2))
    assert one.backprop == run(*GIVEN).nabla_b[3][1, 0]
    assert (one.above - one.below) / 1e-5 == pytest.approx(one.numeric)


def test_without_biases_the_columns_are_the_weights_alone() -> None:
    network, x, y = lesson([3, 4, 2], ["tanh", "sigmoid"], "quadratic", 2, seed=6, biases="none")
    trace = run(network, x, y)
    found = sweep(trace, 3, (1e-5,), "central")
    assert [found.quantity(n).id for n in (0, 3, 4, 7)] == ["w3_1_1", "w3_1_4", "w3_2_1", "w3_2_4"]
    assert found.column(Quantity("w", 3, 2, 1)) == 4
    assert found.backprop.tolist() == trace.nabla_w[3].ravel().tolist()
    assert found.numeric[0] == pytest.approx(trace.nabla_w[3].ravel(), rel=1e-6)


def test_a_step_that_float64_cannot_add_is_told() -> None:
    """The numbers between 1 and 2 are 2.2e-16 apart."""
    trace = GIVEN.run()
    large = trace.network.with_parameters(w={**trace.network.w, 3: trace.network.w[3] + 1e6})
    found = sweep(run(large, *GIVEN[1:]), 3, (1e-13, 1e-5), "forward")
    assert found.stayed[:, 0].tolist() == [True, False]


def test_the_steps_go_by_thirds_of_a_power_of_ten_from_1e_13_to_a_tenth() -> None:
    assert (EPS[0], EPS[-1], len(EPS)) == (1e-13, 0.1, 37)
    np.testing.assert_allclose(np.diff(np.log10(EPS)), 1 / 3, atol=0.07)
    assert 1e-5 in EPS


def test_where_a_sweep_would_take_long_only_powers_of_ten_are_taken() -> None:
    assert steps_for(GIVEN.run(), 2) == EPS
    many = lesson([12] * 8, ["sigmoid"] * 7, "quadratic", 64, seed=1).run()
    assert steps_for(many, 2) == tuple(float(f"1e-{n}") for n in range(13, 0, -1))
