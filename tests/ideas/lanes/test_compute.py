"""Which of the five steps computes what, in the order of the book's algorithm."""

import pytest
from hypothesis import given

from backprop import Network, run
from backprop.engine.activations import Array
from backprop.ideas.lanes.compute import computed
from tests.engine.lessons import Lesson, lessons
from tests.laws import laws


def order(network: Network) -> list[tuple[int, str]]:
    trace = run(network, [0.5] * network.sizes[0], [0.5] * network.sizes[-1])
    return [(one.lane, one.result.id) for one in computed(trace)]


def test_a_hidden_layer_by_hand() -> None:
    assert order(Network.random([3, 4, 2])) == [
        (1, "a1"),
        (2, "z2"), (2, "a2"), (2, "z3"), (2, "a3"),
        (3, "nabla_a3"), (3, "sigma_prime3"), (3, "delta3"),
        (4, "sigma_prime2"), (4, "delta2"),
        (5, "nabla_b3"), (5, "nabla_w3"), (5, "nabla_b2"), (5, "nabla_w2"),
    ]  # fmt: skip


def test_without_a_hidden_layer_nothing_is_backpropagated() -> None:
    assert [lane for lane, _ in order(Network.random([1, 1]))] == [1, 2, 2, 3, 3, 3, 5, 5]


def test_where_the_slope_cancels_the_output_error_is_one_step() -> None:
    found = order(Network.random([1, 1], cost="cross-entropy"))
    assert [id for lane, id in found if lane == 3] == ["delta2"]


@laws
@given(lessons())
def test_all_that_a_step_uses_is_there_before(given: Lesson) -> None:
    network, x, y = given
    trace = run(network, x[:, :1], y[:, :1])
    symbols = ("w",) if network.biases == "none" else ("w", "b")
    given_first = {f"{s}{l}" for l in range(2, network.L + 1) for s in symbols}
    there = given_first | {f"y{network.L}"}
    lanes = []
    for one in computed(trace):
        if one.step:
            assert {used.id for used in one.step.operand_quantities.values()} <= there
        there.add(one.result.id)
        lanes.append(one.lane)
    assert lanes == sorted(lanes)
    gradients = {f"nabla_{s}{l}" for l in range(2, network.L + 1) for s in symbols}
    assert gradients == {one for one in there if one.startswith(("nabla_w", "nabla_b"))}


def test_several_examples_are_refused() -> None:
    x: list[list[float]] | Array = [[0.0, 1.0]]
    with pytest.raises(ValueError, match="must be of one example; got 2"):
        computed(run(Network.random([1, 1]), x, x))
