"""Networks that grow, and how the cost of their gradients grows with their weights and biases."""

from collections.abc import Sequence

import numpy as np

from backprop.engine.operations import operations

SERIES = (
    (2, 2, 1), (3, 4, 2), (8, 6, 4), (16, 10, 10), (32, 16, 10), (64, 20, 10), (128, 24, 10),
    (256, 30, 10), (784, 30, 10),
)  # fmt: skip
"""From a toy to the network with which the book reads digits."""


def series_with(sizes: tuple[int, ...], biases: bool = True) -> list[tuple[int, ...]]:
    """The series with a network of these sizes, from few weights, and biases if any, to many."""
    return sorted({*SERIES, sizes}, key=lambda one: operations(one, biases).parameters)


def growth(parameters: Sequence[float], costs: Sequence[float]) -> float | None:
    """The slope of costs over parameters, both as logarithms: e of costs that grow like P^e.

    It is fitted by least squares; None for fewer than three different P, of which two say little.
    """
    if len(set(parameters)) < 3:
        return None
    x, y = np.log(parameters), np.log(costs)
    apart = x - x.mean()
    return float((apart * (y - y.mean())).sum() / (apart**2).sum())
