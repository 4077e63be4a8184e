"""How many multiplications a gradient takes, by backpropagation and by differences (section 2.8).

They are counted for one example and as the equations have them: the values of the activations and
of their slopes, which are the same for both ways, are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from backprop.engine.validation import brief, layer_sizes


@dataclass(frozen=True)
class Operations:
    """Multiplications of numbers in one network.

    ``forward`` is one forward pass, w a in each layer; ``backward`` is BP1, BP2 and BP4 in all
    layers; ``differences`` is a forward pass for each of the ``parameters``, the weights and the
    biases, and one more (equation 46).
    """

    forward: int
    backward: int
    differences: int
    parameters: int

    @property
    def both(self) -> int:
        """One forward pass and one backward pass: all that backpropagation needs."""
        return self.forward + self.backward


def operations(sizes: Sequence[int], biases: bool = True) -> Operations:
    """The multiplications in a network of these sizes, the input layer first, with biases or not.

    Raises ValueError for fewer than two layers or an empty one, and for ``biases`` that are neither
    True nor False.
    """
    if not isinstance(biases, bool):
        raise ValueError(f"biases must be True or False; got {brief(biases)}")
    sizes = layer_sizes(sizes)
    weights = [n * before for before, n in pairwise(sizes)]
    forward, neurons = sum(weights), sum(sizes[1:])
    errors = sum(weights[1:]) + neurons  # w^T delta in the hidden layers, sigma' in each
    parameters = forward + neurons if biases else forward
    return Operations(forward, errors + forward, (parameters + 1) * forward, parameters)
