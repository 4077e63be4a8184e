"""The algorithm as a short program in NumPy: the four equations with the functions of a network.

The program needs the dictionaries w and b, keyed by the book's layer numbers, and nothing else;
without biases w alone. It is put together from the network's own formulas; run, it gives what
``run`` gives, bit for bit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from backprop.engine.activations import Array
from backprop.engine.layer_functions import called, defined
from backprop.engine.network import Layers, Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.source import expression
from backprop.engine.validation import check_kind


@dataclass(frozen=True)
class Line:
    """A line of the program; it runs once for each of these ``layers``, in their order.

    ``symbol`` is what it computes, "" for a line that computes no array.
    """

    text: str
    symbol: str = ""
    layers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Execution:
    """Line ``line`` of the program, counted from 1, as it runs for layer l."""

    line: int
    l: int
    symbol: str


def listing(network: Network, several: bool = False) -> tuple[Line, ...]:
    """The program for this network: backprop(x, y) gives nabla_b and nabla_w by layer.

    x has the shape (n_1, 1) and y (n_L, 1); of ``several`` examples they are (n_1, m) and (n_L, m),
    and the gradients are means over them, or sums. Without biases it gives nabla_w alone. Raises
    ValueError for what is no network.
    """
    check_kind("network", network, Network)
    head = [Line("import numpy as np"), Line("")]
    return (*head, *_backprop(network, several), Line(""), *map(Line, defined(network)))


def program(lines: Sequence[Line]) -> str:
    """The lines as one text. Raises ValueError for what are no lines of a program."""
    for line in lines if isinstance(lines, Sequence) else [lines]:
        check_kind("a line", line, Line)
    return "\n".join(line.text for line in lines)


def executions(lines: Sequence[Line]) -> tuple[Execution, ...]:
    """The lines that compute arrays, in the order in which they run: loops go round by layer."""
    numbered = list(enumerate(lines, start=1))
    return tuple(
        Execution(number, l, line.symbol)
        for layers, group in groupby(numbered, key=lambda pair: pair[1].layers)
        for together in [list(group)]
        for l in layers
        for number, line in together
        if line.symbol
    )


def with_numbers(network: Network, lines: Sequence[Line], x: Array, y: Array) -> str:
    """A whole script: the program with these weights and biases, run for x and y, exact digits.

    x and y are arrays of shape (n_1, m) and (n_L, m).
    """
    given = [_layers(name, getattr(network, name)) for name in network.parameters]
    examples = [f"{name} = {_array(values)}" for name, values in (("x", x), ("y", y))]
    call = f"{results(network)} = backprop(x, y)\nprint(nabla_w[2])\n"
    return "\n\n".join([program(lines), *given, "\n".join(examples), call])


def results(network: Network) -> str:
    """What the program gives back, by its names: nabla_b, nabla_w."""
    return "nabla_b, nabla_w" if network.has_biases else "nabla_w"


def _backprop(network: Network, several: bool) -> list[Line]:
    """The function itself."""
    L, pair = network.L, pair_of(network)
    all_layers, hidden, last = tuple(range(2, L + 1)), tuple(range(L - 1, 1, -1)), (L,)
    sigma, slope = called(network, "sigma"), called(network, "sigma_prime")
    at_outputs = {"a": "a[L]", "z": "z[L]", "y": "y", "nabla_a": "nabla_a"}
    at_outputs["sigma_prime"] = slope.format("L")
    error = Line(f"    delta[L] = {expression(pair.error.formula, at_outputs)}", "delta", last)
    gradient = expression(pair.gradient.formula, at_outputs)
    output = (
        [error] if pair.cancels else [Line(f"    nabla_a = {gradient}", "nabla_a", last), error]
    )
    nabla_b, nabla_w = "delta[l]", "delta[l] @ a[l-1].T"
    if several:
        nabla_b += f".{network.reduction}(1, keepdims=True)"
        nabla_w += " / x.shape[1]" if network.takes_mean else ""
    found, weighted = results(network), "w[l] @ a[l-1]"
    biases = []
    if network.has_biases:
        weighted += " + b[l]"
        biases = [Line(f"        nabla_b[l] = {nabla_b}", "nabla_b", all_layers)]
    back = f"(w[l+1].T @ delta[l+1]) * {slope.format('l')}"
    return [
        Line("def backprop(x, y):"),
        Line("    L = len(w) + 1"),
        Line(f"    z, delta, {found} = {', '.join(['{}'] * (2 + len(network.parameters)))}"),
        Line("    a = {1: x}", "a", (1,)),
        Line("    for l in range(2, L + 1):", layers=all_layers),
        Line(f"        z[l] = {weighted}", "z", all_layers),
        Line(f"        a[l] = {sigma.format('l')}", "a", all_layers),
        *output,
        Line("    for l in range(L - 1, 1, -1):", layers=hidden),
        Line(f"        delta[l] = {back}", "delta", hidden),
        Line("    for l in range(2, L + 1):", layers=all_layers),
        *biases,
        Line(f"        nabla_w[l] = {nabla_w}", "nabla_w", all_layers),
        Line(f"    return {found}"),
    ]


def _layers(name: str, arrays: Layers) -> str:
    body = "\n".join(f"    {l}: {_array(array)}," for l, array in arrays.items())
    return f"{name} = {{\n{body}\n}}"


def _array(values: Array) -> str:
    return f"np.array({values.tolist()})"
