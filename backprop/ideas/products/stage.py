"""The pictures of part "own": every product of two vectors, each as a row of heatmaps."""

from collections.abc import Callable

from backprop.engine import Trace
from backprop.engine.activations import Array
from backprop.engine.products import hadamard, inner, outer
from backprop.figures.json import Json
from backprop.figures.limits import largest
from backprop.ideas.products.words import (
    ENTRYWISE,
    ENTRYWISE_ROW,
    IN_ENTRYWISE,
    INNER,
    INNER_ROW,
    OUTER,
    OUTER_ROW,
    S_TURNED,
    SIDE_BY_SIDE_ROW,
    T_TURNED,
    S,
    T,
    refusal,
    side_by_side,
)
from backprop.stage import Exhibit, Picture, Piece, StageData, exhibits, remark, row
from backprop.stage.highlights import entry_by_entry, matrix_product

TALL = 420
"""Pixels that the cells of all rows together may be high before they become lower."""
HIGH, WIDEST = (16, 48), 112
"""The least and the most height of a cell, and its most width."""


def _pictures(s: Array, t: Array) -> list[Exhibit]:
    """The two vectors, the same turned, and their products: those that there are."""
    factors = [
        Exhibit("s1", S, s, like=""),
        Exhibit("t1", T, t, like=""),
        Exhibit("turned_s1", S_TURNED, s.T, like=""),
        Exhibit("turned_t1", T_TURNED, t.T, like=""),
    ]
    products = [Exhibit("table1", OUTER, outer(s, t), like="")]
    if s.shape == t.shape:
        products.append(Exhibit("entrywise1", ENTRYWISE, hadamard(s, t), like=""))
        products.append(Exhibit("one1", INNER, inner(s, t), like=""))
    return factors + products


def _rows(s: Array, t: Array) -> list[Json]:
    """The products one below the other; a note where there is none."""
    entrywise, one = _result(hadamard, "entrywise1", s, t), _result(inner, "one1", s, t)
    return [
        row(ENTRYWISE_ROW, "s1", "⊙", "t1", *entrywise),
        row(OUTER_ROW, "s1", "·", "turned_t1", "=", "table1"),
        row(INNER_ROW, "turned_s1", "·", "t1", *one),
        row(SIDE_BY_SIDE_ROW, remark(side_by_side(s, t))),
    ]


def _result(product: Callable[[Array, Array], Array], name: str, s: Array, t: Array) -> list[Piece]:
    """The picture of a product, or why there is none."""
    try:
        product(s, t)
    except ValueError as error:
        return [remark(refusal(error))]
    return ["=", name]


def stage_data(s: Array, t: Array, trace: Trace) -> StageData:
    """What the stage is sent: the rows, and what each cell of them was made from."""
    drawn = _pictures(s, t)
    factors, products = drawn[:4], drawn[4:]
    part = exhibits(_rows(s, t), lines=3 * max(len(s), len(t)), tall=TALL, high=HIGH, widest=WIDEST)
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
    box = {"sign": "□", "words": IN_ENTRYWISE}
    return shown.with_uses(uses).with_marks({cell: box for line in diagonal for cell in line})
