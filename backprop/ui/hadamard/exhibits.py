"""The pictures of part "own": every product of two vectors, each as a row of heatmaps."""

import numpy as np

from backprop.engine import Trace
from backprop.engine.activations import Array
from backprop.engine.products import hadamard, inner, misfit, outer
from backprop.figures.lighting import cells, entry_by_entry, matrix_product
from backprop.ui.stage import Exhibit, note, picture, row, with_exhibits
from backprop.ui.stage.exhibit import Json

TALL = 420
"""Pixels that the cells of all rows together may be high before they become lower."""


def pictures(s: Array, t: Array) -> list[Exhibit]:
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


def rows(s: Array, t: Array) -> list[Json]:
    """The products one below the other; a note where there is none."""
    label = "Hadamard product: entry by entry"
    table = row("Outer product: every entry of s times every entry of t", "s1", "·", "turned_t1")
    table["items"] += ["=", "table1"]
    misfitting = row("Side by side, s t", note(side_by_side(s, t)))
    try:
        hadamard(s, t)
    except ValueError as error:
        refused = note(f"{error}. The outer product takes any two.")
        return [row(label, "s1", "⊙", "t1", refused), table, misfitting]
    return [
        row(label, "s1", "⊙", "t1", "=", "entrywise1"),
        table,
        row("Inner product: a row times a column", "turned_s1", "·", "t1", "=", "one1"),
        misfitting,
    ]


def side_by_side(s: Array, t: Array) -> str:
    """Whether s t is a matrix product, in shapes."""
    shapes = f"({len(s)}×1)({len(t)}×1)"
    if why := misfit(s.shape, t.shape):
        return f"{shapes} does not fit: {why}."
    return f"{shapes} fits, as t has one row: it is s tᵀ."


def data(s: Array, t: Array, trace: Trace) -> Json:
    """What the stage is sent: the rows, and what each cell of them was made from."""
    drawn = pictures(s, t)
    factors, products = drawn[:4], drawn[4:]
    high = max(16, min(40, TALL // (3 * max(len(s), len(t)))))
    part = {"kind": "exhibits", "rows": rows(s, t), "high": high, "widest": 64}
    found = picture(trace, [part], symbols=())
    found = with_exhibits(found, factors, limit=_largest(s, t))
    found = with_exhibits(found, products, limit=_largest(*(one.values for one in products)))
    return found | lighting(found["figures"])


def lighting(figures: Json) -> Json:
    """What each cell of a product was made from, and the boxes on the diagonal of s tᵀ."""
    table = cells(figures, "table1")
    uses = matrix_product(table, cells(figures, "s1"), cells(figures, "turned_t1"))
    if "entrywise1" not in figures:
        return {"uses": uses}
    entrywise = cells(figures, "entrywise1")
    diagonal = [[line[j]] for j, line in enumerate(table)]
    s, t, one = cells(figures, "s1"), cells(figures, "t1"), cells(figures, "one1")
    uses |= entry_by_entry(entrywise, s, t, diagonal)
    uses |= matrix_product(one, cells(figures, "turned_s1"), t)
    uses[one[0][0]] += [cell for line in entrywise for cell in line]
    box = {"sign": "□", "words": "it is in s ⊙ t, too"}
    return {"uses": uses, "marks": {cell: box for line in diagonal for cell in line}}


def _largest(*arrays: Array) -> float:
    return max(float(np.abs(array).max()) for array in arrays) or 1.0
