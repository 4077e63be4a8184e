"""The paths from one weight to the cost: by hand, and in sum always what BP4 has."""

from math import fsum, prod

import numpy as np
import pytest

from backprop import ACTIVATIONS, COSTS, Network, Quantity, Trace, path_count, paths, run
from tests.engine.lessons import lesson

LINEAR = Network(
    {2: [[2.0]], 3: [[3.0], [-1.0]], 4: [[5.0, 7.0]]}, {2: [0], 3: [0, 0], 4: [1]}, "linear"
)
"""1-1-2-1: from x = 0.5 the activations are 1; 3, -1; 9."""


def by_hand() -> Trace:
    return run(LINEAR, [0.5], [7])


def test_two_paths_by_hand() -> None:
    """da/dw = 0.5; 3 then 5, or -1 then 7; dC/da = 9 - 7: 0.5 (15 - 7) 2 = 8."""
    first, second = paths(by_hand(), Quantity("w", 2, 1, 1))
    assert first.neurons == ((2, 1), (3, 1), (4, 1))
    assert (first.rates, first.product) == ((0.5, 3, 5, 2), 15)
    assert second.neurons == ((2, 1), (3, 2), (4, 1))
    assert (second.rates, second.product) == ((0.5, -1, 7, 2), -7)


def test_a_bias_starts_with_the_slope_alone() -> None:
    (found,) = paths(by_hand(), Quantity("b", 3, 2))
    assert (found.neurons, found.rates, found.product) == (((3, 2), (4, 1)), (1, 7, 2), 14)


def test_a_weight_of_the_last_layer_has_one_path() -> None:
    (found,) = paths(by_hand(), Quantity("w", 4, 1, 2))
    assert (found.neurons, found.rates, found.product) == (((4, 1),), (-1, 2), -2)


def test_the_paths_of_200_random_networks_add_up_to_bp3_and_bp4() -> None:
    rng = np.random.default_rng(9)
    for seed in range(200):
        sizes = rng.integers(1, 6, rng.integers(2, 6)).tolist()
        names = rng.choice([*ACTIVATIONS], len(sizes) - 1).tolist()
        trace = lesson(sizes, names, rng.choice([*COSTS]), 1, seed).run()
        l = int(rng.integers(2, len(sizes) + 1))
        j, k = (int(rng.integers(1, n + 1)) for n in (sizes[l - 1], sizes[l - 2]))
        for one in (Quantity("w", l, j, k), Quantity("b", l, j)):
            products = [path.product for path in paths(trace, one)]
            wanted = trace.value(Quantity(f"nabla_{one.symbol}", l, j, one.k)).item()
            assert len(products) == path_count(sizes, l)
            assert fsum(products) == pytest.approx(wanted, rel=1e-12, abs=0)


@pytest.mark.parametrize("cost", COSTS)
def test_each_product_is_that_of_its_rates(cost: str) -> None:
    trace = lesson([2, 3, 4, 2], ["tanh", "relu", "sigmoid"], cost, 1, 3).run()
    for path in paths(trace, Quantity("w", 2, 1, 2)):
        assert path.product == pytest.approx(prod(path.rates), rel=1e-12)


def test_an_output_that_is_saturated_and_wrong_keeps_its_gradient() -> None:
    """z = -800: dC/da is beyond 1e308 and sigma' is 0, and still delta = 0 - 1 (cross-entropy)."""
    network = Network({2: [[4.0]], 3: [[-200.0]]}, {2: [0], 3: [0]}, {2: "linear", 3: "sigmoid"},
                      "cross-entropy")  # fmt: skip
    (found,) = paths(run(network, [1], [1]), Quantity("w", 2, 1, 1))
    assert found.product == 200


def test_paths_are_counted_exactly() -> None:
    assert path_count([3, 4, 2], 2) == 2
    assert path_count((3, 4, 3, 2), 2) == 6
    assert path_count([8] * 5, 2) == 512
    assert path_count([12] * 8, 2) == 2_985_984
    assert path_count([12] * 8, 8) == 1
    assert path_count([10**6] * 8, 2) == 10**36, "beyond what 64 bits hold"


@pytest.mark.parametrize("l", [1, 4])
def test_only_a_layer_with_weights_has_paths(l: int) -> None:
    with pytest.raises(ValueError, match="a 3-4-2 network has no w"):
        path_count([3, 4, 2], l)


@pytest.mark.parametrize(
    ("quantity", "match"),
    [
        (Quantity("delta", 2, 1), "one weight w"),
        (Quantity("w", 2, 1), "one weight w"),
        (Quantity("w", 2), "one weight w"),
        (Quantity("b", 2), "one bias b"),
        (Quantity("C"), "one weight w"),
        (Quantity("w", 5, 1, 1), "has no w"),
        (Quantity("w", 3, 3, 1), "has no w"),
        (Quantity("b", 1, 1), "has no b"),
    ],
)
def test_what_no_path_starts_at_is_refused_at_once(quantity: Quantity, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        paths(by_hand(), quantity)


def test_several_examples_are_refused() -> None:
    trace = run(LINEAR, [[0.5, 1.0]], [[7, 8]])
    with pytest.raises(ValueError, match="of one example"):
        paths(trace, Quantity("w", 2, 1, 1))
