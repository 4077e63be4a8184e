"""Equation 28 with the reader's own numbers: two vectors, entry by entry."""

from backprop.engine.activations import Array
from backprop.writing.numbers import equals, latex_number
from backprop.writing.width import SIZES, em, width


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
    left, right, last = map(_column, columns)
    full = rf"{left} \odot {right} = {_column(products)} {sign} {last}"
    brief = rf"{left} \odot {right} {sign} {last}"
    tries = [(full, size) for size in list(SIZES)[:-1]] + [(brief, size) for size in SIZES]
    fitting = (f"{{{size}{x}}}" for x, size in tries if width(x) * SIZES[size] <= em(room))
    return next(fitting, rf"{{\scriptsize {brief}}}")


def _column(cells: list[str]) -> str:
    body = r" \\ ".join(cells)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"
