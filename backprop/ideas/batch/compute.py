"""An epoch cut into mini-batches, the steps over them, and what they do to the cost of all.

A batch is the numbers of its examples, counted from 1 as in ``Examples``.
"""

from collections.abc import Sequence
from math import acos, degrees

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.algorithm import run
from backprop.engine.examples import Examples
from backprop.engine.mini_batch import mini_batch
from backprop.engine.network import Network
from backprop.engine.vector import to_vector

Batch = tuple[int, ...]

SHUFFLE = 0
"""The seed of the shuffled order: the same for everybody."""


def batches(numbers: Sequence[int], m: int, shuffled: bool = False) -> list[Batch]:
    """The examples of one epoch in batches of m; the last has what is left."""
    order = list(numbers)
    if shuffled:
        order = np.random.default_rng(SHUFFLE).permutation(order).tolist()
    return [tuple(order[i : i + m]) for i in range(0, len(order), m)]


def networks_after(
    network: Network, examples: Examples, epoch: Sequence[Batch], eta: float
) -> list[Network]:
    """The network after the step over each of these batches, each from the one before.

    Raises ValueError as ``mini_batch`` does.
    """
    found = []
    for batch in epoch:
        traces = [examples.traces[number] for number in batch]
        x, y = (np.hstack([getattr(one, name) for one in traces]) for name in ("x", "y"))
        network = mini_batch(network, x, y, eta)
        found.append(network)
    return found


def cost_over(network: Network, examples: Examples) -> float | None:
    """The cost of a network over all examples; None where it cannot be taken any more."""
    try:
        return run(network, examples.x, examples.y).cost
    except ValueError:
        return None


def angle(examples: Examples, batch: Batch) -> float | None:
    """The degrees between the mean gradient of a batch and that of all examples.

    None where one of them is 0.
    """
    own = _mean_gradient(examples, batch)
    whole = _mean_gradient(examples, tuple(examples.traces))
    if own is None or whole is None:
        return None
    return degrees(acos(min(1.0, max(-1.0, float(own @ whole)))))


def _mean_gradient(examples: Examples, batch: Batch) -> Array | None:
    """The direction of the mean gradient, as a vector of length 1; None where that is 0."""
    traces = [examples.traces[number] for number in batch]
    learned = traces[0].network.learns_biases
    vectors = [to_vector(one.nabla_w, one.nabla_b if learned else {}) for one in traces]
    mean = np.mean(vectors, axis=0)
    largest = np.abs(mean).max()
    if largest == 0:
        return None
    scaled: Array = mean / largest  # so that no square is lost
    return scaled / np.linalg.norm(scaled)
