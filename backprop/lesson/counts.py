"""How many weights, biases and steps a lesson has, from its sizes alone."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backprop.lesson.record import Lesson


def number_of_weights(sizes: Sequence[int]) -> int:
    """How many weights and biases a network of these sizes has, taken together."""
    return sum((before + 1) * n for before, n in pairwise(sizes))


def number_of_steps(lesson: "Lesson") -> int:
    """How many steps the lesson's trace has at the lesson's level of detail.

    Each layer after the input has z, a, sigma', delta and two gradients; the output layer has
    nabla_a besides; the cost is one step. At the level of neurons all but the cost is one step for
    each neuron.
    """
    sizes = lesson.sizes if lesson.level == "neuron" else [1] * len(lesson.sizes)
    return 6 * sum(sizes[1:]) + sizes[-1] + 1
