"""A change that spreads: by hand, against BP4, and against differences of real runs."""

import numpy as np
import pytest

from backprop import ACTIVATIONS, COSTS, Network, Quantity, run
from backprop.engine.push import with_dw
from backprop.ideas.spread.compute import Change, Spread, spread_of
from tests.engine.lessons import lesson

W = Quantity("w", 2, 1, 1)
DW = np.array([-1, 0, 0.5])


def linear() -> Spread:
    """1-1-2-1, all linear, from x = 0.5: a = 1; 3, -1; 9, and y = 7."""
    network = Network(
        {2: [[2.0]], 3: [[3.0], [-1.0]], 4: [[5.0, 7.0]]},
        {2: [0], 3: [0, 0], 4: [1]},
        "linear",
    )
    return spread_of(run(network, [0.5], [7]), W, DW)


def test_straight_lines_by_hand() -> None:
    """dw = 0.5 moves a2 by 0.25, a3 by 0.75 and -0.25, a4 by 2: C from 2 to 8, and not to 6."""
    found = linear()
    assert (found.entering, found.edge_rates.tolist()) == (0.5, [3, -1])
    assert found.strongest_next == 1
    assert {t: rates.tolist() for t, rates in found.rates.items()} == {
        2: [0.5], 3: [1.5, -0.5], 4: [4]
    }  # fmt: skip
    assert found.change(2, 4, 1) == Change(2, 2, 9)
    assert (found.change(2, 3, 2).true, found.change(2, 3, 2).predicted) == (-0.25, -0.25)
    cost = found.change_of_cost(2)
    assert (cost.true, cost.predicted, cost.size) == (6, 4, 2)
    assert [one.tolist() for one in found.changes(3)] == [
        [[-1.5], [0.5]], [[0], [0]], [[0.75], [-0.25]]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("true", "predicted", "kind"),
    [
        (0.0, 0.0, "none"),
        (1e-13, 1e-14, "lost"),
        (1e-13, 0.0, "lost"),
        (5e-12, 5.5e-12, "rounded"),
        (0.0, 0.1, "still"),
        (0.5, 0.5, "same"),
        (0.5, 0.45, "near"),
        (0.5, 0.0, "unseen"),
        (0.5, -0.1, "other way"),
        (0.5, 1.1, "far"),
    ],
)
def test_how_well_they_agree(true: float, predicted: float, kind: str) -> None:
    assert Change(true, predicted, 1).kind == kind


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("cost", COSTS)
def test_the_rates_are_those_of_differences(name: str, cost: str) -> None:
    trace = lesson([2, 3, 4, 2], [name] * 3, cost, 1, 5).run()
    weight, h = Quantity("w", 2, 2, 1), 1e-5
    found = spread_of(trace, weight, [0])
    above, below = (with_dw(trace, weight, dw) for dw in (h, -h))
    for t in (2, 3, 4):
        slope = (above.a[t] - below.a[t])[:, 0] / (2 * h)
        assert found.rates[t] == pytest.approx(slope, rel=1e-6, abs=1e-9)
    slope_of_cost = (above.cost - below.cost) / (2 * h)
    assert found.gradient == pytest.approx(slope_of_cost, rel=1e-6, abs=1e-9)
    assert found.rates[4] @ trace.nabla_a[:, 0] == pytest.approx(found.gradient, rel=1e-9)


def test_a_kink_is_found_where_it_is_crossed() -> None:
    """z = 0.2 + dw, then 3 z - 1: the first crosses 0 at -0.2, the second at 1/3."""
    network = Network({2: [[0.2]], 3: [[3.0]]}, {2: [0], 3: [-1]}, "relu")
    found = spread_of(run(network, [1], [0]), W, [-1, 0, 0.1, 1])
    assert [[one.id for one in found.kinks(i)] for i in range(4)] == [["z2_1"], [], [], ["z3_1"]]


def test_where_the_cost_cannot_be_taken_it_ends() -> None:
    network = Network({2: [[0.5]]}, {2: [0]}, "linear", "cross-entropy")
    found = spread_of(run(network, [1], [1]), W, [-1, -0.4, 0, 0.4, 1])
    assert found.taken() == [1, 2, 3]
    assert "cross-entropy" in found.cut


@pytest.mark.parametrize("quantity", [Quantity("b", 2, 1), Quantity("w", 2, 1), Quantity("w", 2)])
def test_only_a_weight_is_changed(quantity: Quantity) -> None:
    with pytest.raises(ValueError, match="one weight"):
        with_dw(linear().here, quantity, 1)
