"""The program as it is shown, run with NumPy alone, gives what ``run`` gives, bit for bit."""

from typing import Any

import numpy as np
import pytest

from backprop import ACTIVATIONS, Network, listing, program, run
from backprop.engine.listing import executions, with_numbers

EIGHT = (12,) * 8
MIXED = {2: "relu", 3: "tanh", 4: "leaky-relu", 5: "linear", 6: "sigmoid", 7: "relu", 8: "sigmoid"}
DIVIDED = Network(
    {2: [[0.1, 0.2], [0.3, 0.4], [0.2, 0.1]], 3: [[0.3, 0.2, 0.5], [0.1, 0.4, 0.2]]},
    {2: [0.1, 0.2, 0.3], 3: [0.1, 0.2]},
    {2: "relu", 3: "tanh"},
    "cross-entropy",
)
"""Its outputs are above 0, so that the cross-entropy takes them though they are no sigmoids."""

NETWORKS = {
    **{f"{n} {s}": Network.random(s, n, seed=3) for n in ACTIVATIONS for s in ((1, 1), (3, 4, 2))},
    "eight layers": Network.random(EIGHT, "tanh"),
    "eight mixed": Network.random(EIGHT, MIXED, "cross-entropy"),
    "cancelled": Network.random((3, 4, 2), "sigmoid", "cross-entropy"),
    "cancelled, no hidden layer": Network.random((2, 2), "sigmoid", "cross-entropy"),
    "divided": DIVIDED,
    "saturated": Network.random((2, 3, 2), "sigmoid", spread=400),
    "summed": Network.random((3, 4, 2), "sigmoid", "squared-error", reduction="sum"),
    "fixed biases": Network.random((3, 4, 2), "tanh", biases="fixed"),
}


def gradients(text: str, network: Network, x: Any, y: Any) -> Any:
    """What the text gives that is run as it is, with nothing but w and b."""
    known: dict[str, Any] = {"w": dict(network.w), "b": dict(network.b)}
    exec(text, known)
    return known["backprop"](x, y)


def examples(network: Network, m: int) -> tuple[Any, Any]:
    """m examples with inputs above 0."""
    rng = np.random.default_rng(7)
    x, y = rng.random((network.sizes[0], m)), rng.integers(0, 2, (network.sizes[-1], m))
    return x, y.astype(float)


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("name", NETWORKS)
def test_the_program_gives_what_run_gives_bit_for_bit(name: str, several: bool) -> None:
    network = NETWORKS[name]
    x, y = examples(network, 5 if several else 1)
    trace = run(network, x, y)
    nabla_b, nabla_w = gradients(program(listing(network, several)), network, x, y)
    for l in network.w:
        assert np.array_equal(nabla_b[l], trace.nabla_b[l])
        assert np.array_equal(nabla_w[l], trace.nabla_w[l])


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_without_biases_the_program_knows_none(reduction: str) -> None:
    """1-1-1 by hand: a = 1 and 3, delta^3 = 3 - 1, dC/dw = (3 - 1) * 3 * 2 and (3 - 1) * 1."""
    w = {2: [[0.5]], 3: [[3.0]]}
    network = Network(w, activation="linear", reduction=reduction, biases="none")
    text, x, y = program(listing(network)), np.array([[2.0]]), np.array([[1.0]])
    known: dict[str, Any] = {"w": dict(network.w)}
    exec(text, known)
    found = known["backprop"](x, y)
    assert {l: one.item() for l, one in found.items()} == {2: 12.0, 3: 2.0}
    exec(program(listing(network, several=True)), known)
    found = known["backprop"](np.hstack([x, x]), np.hstack([y, y]))
    times = 2 if reduction == "sum" else 1
    assert {l: one.item() for l, one in found.items()} == {2: 12.0 * times, 3: 2.0 * times}
    script = with_numbers(network, listing(network), x, y)
    exec(script.replace("print(", "str("), known := {})
    assert known["nabla_w"][2].item() == 12.0
    assert "b" not in known


def test_each_line_runs_once_for_each_layer_the_loops_forth_and_back() -> None:
    lines = listing(Network.random((3, 4, 3, 2), "tanh"))
    ran = [(one.symbol, one.l) for one in executions(lines)]
    assert ran == [
        ("a", 1), ("z", 2), ("a", 2), ("z", 3), ("a", 3), ("z", 4), ("a", 4),
        ("nabla_a", 4), ("delta", 4), ("delta", 3), ("delta", 2),
        ("nabla_b", 2), ("nabla_w", 2), ("nabla_b", 3), ("nabla_w", 3), ("nabla_b", 4),
        ("nabla_w", 4),
    ]  # fmt: skip
    assert all(f"{one.symbol}[" in lines[one.line - 1].text for one in executions(lines)[1:7])


def test_a_line_says_what_its_layers_have() -> None:
    """Where the slope cancels no slope is left, and where the layers differ each has its own."""
    cancelled = program(listing(NETWORKS["cancelled"]))
    assert "delta[L] = a[L] - y\n" in cancelled
    assert "nabla_a" not in cancelled
    mixed = program(listing(NETWORKS["divided"]))
    assert "a[l] = sigma[l](z[l])" in mixed
    assert "sigma = {2: relu, 3: tanh}" in mixed


def test_the_script_runs_as_pasted_and_has_every_digit() -> None:
    network = Network.random((2, 3, 1), {2: "leaky-relu", 3: "sigmoid"})
    x, y = examples(network, 1)
    script = with_numbers(network, listing(network), x, y)
    known: dict[str, Any] = {}
    exec(script.replace("print(", "str("), known)
    for l, nabla_w in run(network, x, y).nabla_w.items():
        assert np.array_equal(known["nabla_w"][l], nabla_w)
