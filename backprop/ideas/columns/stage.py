"""The pictures of part "columns": a layer's matrices, and the loop beside their product."""

from backprop.engine import Trace
from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.limits import largest, scale_for
from backprop.ideas.columns.compute import MiniBatch
from backprop.ideas.columns.words import (
    ADDED,
    EXAMPLE,
    IN_COLUMN,
    MEAN,
    row_labels,
    sentence,
    titles,
)
from backprop.stage import Exhibit, Marks, Picture, StageData, exhibits, row
from backprop.stage.highlights import Cells, Uses, matrix_product

TALL = 250
"""Pixels that the cells of all rows together may be high before they become lower."""
SMALL = 6
"""With more neurons in a layer its matrices are shown whole, if need be without their numbers."""


def stage_data(trace: Trace, batch: MiniBatch, l: int, present: int) -> StageData:
    """What the stage is sent for layer l, from example ``present`` on, counted from 1.

    ``trace`` is the lesson's own.
    """
    n, before = trace.network.sizes[l - 1], trace.network.sizes[l - 2]
    lines = 2 * max(n, before) + max(n, before, batch.m)
    rows, least = _rows(batch, l), 11 if max(n, before) > SMALL else None
    part = exhibits(rows, lines=lines, tall=TALL, high=(13, 40), least=least)
    words: Json = {"module": "browser/words.js", "lines": 1}
    shown = Picture.of(trace, ["browser/slider.js", words, part], ("w", "b"))
    for family in _families(batch, l):
        shown = shown.with_exhibits(family, largest(*(one.values for one in family)))
    return (
        shown.with_uses(_uses(shown, l))
        .with_frames(
            "columns-example",
            EXAMPLE,
            list(range(1, batch.m + 1)),
            present,
            _frames(batch, l),
            words=[[[(sentence(i, batch.m, l), "")]] for i in range(1, batch.m + 1)],
            marks=[_marks(shown, l, i) for i in range(1, batch.m + 1)],
        )
        .data
    )


def _rows(batch: MiniBatch, l: int) -> list[Json]:
    network = batch.whole.network
    n, before = network.sizes[l - 1], network.sizes[l - 2]
    labels = row_labels(n, before, batch.m, network.has_biases)
    biases = ["+", f"b{l}"] if network.has_biases else []
    share = [MEAN] if network.takes_mean else []
    return [
        row(labels["forward"], f"Z{l}", "=", f"w{l}", "·", f"A{l - 1}", *biases),
        row(labels["loop"], f"error{l}", "·", f"input{l}", "=", f"product{l}", "→", f"added{l}"),
        row(labels["matrix"], f"Delta{l}", "·", f"turned{l}", *share, "=", f"mean{l}"),
    ]


def _families(batch: MiniBatch, l: int) -> list[list[Exhibit]]:
    """The figures in groups that share their colours: the gradients, the errors, the activations.

    Those of the loop are as they are at the first example.
    """
    whole, name = batch.whole, titles(l)
    first = {id: arrays[0] for id, arrays in _frames(batch, l).items()}
    a, unit = whole.a[l - 1], scale_for(whole.a[l - 1])
    by_row, by_column, turned = ("j", "x"), ("k", "x"), ("x", "k")
    return [
        [Exhibit(f"Z{l}", name["Z"], whole.z[l], "z", indices=by_row)],
        [
            Exhibit(f"A{l - 1}", name["A"], a, "a", unit, by_column),
            Exhibit(f"turned{l}", name["turned"], a.T, "a", unit, turned),
            Exhibit(f"input{l}", name["input"], first[f"input{l}"], "a", unit, ("", "k")),
        ],
        [
            Exhibit(f"Delta{l}", name["Delta"], whole.delta[l], "delta", indices=by_row),
            Exhibit(f"error{l}", name["error"], first[f"error{l}"], "delta"),
        ],
        [
            Exhibit(f"mean{l}", name["mean"], whole.nabla_w[l], "nabla_w"),
            Exhibit(f"product{l}", name["product"], first[f"product{l}"], "nabla_w"),
            Exhibit(f"added{l}", ADDED[whole.network.reduction], first[f"added{l}"], "nabla_w"),
        ],
    ]


def _frames(batch: MiniBatch, l: int) -> dict[str, list[Array]]:
    """What the loop has at each example."""
    return {
        f"error{l}": [one.delta[l] for one in batch.each],
        f"input{l}": [one.a[l - 1].T for one in batch.each],
        f"product{l}": [one.nabla_w[l] for one in batch.each],
        f"added{l}": [batch.added("nabla_w", l, i) for i in range(1, batch.m + 1)],
    }


def _uses(shown: Picture, l: int) -> Uses:
    """What each product was made from; b is added to every column."""
    z = shown.cells(f"Z{l}")
    uses = matrix_product(z, shown.cells(f"w{l}"), shown.cells(f"A{l - 1}"))
    biases = shown.cells(f"b{l}") if shown.has(f"b{l}") else []
    for row_of_z, [bias] in zip(z, biases, strict=bool(biases)):
        for cell in row_of_z:
            uses[cell].append(bias)
    for result, left, right in (("product", "error", "input"), ("mean", "Delta", "turned")):
        cells = (shown.cells(f"{name}{l}") for name in (result, left, right))
        uses |= matrix_product(*cells)
    return uses


def _marks(shown: Picture, l: int, i: int) -> Marks:
    """A box on each cell of the column of example i; of the transpose it is a row."""
    ids = [id for name in (f"Z{l}", f"A{l - 1}", f"Delta{l}") for id in _column(shown, name, i)]
    ids += shown.cells(f"turned{l}")[i - 1]
    return {id: {"sign": "□", "words": IN_COLUMN.format(i=i)} for id in ids}


def _column(shown: Picture, name: str, i: int) -> list[str]:
    cells: Cells = shown.cells(name)
    return [line[i - 1] for line in cells]
