"""What holds for every network and every trace."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields, replace
from itertools import pairwise
from operator import setitem
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from backprop import Network, Quantity, descend, run
from backprop.engine.activations import Array
from tests.engine.lessons import Lesson, lesson, lessons
from tests.laws import laws

pytestmark = pytest.mark.filterwarnings("error")


def same_bits(one: Array, other: Array) -> bool:
    return one.shape == other.shape and one.tobytes() == other.tobytes()


@laws
@given(lessons())
def test_replay_gives_the_result_bit_for_bit(given: Lesson) -> None:
    trace = given.run()
    for step in trace.steps + trace.neuron_steps:
        assert same_bits(step.replay(), step.result), step.quantity.id
        forged = replace(step, result=step.result + 1)
        assert same_bits(forged.replay(), step.result), step.quantity.id


@laws
@given(lessons())
def test_a_step_holds_what_its_addresses_say(given: Lesson) -> None:
    trace = given.run()
    for step in trace.steps:
        assert same_bits(step.result, np.asarray(trace.value(step.quantity)))
        for name, quantity in step.operand_quantities.items():
            assert same_bits(step.operands[name], trace.value(quantity)), quantity.id
    for step in trace.neuron_steps:
        for name, quantity in step.operand_quantities.items():
            value = trace.value(quantity)
            if name == "w_next":
                assert step.j is not None
                value = value[:, step.j - 1]
            assert same_bits(step.operands[name], value), quantity.id


@laws
@given(lessons())
def test_neuron_level_agrees_with_layer_level(given: Lesson) -> None:
    trace = given.run()
    for step in trace.neuron_steps:
        whole = trace.value(step.quantity)
        np.testing.assert_allclose(
            np.ravel(step.result), np.ravel(whole), rtol=1e-9, atol=1e-9, err_msg=step.quantity.id
        )
    covered = {id for step in trace.neuron_steps if step.j for id in [step.quantity.id]}
    expected = {
        Quantity(q.symbol, q.l, j).id
        for q in (step.quantity for step in trace.steps if step.equation.symbol != "C")
        for j in range(1, trace.network.sizes[q.l - 1] + 1)
    }
    assert covered == expected


@laws
@given(lessons())
def test_shapes(given: Lesson) -> None:
    network, x, y = given
    trace = given.run()
    n, m, L = network.sizes, x.shape[1], network.L
    assert (L, n[0], n[-1]) == (len(n), len(x), len(y))
    assert trace.nabla_a.shape == (n[-1], m)
    assert list(trace.a) == list(range(1, L + 1))
    for record in (trace.z, trace.sigma_prime, trace.delta, trace.nabla_w, network.b):
        assert sorted(record) == list(range(2, L + 1))
    for l in range(2, L + 1):
        for record in (trace.z, trace.a, trace.sigma_prime, trace.delta):
            assert record[l].shape == (n[l - 1], m)
        assert trace.nabla_w[l].shape == network.w[l].shape == (n[l - 1], n[l - 2])
        assert network.b[l].shape == (n[l - 1], 1)
        if network.biases == "none":
            assert l not in trace.nabla_b
        else:
            assert trace.nabla_b[l].shape == (n[l - 1], 1)


@laws
@given(lessons())
def test_over_examples_there_is_the_mean_or_the_sum_of_single_runs(given: Lesson) -> None:
    network, x, y = given
    together = given.run()
    single = [run(network, x[:, i], y[:, i]) for i in range(x.shape[1])]
    share = 1 / len(single) if network.reduction == "mean" else 1
    costs = [one.cost for one in single]
    assert together.cost == pytest.approx(share * sum(costs), rel=1e-9)
    for l in range(2, network.L + 1):
        for name in ("nabla_b", "nabla_w") if network.biases != "none" else ("nabla_w",):
            every = share * np.sum([getattr(one, name)[l] for one in single], axis=0)
            np.testing.assert_allclose(getattr(together, name)[l], every, rtol=1e-9, atol=1e-9)


@laws
@given(lessons())
def test_same_lesson_same_trace_and_inputs_untouched(given: Lesson) -> None:
    network, x, y = given
    before = [array.copy() for array in (*network.w.values(), *network.b.values(), x, y)]
    first, second = given.run(), given.run()
    descend(network, first, 0.5)
    for one, other in zip(first.steps, second.steps, strict=True):
        assert one.equation is other.equation
        assert same_bits(one.result, other.result)
    after = [*network.w.values(), *network.b.values(), x, y]
    assert all(same_bits(old, new) for old, new in zip(before, after, strict=True))


def test_later_changes_of_the_inputs_change_nothing() -> None:
    w, b, x, y = np.ones((1, 2)), np.ones(1), np.ones(2), np.ones(1)
    activation = {2: "linear"}
    network = Network({2: w}, {2: b}, activation)
    trace = run(network, x, y)
    for array in (w, b, x, y):
        array[:] = 7
    activation[2] = "tanh"
    assert run(network, [1, 1], [1]).z[2].item() == 3
    assert (trace.x.tolist(), trace.y.tolist()) == ([[1], [1]], [[1]])


@pytest.mark.parametrize("m", [1, 2])
@pytest.mark.parametrize("cost", ["quadratic", "cross-entropy"])
def test_records_are_frozen_and_arrays_read_only(cost: str, m: int) -> None:
    network, x, y = lesson([3, 4, 2], ["tanh", "sigmoid"], cost, m, seed=1)
    trace = run(network, x, y)
    steps = trace.steps + trace.neuron_steps
    records: list[Any] = [network, trace, *steps, *(s.equation for s in steps), steps[0].quantity]
    for record in records:
        for field in fields(record):
            with pytest.raises(FrozenInstanceError):
                setattr(record, field.name, None)

    values = [getattr(record, field.name) for record in records for field in fields(record)]
    mappings: list[Any] = [value for value in values if isinstance(value, Mapping)]
    for mapping in mappings:
        with pytest.raises(TypeError):
            setitem(mapping, next(iter(mapping)), None)
    held = values + [value for mapping in mappings for value in mapping.values()]
    arrays = [value for value in held if isinstance(value, np.ndarray)]
    assert len(arrays) > 100
    assert not any(array.flags.writeable for array in arrays)


LAYER_STEPS = (
    "z2 a2 z3 a3 C nabla_a3 sigma_prime3 delta3 sigma_prime2 delta2 "
    "nabla_b3 nabla_w3 nabla_b2 nabla_w2"
)
NEURON_STEPS = (
    "z2_1 z2_2 a2_1 a2_2 z3_1 a3_1 C nabla_a3_1 sigma_prime3_1 delta3_1 "
    "sigma_prime2_1 sigma_prime2_2 delta2_1 delta2_2 "
    "nabla_b3_1 nabla_w3_1 nabla_b2_1 nabla_b2_2 nabla_w2_1 nabla_w2_2"
)


@pytest.mark.parametrize(
    ("level", "ids", "bp1"), [("layer", LAYER_STEPS, "BP1a"), ("neuron", NEURON_STEPS, "BP1")]
)
def test_order_of_the_steps(level: str, ids: str, bp1: str) -> None:
    trace = run(Network.random([2, 2, 1]), [0.1, 0.2], [0.3])
    steps = trace.at(level)
    assert [step.quantity.id for step in steps] == ids.split()
    groups = list(dict.fromkeys(step.group for step in steps))
    assert groups == ["Forward", "Cost", "Error", "Gradients"]
    changes = [one.group != other.group for one, other in pairwise(steps)]
    assert sum(changes) == 3
    names = {"z": "weighted input", "a": "activation", "C": "cost", "delta": "BP2"}
    names |= {"nabla_b": "BP3", "nabla_w": "BP4"}
    for step in steps:
        symbol = step.quantity.symbol
        expected = bp1 if (symbol, step.l) == ("delta", 3) else names.get(symbol, symbol)
        assert step.equation.name == expected
        assert step.l == (step.quantity.l or 3)


def test_four_layers_go_forward_and_then_backward() -> None:
    trace = run(Network.random([3, 4, 3, 2]), [1, 2, 3], [0, 1])
    forward, outputs, errors = [2, 2, 3, 3, 4, 4], [4, 4, 4, 4], [3, 3, 2, 2]
    gradients = [4, 4, 3, 3, 2, 2]
    assert [step.l for step in trace.steps] == forward + outputs + errors + gradients


def test_other_parameters_leave_the_rest_of_a_network() -> None:
    net = Network.random([2, 3, 1], {2: "tanh", 3: "sigmoid"}, "cross-entropy")
    w, b = {2: np.ones((3, 2)), 3: np.ones((1, 3))}, {2: [1, 2, 3], 3: [4]}
    for other, new_w, new_b in (
        (net.with_parameters(w=w), w, net.b),
        (net.with_parameters(b=b), net.w, b),
        (net.with_parameters(w, b), w, b),
    ):
        assert (other.activation, other.cost) == (net.activation, net.cost)
        for l in (2, 3):
            np.testing.assert_array_equal(other.w[l], new_w[l])
            np.testing.assert_array_equal(other.b[l][:, 0], np.ravel(new_b[l]))
    with pytest.raises(ValueError, match="w and b must be dictionaries"):
        net.with_parameters(b={2: [1, 2, 3]})


def test_a_trace_says_whether_it_is_of_one_example() -> None:
    net = Network({2: [[1]]}, {2: [0]})
    run(net, [1], [1]).check_is_of_one("this")
    with pytest.raises(ValueError, match="this must be of one example; got 2"):
        run(net, [[1, 2]], [[0, 1]]).check_is_of_one("this")


def test_a_random_network_is_drawn_from_its_seed() -> None:
    """The weights of all layers and then the biases, so that a link gives the same network."""
    network = Network.random([3, 4, 2], seed=5, spread=0.5)
    rng = np.random.default_rng(5)
    for l, shape in ((2, (4, 3)), (3, (2, 4))):
        assert same_bits(network.w[l], rng.normal(0, 0.5, shape))
    for l, n in ((2, 4), (3, 2)):
        assert same_bits(network.b[l], rng.normal(0, 0.5, (n, 1)))


@pytest.mark.parametrize("spread", [0, 0.0, -0.0])
def test_no_spread_is_all_zero(spread: float) -> None:
    network = Network.random([2, 1], spread=spread)
    assert not network.w[2].any()
    assert not network.b[2].any()


def test_the_step_that_made_a_number_is_found_and_what_is_given_has_none() -> None:
    trace = run(Network.random([3, 4, 2], seed=5), [0.2, 0.5, 0.9], [0.0, 1.0])
    step = trace.maker(Quantity("delta", 2, 3))
    assert step.equation.name == "BP2"
    assert (step.result == trace.delta[2]).all()
    with pytest.raises(ValueError, match="w³₂₄ is given"):
        trace.maker(Quantity("w", 3, 2, 4))
