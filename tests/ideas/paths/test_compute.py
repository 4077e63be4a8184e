"""What is summed over all paths: by hand, path by path, and without walking them."""

from itertools import groupby
from math import fsum

import numpy as np
import pytest

from backprop import ACTIVATIONS, COSTS, Network, Quantity, Trace, paths, run
from backprop.ideas.paths.compute import MOST, Term, carriers, count, flow, is_walked, rates, terms
from tests.engine.lessons import lesson

W = Quantity("w", 2, 1, 1)


def by_hand() -> Trace:
    """1-1-2-1, all linear, from x = 0.5: its paths have the products 15 and -7."""
    w = {2: [[2.0]], 3: [[3.0], [-1.0]], 4: [[5.0, 7.0]]}
    return run(Network(w, {2: [0], 3: [0, 0], 4: [1]}, "linear"), [0.5], [7])


def test_two_paths_by_hand() -> None:
    trace, (first, second) = by_hand(), (((2, 1), (3, 1), (4, 1)), ((2, 1), (3, 2), (4, 1)))
    assert terms(trace, W, by_size=True) == [Term(first, 15, 2, 15), Term(second, -7, 2, 8)]
    found = flow(trace, W)
    assert found.total == 22
    assert {t: one.tolist() for t, one in found.edges.items()} == {4: [[15, 7]], 3: [[15], [7]]}
    assert {t: one.tolist() for t, one in found.through.items()} == {2: [8], 3: [15, -7], 4: [8]}
    assert {t: one.tolist() for t, one in found.reach.items()} == {2: [0.5], 3: [1.5, -0.5], 4: [4]}
    assert {t: one.tolist() for t, one in rates(trace, 2).items()} == {3: [[3], [-1]], 4: [[5, 7]]}


def test_the_largest_come_first_or_all_in_their_order() -> None:
    trace = lesson([3, 4, 3, 2], ["tanh"] * 3, "quadratic", 1, 4).run()
    every = [one.product for one in paths(trace, W)]
    assert [one.value for one in terms(trace, W, by_size=False)] == every
    sizes = [abs(one.value) for one in terms(trace, W, by_size=True)]
    assert sizes == sorted(map(abs, every), reverse=True)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("cost", COSTS)
def test_the_flow_is_the_sum_over_the_paths_along_each_line(name: str, cost: str) -> None:
    trace = lesson([2, 3, 4, 3], [name] * 3, cost, 1, 6).run()
    weight = Quantity("w", 2, 2, 1)
    every, found = list(paths(trace, weight)), flow(trace, weight)
    assert found.total == pytest.approx(fsum(abs(one.product) for one in every))
    for q in range(1, 4):
        through = fsum(one.product for one in every if (4, q) in one.neurons)
        assert found.through[4][q - 1] == pytest.approx(through, rel=1e-9, abs=1e-15)
        for p in range(1, 5):
            along = (abs(one.product) for one in every if {(3, p), (4, q)} <= {*one.neurons})
            assert found.edges[4][q - 1, p - 1] == pytest.approx(fsum(along), rel=1e-9, abs=1e-15)


def test_too_many_paths_are_summed_by_neuron_and_end_at_bp4_in_each_layer() -> None:
    trace = lesson([12] * 6, ["tanh"] * 5, "quadratic", 1, 2).run()
    weight = Quantity("w", 2, 3, 5)
    assert not is_walked(trace, weight)
    found = terms(trace, weight, by_size=True)
    gradient = trace.value(Quantity("nabla_w", 2, 3, 5)).item()
    layers = {layer: list(group) for layer, group in groupby(found, lambda one: one.layer)}
    assert sorted(layers) == [3, 4, 5, 6]
    for every in layers.values():
        assert len(every) == 12
        assert every[-1].total == pytest.approx(gradient, rel=1e-9)


def test_512_paths_are_walked_and_no_more() -> None:
    sizes, more = [1, 1, 8, 8, 8], [1, 1, 9, 8, 8]
    for chosen, walked in ((sizes, True), (more, False)):
        assert is_walked(lesson(chosen, ["tanh"] * 4, "quadratic", 1, 1).run(), W) == walked
    assert MOST == 8**3


def test_few_carry_most() -> None:
    assert carriers([9, -1]) == 1
    assert carriers([-4, 5, 1]) == 2
    assert carriers(np.ones(10)) == 9
    assert (carriers([0, 0]), carriers([])) == (0, 0)


def test_paths_and_multiplications_are_counted() -> None:
    """BP1, BP2 and BP4: 34 in 3-4-2, as counted by hand for the operations."""
    found = count((3, 4, 2))
    assert (found.paths, found.needed.backward) == (2, 34)
    assert count((12,) * 8).paths == 12**6
    assert count((3, 4, 2), 3).paths == 1
