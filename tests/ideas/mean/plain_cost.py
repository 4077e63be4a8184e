"""The cost of a network in plain Python, neuron by neuron: what the engine is checked against.

A nudge (symbol, l, j, example, size) adds size to z^l_j or a^l_j of one example on the way, as the
demon of the chapter does; neurons and examples count from 1.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

Nudge = tuple[str, int, int, int, float]
NO_NUDGE = ("", 0, 0, 0, 0.0)


def sigma(name: str, z: float) -> float:
    match name:
        case "sigmoid":
            return 1 / (1 + math.exp(-z))
        case "tanh":
            return math.tanh(z)
        case "relu":
            return z if z > 0 else 0.0
        case "leaky-relu":
            return z if z > 0 else 0.01 * z
        case "linear":
            return z
    raise AssertionError(name)


def forward(
    w: Mapping[int, list[list[float]]],
    b: Mapping[int, list[list[float]]],
    activation: Mapping[int, str],
    x: Sequence[float],
    example: int = 1,
    nudge: Nudge = NO_NUDGE,
) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
    """The weighted inputs z and the activations a of one example, layer by layer."""
    symbol, at_l, at_j, at_example, size = nudge
    z: dict[int, list[float]] = {}
    a = {1: [*x]}
    for l in range(2, len(w) + 2):
        z[l], a[l] = [], []
        for j, row in enumerate(w[l], start=1):
            here = (l, j, example) == (at_l, at_j, at_example)
            total = b[l][j - 1][0] + (size if here and symbol == "z" else 0.0)
            for weight, before in zip(row, a[l - 1], strict=True):
                total += weight * before
            z[l].append(total)
            a[l].append(sigma(activation[l], total) + (size if here and symbol == "a" else 0.0))
    return z, a


def cost_of_outputs(cost: str, a: Sequence[float], y: Sequence[float]) -> float:
    if cost == "quadratic":
        return sum((v - u) ** 2 for u, v in zip(a, y, strict=True)) / 2
    if cost == "squared-error":
        return sum((v - u) ** 2 for u, v in zip(a, y, strict=True))
    return -sum(v * math.log(u) + (1 - v) * math.log(1 - u) for u, v in zip(a, y, strict=True))


def mean_cost(
    w: Mapping[int, Any],
    b: Mapping[int, Any],
    activation: Mapping[int, str],
    cost: str,
    x: Any,
    y: Any,
    nudge: Nudge = NO_NUDGE,
) -> float:
    """The cost over the examples, which are the columns of x and of y."""
    weights, biases = plain(w), plain(b)
    m: int = x.shape[1]
    examples = zip(x.T.tolist(), y.T.tolist(), strict=True)
    total: float = 0.0
    for example, (inputs, desired) in enumerate(examples, start=1):
        _, a = forward(weights, biases, activation, inputs, example, nudge)
        total += cost_of_outputs(cost, a[len(w) + 1], desired)
    return total / m


def plain(arrays: Mapping[int, Any]) -> dict[int, list[list[float]]]:
    """Arrays by layer as lists: Python's own numbers, which are also several times faster."""
    return {l: array.tolist() for l, array in arrays.items()}
