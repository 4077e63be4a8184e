"""What does not fit is refused with a sentence that says what must hold and what came."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from backprop import Network, Quantity, descend, run

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = float("inf"), float("nan")
OK = Network.random([3, 4, 2])
PAIR = Network.random([1, 1])
X, Y = [1, 2, 3], [0, 1]


def network(**changes: Any) -> Network:
    """A 2-1 network with something changed."""
    given: dict[str, Any] = {"w": {2: [[1, 2]]}, "b": {2: [0]}}
    return Network(**given | changes)


def one(activation: str, w: float, x: float, y: float = 0.5, cost: str = "cross-entropy") -> object:
    return run(Network({2: [[w]]}, {2: [0]}, activation, cost), [x], [y])


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "no layers": (
        lambda: Network({}, {}),
        "w and b must be dictionaries with the layers 2, 3, ..., L; got w for [] and b for []",
    ),
    "a layer missing": (lambda: network(w={3: [[1]]}), "layers 2, 3, ..., L; got w for [3]"),
    "b of other layers": (lambda: network(b={2: [0], 3: [0]}), "got w for [2] and b for [2, 3]"),
    "lists": (lambda: network(w=[[[1, 2]]], b=[[0]]), "got w for a list and b for a list"),
    "mixed keys": (lambda: network(b={"2": [0]}), "got w for [2] and b for ['2']"),
    "w a vector": (
        lambda: network(w={2: [1, 2]}),
        "w[2] must have one row per neuron of layer 2 and one column per neuron of layer 1; "
        "got (2,)",
    ),
    "w empty": (lambda: network(w={2: [[]]}), "w[2] must have one row per neuron of layer 2"),
    "layers that do not meet": (
        lambda: Network({2: [[1, 2]], 3: [[1, 2]]}, {2: [0], 3: [0]}),
        "one column per neuron of layer 2; got (1, 2) after 1 neurons",
    ),
    "w ragged": (lambda: network(w={2: [[1, 2], [3]]}), "w[2] must be an array of numbers; got [["),
    "w text": (lambda: network(w={2: [["a", "b"]]}), "w[2] must be an array of numbers; got [['a'"),
    "w nan": (lambda: network(w={2: [[1, nan]]}), "w[2] must hold finite numbers; got nan"),
    "w inf": (lambda: network(w={2: [[1, -inf]]}), "w[2] must hold finite numbers; got -inf"),
    "w too large": (lambda: network(w={2: [[1, 10**400]]}), "w[2] must be an array of numbers"),
    "b shape": (lambda: network(b={2: [0, 0]}), "b[2] must have the shape (1, 1); got (2,)"),
    "b row": (
        lambda: Network({2: [[1], [2]]}, {2: [[0, 0]]}),
        "b[2] must have the shape (2, 1); got (1, 2)",
    ),
    "b nan": (lambda: network(b={2: [nan]}), "b[2] must hold finite numbers; got nan"),
    "activation": (
        lambda: network(activation="step"),
        "activation must be sigmoid, tanh, relu, leaky-relu or linear; got 'step'",
    ),
    "activation of a layer": (lambda: network(activation={2: "relu6"}), "got 'relu6'"),
    "activation layers": (
        lambda: network(activation={3: "tanh"}),
        "activation must be one name or have the layers [2]; got [3]",
    ),
    "activation list": (lambda: network(activation=["tanh"]), "or have the layers [2]; got a list"),
    "cost": (
        lambda: network(cost="mse"),
        "cost must be quadratic, squared-error or cross-entropy; got 'mse'",
    ),
    "one layer": (
        lambda: Network.random([3]),
        "sizes must name at least two layers of at least one neuron; got [3]",
    ),
    "empty layer": (lambda: Network.random([3, 0, 2]), "got [3, 0, 2]"),
    "spread": (lambda: Network.random([1, 1], spread=-1), "spread must be a finite number, 0 or"),
    "spread inf": (lambda: Network.random([1, 1], spread=inf), "0 or above; got inf"),
    "w nothing": (lambda: network(w=None), "got w for a NoneType and b for [2]"),
    "w complex": (lambda: network(w={2: np.array([[1, 2j]])}), "w[2] must be an array of numbers"),
    "w digits": (lambda: network(w={2: [["1", "2"]]}), "w[2] must be an array of numbers"),
    "x complex": (lambda: run(OK, np.array([1, 2j, 3]), Y), "x must be an array of numbers"),
    "x endless": (
        lambda: run(OK, [10**5000, 1, 2], Y),
        "x must be an array of numbers; got a",
    ),
    "cost list": (lambda: network(cost=["quadratic"]), "got ['quadratic']"),
    "activation lists": (lambda: network(activation={2: ["tanh"]}), "got ['tanh']"),
    "sizes a number": (lambda: Network.random(5), "two layers of at least one neuron; got 5"),  # type: ignore[arg-type]
    "sizes text": (lambda: Network.random("3-4-2"), "got '3-4-2'"),  # type: ignore[arg-type]
    "sizes broken": (lambda: Network.random([3, 4.5, 2]), "got [3, 4.5, 2]"),  # type: ignore[list-item]
    "spread text": (lambda: Network.random([1, 1], spread="a"), "got 'a'"),  # type: ignore[arg-type]
    "spread endless": (
        lambda: Network.random([1, 1], spread=10**400),
        "0 or above; got 1000",
    ),
    "seed none": (
        lambda: Network.random([1, 1], seed=None),  # type: ignore[arg-type]
        "seed must be a whole number, 0 or above; got None",
    ),
    "seed below 0": (lambda: Network.random([1, 1], seed=-1), "0 or above; got -1"),
    "x short": (
        lambda: run(OK, [1, 2], Y),
        "x must have the shape (3,), (3, 1) or (3, m); got (2,)",
    ),
    "x lying down": (lambda: run(OK, [[1, 2, 3]], Y), "or (3, m); got (1, 3)"),
    "x a cube": (lambda: run(OK, np.ones((3, 1, 1)), Y), "got (3, 1, 1)"),
    "x a number": (lambda: run(PAIR, 1.0, [1]), "x must have the shape (1,)"),
    "x no examples": (lambda: run(OK, np.ones((3, 0)), Y), "got (3, 0)"),
    "x nan": (lambda: run(OK, [1, nan, 3], Y), "x must hold finite numbers; got nan"),
    "x words": (lambda: run(OK, ["a", "b", "c"], Y), "x must be an array of numbers"),
    "y long": (
        lambda: run(OK, X, [1, 2, 3]),
        "y must have the shape (2,), (2, 1) or (2, m); got (3,)",
    ),
    "y inf": (lambda: run(OK, X, [0, inf]), "y must hold finite numbers; got inf"),
    "as many examples": (
        lambda: run(OK, np.ones((3, 2)), np.ones((2, 3))),
        "x and y must have as many examples; got 2 and 3",
    ),
    "y above 1": (
        lambda: one("sigmoid", 1, 1, 1.5),
        "cross-entropy needs every y between 0 and 1; got 1.5",
    ),
    "y below 0": (lambda: one("sigmoid", 1, 1, -0.1), "every y between 0 and 1; got -0.1"),
    "tanh below 0": (
        lambda: one("tanh", -1, 0.5),
        "cross-entropy needs every output above 0 and below 1, as sigmoid outputs are; "
        "got -0.462117",
    ),
    "tanh saturated": (lambda: one("tanh", 1, 40), "above 0 and below 1, as sigmoid outputs are"),
    "relu off": (lambda: one("relu", -1, 1), "above 0 and below 1"),
    "linear": (lambda: one("linear", 1, 1.25), "got 1.25"),
    "overflow": (
        lambda: one("linear", 1e200, 1e200, cost="quadratic"),
        "the numbers must stay finite; they grew beyond 1.8e308 on the way",
    ),
    "overflow of the cost": (
        lambda: one("linear", 1e160, 1, cost="quadratic"),
        "the numbers must stay finite",
    ),
    "overflow on the way to a sigmoid": (
        lambda: one("sigmoid", 1e200, -1e200, cost="quadratic"),
        "the numbers must stay finite",
    ),
    "overflow of a gradient": (
        lambda: one("linear", 1e-290, 1e300, cost="quadratic"),
        "the numbers must stay finite",
    ),
    "level": (
        lambda: run(OK, X, Y).at("Layer"),
        "level must be layer or neuron; got 'Layer'",
    ),
    "another network": (
        lambda: descend(PAIR, run(OK, X, Y), 1),
        "the trace must be of a network of sizes (1, 1); got (3, 4, 2)",
    ),
    "descent overflows": (
        lambda: descend(PAIR, run(PAIR, [1e300], [1e300]), 1e300),
        "must",
    ),
    **{
        f"address {id}": (
            lambda id=id: run(OK, X, Y).value(Quantity.parse(id)),  # type: ignore[misc]
            f"a 3-4-2 network has no {text}",
        )
        for id, text in [("w3_3_1", "w³₃₁"), ("a4_1", "a⁴₁"), ("z1", "z¹"), ("y2_1", "y₁")]
    },
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    call, message = REFUSED[name]
    with pytest.raises(ValueError, match=r"must|needs|has no") as caught:
        call()
    assert message in str(caught.value)


@pytest.mark.parametrize("shape", [(3,), (3, 1), (3, 5)])
def test_every_shape_of_the_contract_is_taken(shape: tuple[int, ...]) -> None:
    m = shape[1] if len(shape) > 1 else 1
    assert run(OK, np.ones(shape), np.ones((2, m))).x.shape == (3, m)


@pytest.mark.parametrize("y", [0, 1])
def test_the_ends_of_the_range_of_y_are_taken(y: float) -> None:
    assert run(network(cost="cross-entropy"), [0, 0], [y]).cost == pytest.approx(np.log(2))
