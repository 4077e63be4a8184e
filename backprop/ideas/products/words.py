"""The products of the reader's own two vectors with the numbers put in: equation 28, and a sum."""

from backprop.engine.activations import Array
from backprop.writing.formulas.brackets import bmatrix
from backprop.writing.formulas.width import SIZES, em, width
from backprop.writing.text.numbers import equals, is_all, latex_number, short

MOST_TERMS = 4
"""The most terms of a sum that are written."""


def entrywise(s: Array, t: Array, result: Array, room: int = 380) -> str:
    """The Hadamard product of s and t, all (n, 1), as columns of numbers.

    The products stand between the factors and the result as long as that fits into ``room``
    pixels.
    """
    columns = [[latex_number(x) for x in array.ravel().tolist()] for array in (s, t, result)]
    products = [
        rf"{latex_number(x)} \cdot {latex_number(y, parentheses=True)}"
        for x, y in zip(s.ravel().tolist(), t.ravel().tolist(), strict=True)
    ]
    sign = "=" if all(equals(x) == "=" for x in result.ravel().tolist()) else r"\approx"
    left, right, last = map(bmatrix, columns)
    full = rf"{left} \odot {right} = {bmatrix(products)} {sign} {last}"
    brief = rf"{left} \odot {right} {sign} {last}"
    tries = [(full, size) for size in list(SIZES)[:-1]] + [(brief, size) for size in SIZES]
    fitting = (f"{{{size}{x}}}" for x, size in tries if width(x) * SIZES[size] <= em(room))
    return next(fitting, rf"{{\scriptsize {brief}}}")


def sum_text(terms: Array, total: Array) -> str:
    """The terms, the first few of many, and what they add up to, for instance 3 + 8 = 11."""
    numbers = [*terms.ravel().tolist(), total.item()]
    texts = [short(x) for x in numbers]
    some = [*texts[:-1][:MOST_TERMS], *["…"] * (len(terms) > MOST_TERMS)]
    sign = "=" if all(map(is_all, numbers, texts)) else "≈"
    return f"{' + '.join(some)} {sign} {texts[-1]}".replace("+ −", "− ")
