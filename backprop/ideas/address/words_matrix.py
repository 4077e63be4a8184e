"""A number in its matrix: its row and its column in colour, and itself in a box.

The row of a weight has the colour of z, which it makes, and the column that of a, which it takes.
"""

from backprop.engine import Quantity, Trace
from backprop.writing.formulas.marked import Mark, marked, too_large
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.terms import entries_in, equals_of


def matrix_with_mark(trace: Trace, quantity: Quantity, colours: Colours) -> str:
    """The array of a weight, a bias, an activation or a weighted input, its name before it and the
    number marked in it.

    A large matrix is in dots. Raises ValueError for an address outside the network.
    """
    quantity.check_is_in(trace.network.sizes)
    whole = quantity.whole
    array = trace.value(whole)
    dots = too_large(array)
    sign = "=" if dots else equals_of(entries_in(whole, array), trace.endless)
    matrix = marked(array, lambda j, k: _mark(quantity, colours, j, k), dots)
    return rf"{whole.latex} {sign} {matrix}"


def indices(quantity: Quantity, colours: Colours) -> str:
    """The number's name, large, and what its indices are, each in the colour of its line."""
    lines = [
        (letter, coloured(str(index), symbol, colours))
        for letter, index, symbol in (("j", quantity.j, "z"), ("k", quantity.k, "a"))
        if index
    ]
    between = "," if max(quantity.j or 0, quantity.k or 0) > 9 else ""
    below = between.join(index for _, index in lines)
    name = rf"{coloured(quantity.symbol, quantity.symbol, colours)}^{{{quantity.l}}}"
    values = r",\; ".join(f"{letter} = {index}" for letter, index in [("l", quantity.l), *lines])
    return rf"{{\Huge {name}_{{{below}}}}} \qquad {values}"


def _mark(quantity: Quantity, colours: Colours, j: int, k: int) -> Mark:
    if j == quantity.j and k == (quantity.k or 1):
        return Mark(colours[quantity.symbol], boxed=True)
    if quantity.k is None:
        return Mark(colours["quiet"])
    return Mark(colours["z" if j == quantity.j else "a" if k == quantity.k else "quiet"])
