"""Exhibits: arrays of any kind as heatmaps on the stage, in rows with signs between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.limits import largest
from backprop.stage.arrays import INDICES, sent
from backprop.stage.data import StageArray, StageData

Piece = str | Json


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One array as a heatmap.

    ``name`` is letters and a number, such as product2, and its entries are product2_1 (of a vector,
    one column) or product2_1_3 (of a matrix). ``like`` is the symbol of a Quantity whose colour its
    title has. Exhibits with the same letters share their scale and its limit. ``indices`` are the
    letters of a matrix's rows and columns; rows that are not ``numbered`` have no numbers.
    """

    name: str
    title: str
    values: Array
    like: str
    scale: str = "signed"
    indices: tuple[str, str] = INDICES
    numbered: bool = True

    @property
    def symbol(self) -> str:
        """The letters of its name."""
        return self.name.rstrip("0123456789")


def row(label: str, *items: Piece) -> Json:
    """A row of exhibits by their names, or of arrays of the network by their ids, and signs."""
    return {"label": label, "items": list(items)}


def remark(text: str) -> Json:
    """A short text in a row, for instance why there is no picture in this place."""
    return {"note": text}


def exhibits(
    rows: list[Json],
    *,
    lines: int,
    tall: int,
    high: tuple[int, int] = (16, 40),
    widest: int = 64,
    least: int | None = None,
) -> Json:
    """The part of the stage with these rows, in pixels.

    ``lines`` of cells one below the other share ``tall`` pixels, each between ``high``. A cell is
    at most ``widest`` wide, and at least ``least``, or what its number needs: a row that needs less
    goes on in another line.
    """
    part = {"module": "browser/exhibits.js", "rows": rows, "widest": widest}
    part |= {"high": max(high[0], min(high[1], tall // max(1, lines)))}
    return part | ({"least": least} if least else {})


def exhibited(data: StageData, every: Sequence[Exhibit], limit: float | None) -> StageData:
    """What these exhibits add to the data; ``limit`` for all, or else each family's own."""
    reach = {one.symbol: limit or _largest(every, one.symbol) for one in every}
    return {
        "arrays": data["arrays"] | {one.name: _array(one) for one in every},
        "limits": data["limits"] | reach,
        "scales": data["scales"] | {one.symbol: one.scale for one in every},
        "like": data.get("like", {}) | {one.symbol: one.like for one in every},
        "fixed": [*data.get("fixed", []), *(one.name for one in every)],
    }


def _array(one: Exhibit) -> StageArray:
    return sent(
        one.values,
        one.title,
        matrix=one.values.shape[1] > 1,
        indices=one.indices,
        numbered=one.numbered,
    )


def _largest(every: Sequence[Exhibit], symbol: str) -> float:
    return largest(*(one.values for one in every if one.symbol == symbol))
