"""How many weights, biases and steps a lesson has, from its sizes alone."""

from collections.abc import Sequence
from itertools import pairwise


def number_of_weights(sizes: Sequence[int]) -> int:
    """How many weights and biases a network of these sizes has, taken together."""
    return sum((before + 1) * n for before, n in pairwise(sizes))


def number_of_steps(sizes: Sequence[int], level: str, has_biases: bool = True) -> int:
    """How many steps there are in a network of these sizes at this level of detail.

    Each layer after the input has z, a, sigma', delta and two gradients, or one without biases; the
    output layer has nabla_a besides; the cost is one step. At the level of neurons all but the cost
    is one step for each neuron. After those of the trace comes one more: that of gradient descent.
    """
    counts = sizes if level == "neuron" else [1] * len(sizes)
    return (6 if has_biases else 5) * sum(counts[1:]) + counts[-1] + 2
