"""A number in its place: its array, with its row and its column in colour and itself in a box.

The row of a weight has the colour of z, which it makes, and the column that of a, which it takes.
"""

from backprop.engine import Quantity, Trace
from backprop.writing.formulas.marked import Mark, marked, too_large
from backprop.writing.formulas.palette import Colours, coloured


def placed(trace: Trace, quantity: Quantity, colours: Colours) -> str:
    """The array of a weight, a bias, an activation or a weighted input, the number marked in it.

    A large matrix is in dots. Raises ValueError for an address outside the network.
    """
    quantity.check_is_in(trace.network.sizes)
    array = trace.value(quantity.whole)
    return marked(array, lambda j, k: _mark(quantity, colours, j, k), dots=too_large(array))


def indices(quantity: Quantity, colours: Colours) -> str:
    """The number's name, large, and what its indices are, each in the colour of its line."""
    places = [
        (letter, coloured(str(index), symbol, colours))
        for letter, index, symbol in (("j", quantity.j, "z"), ("k", quantity.k, "a"))
        if index
    ]
    between = "," if max(quantity.j or 0, quantity.k or 0) > 9 else ""
    below = between.join(index for _, index in places)
    name = rf"{coloured(quantity.symbol, quantity.symbol, colours)}^{{{quantity.l}}}"
    said = r",\; ".join(f"{letter} = {index}" for letter, index in [("l", quantity.l), *places])
    return rf"{{\Huge {name}_{{{below}}}}} \qquad {said}"


def _mark(quantity: Quantity, colours: Colours, j: int, k: int) -> Mark:
    if j == quantity.j and k == (quantity.k or 1):
        return Mark(colours[quantity.symbol], boxed=True)
    if quantity.k is None:
        return Mark(colours["quiet"])
    return Mark(colours["z" if j == quantity.j else "a" if k == quantity.k else "quiet"])
