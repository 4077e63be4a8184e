"""The landscape of the cost over the outputs: tables by hand, and the true way down."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import COSTS, Network, run
from backprop.ideas.outputs.compute import part_of_cost, term_table, way_down
from tests.engine.test_engine_mazur import NETWORK, X, Y
from tests.ideas.mean.plain_cost import cost_of_outputs

INSIDE = st.floats(0.01, 0.99)


def test_the_quadratic_table_by_hand() -> None:
    table = term_table("quadratic", (0.0, 1.0, 3.0), (1.0, -1.0))
    assert table.tolist() == [[0.5, 0, 2], [0.5, 2, 8]]


def test_the_cross_entropy_table_by_hand() -> None:
    table = term_table("cross-entropy", (0.25, 0.5), (1.0, 0.0, 0.5))
    assert table[0].tolist() == pytest.approx([math.log(4), math.log(2)])
    assert table[1].tolist() == pytest.approx([math.log(4 / 3), math.log(2)])
    assert table[2].tolist() == pytest.approx([math.log(16 / 3) / 2, math.log(2)])


@pytest.mark.parametrize("cost", COSTS)
@given(a=st.tuples(INSIDE, INSIDE), y=st.tuples(INSIDE, INSIDE))
def test_two_entries_of_the_table_add_up_to_the_cost(
    cost: str, a: tuple[float, float], y: tuple[float, float]
) -> None:
    table = term_table(cost, a, y)
    whole = COSTS[cost].value(np.array([a]).T, np.array([y]).T)
    assert table[0, 0] + table[1, 1] == pytest.approx(float(whole), rel=1e-12)


@pytest.mark.parametrize("cost", COSTS)
def test_a_part_of_the_cost_is_that_of_its_outputs(cost: str) -> None:
    network = Network.random([2, 3, 4], cost=cost, seed=4)
    trace = run(network, [0.2, 0.7], [0.0, 1.0, 0.3, 0.5])
    a = trace.a[3].ravel().tolist()
    found = part_of_cost(trace, [2, 4], [0.6, 1.0])
    assert found == pytest.approx(cost_of_outputs(cost, [a[1], a[3]], [0.6, 1.0]))
    assert part_of_cost(trace, [1, 2, 3, 4], [0.0, 1.0, 0.3, 0.5]) == pytest.approx(trace.cost)
    assert part_of_cost(trace, [], []) == 0


@pytest.mark.parametrize("j", [0, -1, None, True, 1.0, 5, 9])
def test_what_is_no_output_has_no_part_of_the_cost(j: Any) -> None:
    trace = run(Network.random([2, 3, 4]), [0.2, 0.7], [0.0, 1.0, 0.3, 0.5])
    with pytest.raises(ValueError, match=r"j must be a whole number, 1 or above|has no a³"):
        part_of_cost(trace, [j], [0.5])


def test_a_saturated_output_keeps_its_cross_entropy() -> None:
    network = Network({2: [[800.0]]}, {2: [0.0]}, cost="cross-entropy")
    assert part_of_cost(run(network, [1.0], [1.0]), [1], [0.0]) == 800


def test_mazurs_way_down() -> None:
    way = way_down(run(NETWORK, X, Y), 0.5, 3)
    assert [f"{trace.cost:.9f}" for trace in way[:2]] == ["0.298371109", "0.280471447"]
    assert len(way) == 4
    again = way_down(way[1], 0.5, 2)
    assert [trace.cost for trace in again] == [trace.cost for trace in way[1:]]
    assert [trace.y.tolist() for trace in way] == [[[0.01], [0.99]]] * 4


def test_the_way_ends_where_numbers_grow_too_large() -> None:
    network = Network({2: [[1.0]]}, {2: [0.0]}, "linear")
    way = way_down(run(network, [1e6], [0.0]), 1000.0, 100)
    assert 1 < len(way) < 40


def test_the_way_ends_where_the_cross_entropy_cannot_go() -> None:
    network = Network({2: [[0.5]]}, {2: [0.0]}, "linear", "cross-entropy")
    assert len(way_down(run(network, [1.0], [1.0]), 10.0, 5)) == 1
