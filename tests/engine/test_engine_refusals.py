"""What is no number, network, layer or address at all is refused by whatever takes one.

What is a number but does not fit stands in ``test_engine_errors``.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import inf, nan
from typing import Any

import numpy as np
import pytest

import backprop as bp
from backprop import Network, Quantity, Trace
from backprop.engine.nudge import nudged
from backprop.engine.other_functions import differences_with
from backprop.engine.output_pairs import pair_of
from backprop.engine.push import with_dw, with_dz
from backprop.engine.rates import rate
from backprop.engine.saturation import steepness

NET: Any = Network.random([3, 4, 2])
X, Y = [0.1, 0.2, 0.3], [0.0, 1.0]
TRACE: Any = bp.run(NET, X, Y)
W, Z, C = Quantity("w", 2, 1, 1), Quantity("z", 2, 1), Quantity("C")

Calls = dict[str, Callable[[Any], object]]

OF_A_NETWORK: Calls = {
    "run": lambda it: bp.run(it, X, Y),
    "descend": lambda it: bp.descend(it, TRACE, 1),
    "mini_batch": lambda it: bp.mini_batch(it, X, Y, 1),
    "check_gradients": lambda it: bp.check_gradients(it, X, Y),
    "listing": lambda it: bp.listing(it),
    "equation_of": lambda it: bp.equation_of(Z, it),
    "made_from": lambda it: bp.made_from(Z, it),
    "goes_into": lambda it: bp.goes_into(Z, it),
}
OF_A_TRACE: Calls = {
    "descend": lambda it: bp.descend(NET, it, 1),
    "paths": lambda it: bp.paths(it, W),
    "proof": lambda it: bp.proof(it, "BP1", 3, 1),
}
OF_A_QUANTITY: Calls = {
    "value": lambda it: TRACE.value(it),
    "step_of": lambda it: TRACE.step_of(it),
    "maker": lambda it: TRACE.maker(it),
    "equation_of": lambda it: bp.equation_of(it, NET),
    "made_from": lambda it: bp.made_from(it, NET),
    "goes_into": lambda it: bp.goes_into(it, NET),
    "paths": lambda it: bp.paths(TRACE, it),
    "with_dw": lambda it: with_dw(TRACE, it, 0.5),
    "rate": lambda it: rate(TRACE, C, it),
}
OF_SIZES: Calls = {
    "Network.random": Network.random,
    "operations": bp.operations,
    "path_count": lambda it: bp.path_count(it, 2),
    "is_in": lambda it: Quantity("a", 1).is_in(it),
}
OF_ETA: Calls = {
    "descend": lambda it: bp.descend(NET, TRACE, it),
    "mini_batch": lambda it: bp.mini_batch(NET, X, Y, it),
}
OF_A_LAYER: Calls = {
    "proof": lambda it: bp.proof(TRACE, "BP3", it, 1),
    "path_count": lambda it: bp.path_count((3, 4, 2), it),
    "with_dz": lambda it: with_dz(TRACE, it, 1, 0.5),
    "nudged w": lambda it: nudged(NET, TRACE.x, TRACE.y, "w", it, 0.5),
    "nudged b": lambda it: nudged(NET, TRACE.x, TRACE.y, "b", it, 0.5),
    "differences_with": lambda it: differences_with(TRACE, _same, pair_of(NET), it, 0.5),
}
OF_A_NEURON: Calls = {
    "proof": lambda it: bp.proof(TRACE, "BP3", 2, it),
    "with_dz": lambda it: with_dz(TRACE, 2, it, 0.5),
}


def _same(_: int, z: Any) -> Any:
    return z


def refused(call: Callable[[Any], object], came: object, *words: str) -> None:
    """The call raises a ValueError that has these words in it."""
    with pytest.raises(ValueError, match=r"must|needs|has no") as caught:
        call(came)
    for one in words:
        assert one in str(caught.value)


@pytest.mark.parametrize("came", [None, {}, 5, "net", TRACE])
@pytest.mark.parametrize("name", OF_A_NETWORK)
def test_what_is_no_network(name: str, came: object) -> None:
    refused(OF_A_NETWORK[name], came, "network must be a Network; got ", repr(came)[:10])


@pytest.mark.parametrize("came", [None, {}, NET])
@pytest.mark.parametrize("name", OF_A_TRACE)
def test_what_is_no_trace(name: str, came: object) -> None:
    refused(OF_A_TRACE[name], came, "trace must be a Trace; got ", repr(came)[:10])


@pytest.mark.parametrize("came", [None, "w2_1_1", ("w", 2, 1, 1)])
@pytest.mark.parametrize("name", OF_A_QUANTITY)
def test_what_is_no_quantity(name: str, came: object) -> None:
    refused(OF_A_QUANTITY[name], came, f"quantity must be a Quantity; got {came!r}")


@pytest.mark.parametrize("name", OF_A_QUANTITY)
def test_an_address_outside_the_network(name: str) -> None:
    refused(OF_A_QUANTITY[name], Quantity("w", 9, 1, 1), "a 3-4-2 network has no w⁹₁₁")


@pytest.mark.parametrize(
    "came",
    [None, 5, "342", b"342", {3, 2}, (3, True), (3, 2.0), (3, "2"), (3, -1), (3,), np.array(3)],
)
@pytest.mark.parametrize("name", OF_SIZES)
def test_what_are_no_sizes(name: str, came: object) -> None:
    needed = "sizes must name at least two layers of at least one neuron; got "
    refused(OF_SIZES[name], came, needed + repr(came))


@pytest.mark.parametrize("name", OF_SIZES)
@pytest.mark.parametrize("sizes", [[3, 2], (3, 2), np.array([3, 2]), (np.int64(3), 2)])
def test_sizes_in_any_sequence_are_taken(name: str, sizes: object) -> None:
    assert OF_SIZES[name](sizes)


def test_a_network_that_memory_cannot_hold_is_refused_before_it_is_drawn() -> None:
    for sizes in ((10**6, 10**6), (10**400, 1), (1, 10**8)):
        refused(Network.random, sizes, "at most 100,000,000 weights and biases; got (1")


@pytest.mark.parametrize(
    "came", [True, False, 1j, inf, np.True_, np.array(True), "1", None, nan, 0, -1, np.ma.masked,
             np.array([0.5]), Decimal("-0.5"), Decimal("sNaN"), Fraction(10**400), Fraction(-1, 2)]
)  # fmt: skip
@pytest.mark.parametrize("name", OF_ETA)
def test_what_is_no_eta(name: str, came: object) -> None:
    refused(OF_ETA[name], came, "eta must be a finite number above 0; got ", repr(came)[:20])


@pytest.mark.parametrize("name", OF_ETA)
def test_every_number_is_an_eta(name: str) -> None:
    expected: Any = OF_ETA[name](0.5)
    for eta in (Decimal("0.5"), Fraction(1, 2), np.float32(0.5), np.array(0.5)):
        found: Any = OF_ETA[name](eta)
        assert found.w[2].tolist() == expected.w[2].tolist()


@pytest.mark.parametrize("came", [True, 2.0, "2", None, 0, -1])
@pytest.mark.parametrize("name", OF_A_LAYER)
def test_what_is_no_layer(name: str, came: object) -> None:
    refused(OF_A_LAYER[name], came, f"l must be a whole number, 1 or above; got {came!r}")


@pytest.mark.parametrize("came", [1, 4, 9])
@pytest.mark.parametrize("name", OF_A_LAYER)
def test_a_layer_without_weights(name: str, came: int) -> None:
    of_proof = f"the layer of BP3 must be from 2 to 3; got {came}"
    refused(OF_A_LAYER[name], came, of_proof if name == "proof" else "a 3-4-2 network has no ")


@pytest.mark.parametrize("came", [True, 1.0, "1", 0, -1])
@pytest.mark.parametrize("name", OF_A_NEURON)
def test_what_is_no_neuron(name: str, came: object) -> None:
    refused(OF_A_NEURON[name], came, f"j must be a whole number, 1 or above; got {came!r}")


@pytest.mark.parametrize("name", OF_A_NEURON)
def test_a_neuron_outside_the_network_and_a_whole_layer(name: str) -> None:
    refused(OF_A_NEURON[name], 5, "a 3-4-2 network has no ", "²₅")
    refused(OF_A_NEURON[name], None, "; got None")


def network(**changes: Any) -> Network:
    """A 2-1 network with something changed."""
    given: dict[str, Any] = {"w": {2: [[1, 2]]}, "b": {2: [0]}}
    return Network(**given | changes)


MASKED: Any = np.ma.array([[1.0, 2.0]], mask=[[False, True]])
OTHER: dict[str, tuple[Callable[[], object], str]] = {
    "text in objects": (
        lambda: network(w={2: np.array([["1.5", 2]], dtype=object)}),
        "w[2] must be an array of numbers; got array([['1.5', 2]]",
    ),
    "nothing in objects": (
        lambda: bp.run(NET, np.array([1, None, 2], dtype=object), Y),
        "x must be an array of numbers; got array([1, None, 2]",
    ),
    "masked": (
        lambda: network(w={2: MASKED}),
        "w[2] must be an array of numbers, none of them masked; got masked_array",
    ),
    "masked in a list": (lambda: network(w={2: [MASKED[0]]}), "none of them masked; got [masked"),
    "masked y": (lambda: bp.run(NET, X, [0, MASKED[0, 1]]), "none of them masked; got [0, masked]"),
    "w by 2.0": (lambda: network(w={2.0: [[1, 2]]}), "layers 2, 3, ..., L; got w for [2.0] and b"),
    "b by 2.0": (lambda: network(b={2.0: [0]}), "got w for [2] and b for [2.0]"),
    "activation by 2.0": (
        lambda: network(activation={2.0: "tanh"}),
        "have the layers [2]; got [2.0]",
    ),
    "w of one axis": (lambda: network(w={2: [1, 2]}), "per neuron of layer 1; got (2,)"),
    "w of three axes": (
        lambda: Network({2: [[1]], 3: [[[1]]]}, {2: [0], 3: [0]}),
        "per neuron of layer 2; got (1, 1, 1)",
    ),
    "seed": (
        lambda: Network.random((2, 2), seed=True),
        "must be a whole number, 0 or above; got T",
    ),
    "spread": (lambda: Network.random((2, 2), spread=True), "finite number, 0 or above; got True"),
    "symbol": (lambda: nudged(NET, TRACE.x, TRACE.y, "z", 2, 0.5), "must be w or b; got 'z'"),
    "method": (
        lambda: nudged(NET, TRACE.x, TRACE.y, "w", 2, 0.5, "up"),
        "method must be central or forward; got 'up'",
    ),
    "steepness": (lambda: steepness("foo", TRACE.z[2]), "leaky-relu or linear; got 'foo'"),
    "dz": (lambda: with_dz(TRACE, 2, 1, True), "dz must be a finite number; got True"),
    "dw": (lambda: with_dw(TRACE, W, nan), "dw must be a finite number; got nan"),
    "arrays": (lambda: TRACE.arrays("C"), "symbol must be w, b, z, a, y, nabla_a"),
    "program": (lambda: bp.program(None), "a line must be a Line; got None"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", OTHER)
def test_refused(name: str) -> None:
    call, words = OTHER[name]
    with pytest.raises(ValueError, match="must") as caught:
        call()
    assert words in str(caught.value)
    assert "0 neurons" not in str(caught.value)


def test_objects_that_are_numbers_and_masks_that_hide_nothing_are_taken() -> None:
    given = np.array([Decimal("1.5"), Fraction(1, 2), 10**20], dtype=object)
    assert bp.run(NET, given, Y).x.ravel().tolist() == [1.5, 0.5, 1e20]
    assert bp.run(NET, np.ma.array(X), Y).x.ravel().tolist() == X
    assert bp.run(NET, [True, False, True], Y).x.ravel().tolist() == [1, 0, 1]


def test_layers_are_kept_as_ints_in_order() -> None:
    three: Any = np.int64(3)
    found = Network({three: [[1]], 2: [[1]]}, {three: [0], 2: [0]}, {three: "relu", 2: "tanh"})
    assert [*found.activation.items()] == [(2, "tanh"), (3, "relu")]
    assert isinstance(bp.run(found, [1], [1]), Trace)
