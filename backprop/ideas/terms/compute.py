"""The forward pass of one layer in its smallest parts: a term, the next term, the bias, sigma.

These are the micro steps of equation (23). Each uses one weight and one activation, so that row j
of the matrix and column a can be seen to meet entry by entry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from backprop.engine import Quantity, Trace


@dataclass(frozen=True)
class MicroStep:
    """One term, the bias or the activation of neuron j of layer l.

    ``k`` is the term, counted from 1, of ``n``, and None for the bias and for sigma. ``operands``
    are the numbers used and ``numbers`` their values, ``result`` is what they go into. ``value`` is
    the sum so far, z where the step ``completes`` it, and the activation at last.
    """

    l: int
    j: int
    k: int | None
    n: int
    operands: tuple[Quantity, ...]
    numbers: tuple[float, ...]
    result: Quantity
    value: float
    completes: bool = False

    @property
    def added(self) -> float:
        """What this micro step adds to the sum: the product of the two numbers, or the bias."""
        return prod(self.numbers)

    @property
    def kind(self) -> str:
        """ "term", "bias" or "sigma"."""
        if self.k:
            return "term"
        return "bias" if self.result.symbol == "z" else "sigma"


def micro_steps(trace: Trace, l: int) -> tuple[MicroStep, ...]:
    """All micro steps of layer l, neuron by neuron: n_(l-1) terms, the bias, sigma: equation (23).

    Without biases the last term completes z.
    Raises ValueError for a layer that has no weights, and for a trace of several examples.
    """
    Quantity("w", l).check_is_in(trace.network.sizes)
    trace.check_is_of_one("what a sum is made of")
    neurons = range(1, trace.network.sizes[l - 1] + 1)
    return tuple(step for j in neurons for step in _of_neuron(trace, l, j))


def _of_neuron(trace: Trace, l: int, j: int) -> Iterator[MicroStep]:
    z, a, b = (Quantity(symbol, l, j) for symbol in ("z", "a", "b"))
    row, column = trace.network.w[l][j - 1], trace.a[l - 1][:, 0]
    n, total, has_biases = len(row), 0.0, trace.network.has_biases
    for k, (weight, activation) in enumerate(zip(row.tolist(), column.tolist(), strict=True), 1):
        total += weight * activation
        operands = Quantity("w", l, j, k), Quantity("a", l - 1, k)
        completes = k == n and not has_biases
        yield MicroStep(l, j, k, n, operands, (weight, activation), z, total, completes)
    if has_biases:
        bias = float(trace.value(b)[0])
        total += bias
        yield MicroStep(l, j, None, n, (b,), (bias,), z, total, completes=True)
    yield MicroStep(l, j, None, n, (z,), (total,), a, float(trace.value(a)[0]))


def of_one_neuron(sizes: Sequence[int], l: int, has_biases: bool) -> int:
    """How many micro steps each neuron of layer l takes."""
    return sizes[l - 2] + (2 if has_biases else 1)


def first_micro_step(sizes: Sequence[int], l: int, j: int, has_biases: bool = True) -> int:
    """The micro step, counted from 1, with which neuron j of layer l begins."""
    return (j - 1) * of_one_neuron(sizes, l, has_biases) + 1


def micro_step_of(sizes: Sequence[int], quantity: Quantity, has_biases: bool = True) -> int | None:
    """The micro step of its layer in which a weight or a bias is used, or z or a begins to be made.

    None for whole arrays and for what no micro step makes or uses.
    """
    l, j = quantity.l, quantity.j
    if l < 2 or not j or quantity.symbol not in ("w", "b", "z", "a"):
        return None
    later = {"w": (quantity.k or 1) - 1, "b": sizes[l - 2]}.get(quantity.symbol, 0)
    return first_micro_step(sizes, l, j, has_biases) + later
