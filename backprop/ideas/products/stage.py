"""The pictures of part "own": every product of two vectors, each as a row of heatmaps."""

from collections.abc import Callable

from backprop.engine import Trace
from backprop.engine.activations import Array
from backprop.engine.products import hadamard, inner, misfit, outer
from backprop.figures.limits import largest
from backprop.figures.theme import Json
from backprop.stage import Exhibit, Item, Picture, StageData, exhibits, note, row
from backprop.stage.highlights import entry_by_entry, matrix_product

TALL = 420
"""Pixels that the cells of all rows together may be high before they become lower."""


def _pictures(s: Array, t: Array) -> list[Exhibit]:
    """The two vectors, the same turned, and their products: those that there are."""
    factors = [
        Exhibit("s1", "s", s, like=""),
        Exhibit("t1", "t", t, like=""),
        Exhibit("turned_s1", "sᵀ", s.T, like=""),
        Exhibit("turned_t1", "tᵀ", t.T, like=""),
    ]
    products = [Exhibit("table1", "s tᵀ", outer(s, t), like="")]
    if s.shape == t.shape:
        products.append(Exhibit("entrywise1", "s ⊙ t", hadamard(s, t), like=""))
        products.append(Exhibit("one1", "sᵀ t", inner(s, t), like=""))
    return factors + products


def _rows(s: Array, t: Array) -> list[Json]:
    """The products one below the other; a note where there is none."""
    entrywise, one = _result(hadamard, "entrywise1", s, t), _result(inner, "one1", s, t)
    table = "Outer product: every entry of s times every entry of t"
    return [
        row("Hadamard product: entry by entry", "s1", "⊙", "t1", *entrywise),
        row(table, "s1", "·", "turned_t1", "=", "table1"),
        row("Inner product: a row times a column", "turned_s1", "·", "t1", *one),
        row("Side by side, s t", note(_side_by_side(s, t))),
    ]


def _result(product: Callable[[Array, Array], Array], name: str, s: Array, t: Array) -> list[Item]:
    """The picture of a product, or why there is none."""
    try:
        product(s, t)
    except ValueError as error:
        return [note(f"{error}.")]
    return ["=", name]


def _side_by_side(s: Array, t: Array) -> str:
    """Whether s t is a matrix product, in shapes."""
    shapes = f"({len(s)}×1)({len(t)}×1)"
    if why := misfit(s.shape, t.shape):
        return f"{shapes} does not fit: {why}."
    return f"{shapes} fits, as t has one row: it is s tᵀ."


def stage_data(s: Array, t: Array, trace: Trace) -> StageData:
    """What the stage is sent: the rows, and what each cell of them was made from."""
    drawn = _pictures(s, t)
    factors, products = drawn[:4], drawn[4:]
    part = exhibits(_rows(s, t), lines=3 * max(len(s), len(t)), tall=TALL)
    found = Picture.of(trace, [part], symbols=())
    found = found.with_exhibits(factors, limit=largest(s, t))
    found = found.with_exhibits(products, limit=largest(*(one.values for one in products)))
    return _lit(found).data


def _lit(shown: Picture) -> Picture:
    """With what each cell of a product was made from, and the boxes on the diagonal of s tᵀ."""
    table = shown.cells("table1")
    uses = matrix_product(table, shown.cells("s1"), shown.cells("turned_t1"))
    if not shown.has("entrywise1"):
        return shown.with_uses(uses)
    entrywise = shown.cells("entrywise1")
    diagonal = [[line[j]] for j, line in enumerate(table)]
    s, t, one = shown.cells("s1"), shown.cells("t1"), shown.cells("one1")
    uses |= entry_by_entry(entrywise, s, t, diagonal)
    uses |= matrix_product(one, shown.cells("turned_s1"), t)
    uses[one[0][0]] += [cell for line in entrywise for cell in line]
    box = {"sign": "□", "words": "it is in s ⊙ t, too"}
    return shown.with_uses(uses).with_marks({cell: box for line in diagonal for cell in line})
