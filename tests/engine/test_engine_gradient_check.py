"""The gradient check: the slopes of equation 46, their relative error, and what is refused."""

from typing import Any

import numpy as np
import pytest

from backprop import Network, Quantity, check_gradients, run
from tests.engine.lessons import lesson
from tests.ideas.mean.plain_cost import mean_cost


def square(w: float) -> Network:
    """C = (w x + b)^2 / 2 for y = 0, with b = 0: the slope is w x^2, and x w by the bias."""
    return Network({2: [[w]]}, {2: [0.0]}, "linear")


def test_one_neuron_by_hand() -> None:
    """w = 2, x = 3: C = 18; at 2.5 it is 28.125, at 1.5 it is 10.125."""
    forward = check_gradients(square(2), [3], [0], eps=0.5, method="forward")
    assert forward.backprop["w"][2].tolist() == [[18]]
    assert forward.numeric["w"][2].tolist() == [[20.25]]
    assert forward.relative["w"][2].item() == pytest.approx(2.25 / 20.25)
    assert forward.numeric["b"][2].tolist() == [[6.25]]  # (6.5^2 - 6^2) / 2 / 0.5, for 6
    assert forward.passes == 3
    assert forward.worst == Quantity("w", 2, 1, 1)
    central = check_gradients(square(2), [3], [0], eps=0.5)
    assert central.numeric["w"][2].tolist() == [[18]]
    assert central.relative["w"][2].tolist() == [[0]]
    assert central.passes == 4


@pytest.mark.parametrize("method", ["forward", "central"])
@pytest.mark.parametrize("cost", ["quadratic", "cross-entropy"])
def test_each_slope_is_that_of_the_network_with_one_number_moved(cost: str, method: str) -> None:
    """One after the other, in plain Python: the definition, over three examples."""
    network, x, y = lesson([2, 3, 2], ["tanh", "sigmoid"], cost, 3, seed=4)
    eps = 1e-3
    check = check_gradients(network, x, y, eps, method)
    for symbol, arrays in check.numeric.items():
        for l, array in arrays.items():
            for index in np.ndindex(array.shape):

                def moved(by: float, symbol: str = symbol, l: int = l, index: Any = index) -> float:
                    w = {one: network.w[one].copy() for one in network.w}
                    b = {one: network.b[one].copy() for one in network.b}
                    (w if symbol == "w" else b)[l][index] += by
                    return mean_cost(w, b, network.activation, cost, x, y)

                low = -eps if method == "central" else 0
                slope = (moved(eps) - moved(low)) / (eps - low)
                assert array[index] == pytest.approx(slope, rel=1e-9, abs=1e-12)


def test_the_worst_is_the_largest_relative_error() -> None:
    network, x, y = lesson([3, 4, 2], ["tanh", "sigmoid"], "quadratic", 1, seed=2)
    check = check_gradients(network, x, y, 1e-2, "forward")
    every = [array for arrays in check.relative.values() for array in arrays.values()]
    worst = check.relative[check.worst.symbol][check.worst.l][
        check.worst.index if check.worst.k else (*check.worst.index, 0)
    ]
    assert worst == max(float(array.max()) for array in every) > 0


def test_where_both_slopes_are_0_the_error_is_0_and_where_one_is_it_is_1() -> None:
    """The input 0 makes both 0. At eps = 1e-20 no weight is moved, and the slope comes out 0."""
    check = check_gradients(square(2), [0], [1])
    assert check.backprop["w"][2].item() == check.numeric["w"][2].item() == 0
    assert check.relative["w"][2].item() == 0
    assert check_gradients(square(2), [3], [0], eps=1e-20).relative["w"][2].item() == 1


def test_what_the_cost_cannot_take_is_no_number_and_not_the_worst() -> None:
    """The output 0.999 leaves (0, 1) where it is moved up by 0.01; w is moved up by less than x."""
    network = Network({2: [[0.999, 0.0]]}, {2: [0.0]}, "linear", "cross-entropy")
    check = check_gradients(network, [1, 0.05], [0.5], eps=0.01)
    assert np.isnan(check.numeric["w"][2]).tolist() == [[True, False]]
    assert np.isnan(check.relative["b"][2]).all()
    assert check.worst == Quantity("w", 2, 1, 2)


def test_it_is_read_only() -> None:
    network, x, y = lesson([2, 2], ["tanh"], "quadratic", 1, seed=1)
    check = check_gradients(network, x, y)
    for arrays in (check.backprop, check.numeric, check.relative):
        with pytest.raises(ValueError, match="read-only"):
            arrays["w"][2][0, 0] = 1
    assert check.backprop["w"][2].tolist() == run(network, x, y).nabla_w[2].tolist()


@pytest.mark.parametrize("eps", [0, -1e-5, np.nan, np.inf, True, "1e-5", None, 10**400])
def test_an_eps_that_is_no_step_is_refused(eps: Any) -> None:
    with pytest.raises(ValueError, match="eps must be a finite number"):
        check_gradients(square(2), [3], [0], eps)


@pytest.mark.parametrize("method", ["backward", "", None, ["central"]])
def test_another_method_is_refused(method: Any) -> None:
    with pytest.raises(ValueError, match="method must be central or forward"):
        check_gradients(square(2), [3], [0], method=method)
