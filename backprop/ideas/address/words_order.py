"""Why j stands before k: with j first w a fits as it stands, with k first it takes a transpose.

With k first the weights of layer l have a row for each neuron that they come from. That is the
transpose of the book's matrix; here it is called w̃.
"""

from dataclasses import dataclass

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.ideas.address.compute import ORDERS, is_z, result_of
from backprop.inputs.phrases import count_of
from backprop.writing.formulas.brackets import underbrace
from backprop.writing.formulas.marked import Mark, marked, too_large
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.terms import entries_in, equals_of

QUESTION = "Why does j stand before k? Try it the other way:"
NAMES = {"jk": "$w_{jk}$, as in the book", "kj": "$w_{kj}$, k first"}
"""What each order of the indices is called."""

ROWS = (
    "A matrix with a row for each input and a column for each neuron, as Keras and books with row "
    "vectors have it, is this w̃: turn it when you paste it into the sidebar."
)
"""Who has the other order, and what to do with it."""


@dataclass(frozen=True)
class Try:
    """One way to write the weighted inputs of a layer, and what it comes to.

    ``formula`` has the shape of each array under it and ends with the result, where the shapes
    fit; ``right`` says whether that is z.
    """

    formula: str
    right: bool
    sentence: str


def tries(trace: Trace, l: int, order: str, colours: Colours) -> list[Try]:
    """What the weights of layer l, their indices in this order, make of the activations before.

    In the book's order as they stand; in the other as they stand, then transposed. Raises
    ValueError for an order that is none and for a layer that has no weights.
    """
    if order not in ORDERS:
        raise ValueError(f"order must be {' or '.join(ORDERS)}; got {order[:20]!r}")
    Quantity("w", l).check_is_in(trace.network.sizes)
    w, book, turned = trace.network.w[l], rf"w^{{{l}}}", rf"\tilde w^{{{l}}}"
    if order == "jk":
        return [_try(trace, l, colours, book, w, _in_order(l, w))]
    return [
        _try(trace, l, colours, turned, w.T, _out_of_order(trace, l)),
        _try(trace, l, colours, f"({turned})^T", w, _transposed(l)),
    ]


def _try(trace: Trace, l: int, colours: Colours, name: str, factor: Array, sentence: str) -> Try:
    """The formula, with the two numbers that must be equal in boxes."""
    result = result_of(trace, l, factor)
    rows, n = len(trace.a[l - 1]), len(trace.z[l])
    parts = [
        (coloured(f"z^{{{l}}}", "z", colours), rf"{n} \times 1"),
        (coloured(name, "w", colours), rf"{len(factor)} \times \boxed{{{factor.shape[1]}}}"),
        (coloured(f"a^{{{l - 1}}}", "a", colours), rf"\boxed{{{rows}}} \times 1"),
        (coloured(f"b^{{{l}}}", "b", colours), rf"{n} \times 1"),
    ]
    z, w, a, b = (underbrace(latex, shape) for latex, shape in parts)
    bias = f" + {b}" if trace.network.has_biases else ""
    right = is_z(result, trace, l)
    sign, product = "=" if right else r"\ne", f"{w} {a}{bias}"
    if result is None:
        sign = r"\overset{?}{=}"
    else:
        size = r"\scriptsize " if too_large(result) else r"\small "
        numbers = marked(result, lambda j, k: Mark(colours["z"]))
        product += rf" {_equals(trace, l, result)} {{{size}{numbers}}}"
    return Try(f"{z} {sign} {product}", right, sentence)


def _equals(trace: Trace, l: int, result: Array) -> str:
    """The sign before what w a + b comes to: no digits give it in full where they do not give a."""
    taken = entries_in(Quantity("a", l - 1), trace.a[l - 1])
    endless = (one for one in taken if one.quantity in trace.endless)
    return equals_of([*entries_in(Quantity("z", l), result), *endless], trace.endless)


def _in_order(l: int, w: Array) -> str:
    name, a_prev, n = Quantity("w", l).text, Quantity("a", l - 1).text, w.shape[1]
    if n == 1:
        return (
            f"Row j of {name} holds the one weight into neuron j, and {a_prev} has one row: they "
            f"match, and {name} fits as it stands."
        )
    return (
        f"Row j of {name} holds the {n} weights into neuron j, and {a_prev} has {n} rows: they "
        f"match, and {name} fits as it stands."
    )


def _out_of_order(trace: Trace, l: int) -> str:
    turned, a_prev = _turned(l), Quantity("a", l - 1).text
    n, rows = trace.network.w[l].shape
    result = result_of(trace, l, trace.network.w[l].T)
    if result is None:
        return (
            f"{turned} has {count_of(n, 'column')} and {a_prev} has {count_of(rows, 'row')}: "
            f"{n} and {rows} do not match, so there is no such product."
        )
    if n == 1:
        return f"Layers {l - 1} and {l} have one neuron each: one weight has no order to get wrong."
    if is_z(result, trace, l):
        return "The shapes fit, and here even the numbers agree: that is luck."
    return (
        f"The shapes fit, but the result is wrong: row j of {turned} holds the weights that leave "
        f"neuron j of layer {l - 1}, not those that enter neuron j of layer {l}."
    )


def _transposed(l: int) -> str:
    book = Quantity("w", l).text
    return (
        f"Transposed, {_turned(l)} is the book's {book}: right again, at the price of a transpose."
    )


def _turned(l: int) -> str:
    return f"w̃{Quantity('w', l).text[1:]}"
