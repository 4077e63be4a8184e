"""The forward pass of one layer in its smallest parts: a term, the next term, the bias, sigma.

These are the beats of equation (23). Each uses one weight and one activation, so that row j of the
matrix and column a can be seen to meet entry by entry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from backprop.engine import Quantity, Trace
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments


@dataclass(frozen=True)
class Beat:
    """One term, the bias or the activation of neuron j of layer l.

    ``k`` is the term, counted from 1, and None for the bias and for sigma. ``operands`` are the
    numbers used and ``numbers`` their values, ``result`` is what they go into. ``value`` is the sum
    so far, z once the bias is in, and the activation at last.
    """

    l: int
    j: int
    k: int | None
    operands: tuple[Quantity, ...]
    numbers: tuple[float, ...]
    result: Quantity
    value: float
    title: str
    sentence: Segments

    @property
    def added(self) -> float:
        """What this beat adds to the sum: the product of the two numbers, or the bias."""
        return prod(self.numbers)

    @property
    def kind(self) -> str:
        """ "term", "bias" or "sigma"."""
        if self.k:
            return "term"
        return "bias" if self.result.symbol == "z" else "sigma"


def beats(trace: Trace, l: int) -> tuple[Beat, ...]:
    """All beats of layer l, neuron by neuron: n_(l-1) terms, the bias, sigma: equation (23).

    Raises ValueError for a layer that has no weights, and for a trace of several examples.
    """
    Quantity("w", l).check_is_in(trace.network.sizes)
    trace.check_is_of_one("beats")
    neurons = range(1, trace.network.sizes[l - 1] + 1)
    return tuple(beat for j in neurons for beat in _of_neuron(trace, l, j))


def _of_neuron(trace: Trace, l: int, j: int) -> Iterator[Beat]:
    z, a, b = (Quantity(symbol, l, j) for symbol in ("z", "a", "b"))
    row, column = trace.network.w[l][j - 1], trace.a[l - 1][:, 0]
    n, total = len(row), 0.0
    for k, (weight, activation) in enumerate(zip(row.tolist(), column.tolist(), strict=True), 1):
        product = weight * activation
        total += product
        w, a_prev = Quantity("w", l, j, k), Quantity("a", l - 1, k)
        yield Beat(
            l, j, k, (w, a_prev), (weight, activation), z, total,
            f"Term {k} of {n} in {z.text}", _term(w, a_prev, product, total),
        )  # fmt: skip
    bias = float(trace.value(b)[0])
    total += bias
    title = f"The bias completes {z.text}"
    yield Beat(l, j, None, (b,), (bias,), z, total, title, _bias(b, z, total))
    activation = float(trace.value(a)[0])
    title = f"σ turns {z.text} into {a.text}"
    yield Beat(l, j, None, (z,), (total,), a, activation, title, _sigma(z, a, activation))


def first_beat(sizes: Sequence[int], l: int, j: int) -> int:
    """The beat, counted from 1, with which neuron j of layer l begins."""
    return (j - 1) * (sizes[l - 2] + 2) + 1


def beat_of(sizes: Sequence[int], quantity: Quantity) -> int | None:
    """The beat of its layer in which a weight or a bias is used, or z or a begins to be made.

    None for whole arrays and for what no beat makes or uses.
    """
    l, j = quantity.l, quantity.j
    if l < 2 or not j or quantity.symbol not in ("w", "b", "z", "a"):
        return None
    later = {"w": (quantity.k or 1) - 1, "b": sizes[l - 2]}.get(quantity.symbol, 0)
    return first_beat(sizes, l, j) + later


def _term(w: Quantity, a_prev: Quantity, product: float, total: float) -> Segments:
    kind = "input" if a_prev.l == 1 else "activation"
    so_far = "" if w.k == 1 else f"; the sum so far is {short(total)}"
    return [
        (f"Place {w.k} of row {w.j} meets place {w.k} of the column: ", ""),
        (f"weight {w.text}", "w"),
        (" times ", ""),
        (f"{kind} {a_prev.text}", "a"),
        (f" is {short(product)}{so_far}.", ""),
    ]


def _bias(b: Quantity, z: Quantity, total: float) -> Segments:
    return [
        ("All terms are in. The ", ""),
        (f"bias {b.text}", "b"),
        (" is added, once: the ", ""),
        (f"weighted input {z.text}", "z"),
        (f" is {short(total)}.", ""),
    ]


def _sigma(z: Quantity, a: Quantity, value: float) -> Segments:
    return [
        ("σ of the ", ""),
        (f"weighted input {z.text}", "z"),
        (" is the ", ""),
        (f"activation {a.text}", "a"),
        (f": {short(value)}.", ""),
    ]
