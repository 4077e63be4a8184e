"""An equation as pictures: each factor a heatmap, the result beside the true one."""

from collections.abc import Iterator

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.activations import ACTIVATIONS, Array
from backprop.engine.equation import operand_at
from backprop.engine.expression import operand_in, operands_of, worked_out
from backprop.engine.template import Apply, Group, Negative, Node, Operation
from backprop.engine.template_walking import leaves
from backprop.figures.json import Json
from backprop.figures.limits import largest
from backprop.ideas.remove.compute_comparison import differ, wrong_signs
from backprop.ideas.remove.compute_faulty_backward import AppliedEquation, WrongPass
from backprop.ideas.remove.compute_mistakes import is_convention
from backprop.ideas.remove.words_shapes import (
    AS_WRITTEN,
    DIFFERENCE,
    TOO_LARGE,
    WRONG_SIGN,
    in_text,
    now_name,
    single_weight,
    true_label,
    true_name,
)
from backprop.stage import Exhibit, Marks, Picture, Piece, StageData, exhibits, remark, row

# Pixels: of a cell at most and at least, and of all rows of a heatmap.
HIGH, LEAST_HIGH, ALL_HIGH = 60, 15, 240
WIDEST, WIDE, LEAST_WIDE, ALL_WIDE = 88, 30, 24, 288
SINGLE_WEIGHT = "ideas/remove/single_weight.js"
"""The part with one weight between its neurons."""
READ = ("a", "w", "delta", "nabla_w")
"""What it reads."""


def stage_data(wrong: WrongPass, applied: AppliedEquation, l: int) -> StageData:
    """What the stage is sent; where that is one row, a weight between its neurons fits, too."""
    right_side = applied.equation.right
    symbols = {
        *READ,
        applied.quantity.symbol,
        *(operand_at(ref.name, applied.l).symbol for ref in leaves(right_side)),
    }
    picture = Picture.of(wrong.trace, [], sorted(symbols))
    shown, rows = _exhibited(picture, applied, wrong.trace, is_convention(wrong.mistakes))
    shapes = [applied.shape_of(factor) for factor in operands_of(right_side)]
    rows_most, columns_most = map(max, zip(applied.shape, *shapes, strict=True))
    part = exhibits(
        rows,
        lines=rows_most,
        tall=ALL_HIGH,
        high=(LEAST_HIGH, HIGH),
        widest=WIDEST,
        least=max(LEAST_WIDE, min(WIDE, ALL_WIDE // columns_most)),
    )
    weight = {"module": SINGLE_WEIGHT, "l": l, "equation": single_weight(bool(wrong.mistakes))}
    return shown.with_parts(part, *([weight] if len(rows) == 1 else [])).at_layer(applied.l).data


def _exhibited(
    shown: Picture, applied: AppliedEquation, trace: Trace, convention: bool
) -> tuple[Picture, list[Json]]:
    """The stage with what these pictures need, and the rows of them.

    An array that is the trace's own is shown as such, so that its numbers can be selected.
    """
    shown, items = _factors(shown, applied, trace)
    quantity, result = applied.quantity, applied.result
    true = trace.arrays(quantity.symbol)[quantity.l]
    if result is None:
        return shown, [row(AS_WRITTEN, *items, "=", "?")]
    if result.shape == true.shape and not differ(true, result).any():
        return shown, [row(AS_WRITTEN, *items, "=", quantity.id)]
    shown, now, rest = _compared(shown, quantity, true, result, convention)
    rest_label = true_label(bool(shown.data["marks"]), convention)
    return shown, [row(AS_WRITTEN, *items, "=", now), row(rest_label, *rest)]


def _factors(shown: Picture, applied: AppliedEquation, trace: Trace) -> tuple[Picture, list[Piece]]:
    """The right-hand side: heatmaps, and the signs between them."""
    items: list[Piece] = []
    for n, factor in enumerate(operands_of(applied.equation.right)):
        shown, item = _factor(shown, factor, n, applied, trace)
        items.append(item)
    return shown, _in_row(applied.equation.right, iter(items))


def _in_row(node: Node, items: Iterator[Piece], before: str = "+") -> list[Piece]:
    """The factors with their signs; a sum in a product is in brackets."""
    if operand_in(node):
        return [next(items)]
    if isinstance(node, Group):
        return _in_row(node.body, items, before)
    assert isinstance(node, Operation)
    left = _in_row(node.left, items, node.sign)
    row = [*left, node.sign, *_in_row(node.right, items, node.sign)]
    return ["(", *row, ")"] if node.sign in "+−" and before not in "+−" else row


def _factor(
    shown: Picture, factor: Node, n: int, applied: AppliedEquation, trace: Trace
) -> tuple[Picture, Piece]:
    [ref] = leaves(factor)
    quantity = operand_at(ref.name, applied.l)
    slope = ACTIVATIONS[trace.network.activation[applied.l]].derivative
    values = worked_out(factor, applied.operands, slope)
    if not np.isfinite(values).all():
        return shown, remark(TOO_LARGE)
    own = trace.arrays(quantity.symbol)[quantity.l]
    if values.shape == own.shape and not differ(own, values).any():
        return shown, quantity.id
    like = "sigma_prime" if isinstance(factor, Apply) else quantity.symbol
    negative = isinstance(factor, Group) and isinstance(factor.body, Negative)
    exhibit = Exhibit(
        f"factor_{'abcdef'[n]}{quantity.l}",
        in_text(factor, applied),
        values,
        like=like,
        scale="signed" if negative else shown.scale(like),
    )
    limit = max(shown.limit(like), float(np.abs(values).max()))
    return shown.with_exhibits([exhibit], limit), exhibit.name


def _compared(
    shown: Picture, quantity: Quantity, true: Array, result: Array, convention: bool
) -> tuple[Picture, Piece, list[Piece]]:
    """The wrong result, the true one, and the difference, on one scale; wrong signs are marked.

    By another convention nothing is wrong: there is no difference and no mark.
    """
    symbol = quantity.symbol
    pictures = [
        Exhibit(f"now_{quantity.id}", now_name(quantity), result, like=symbol),
        Exhibit(f"true_{quantity.id}", true_name(quantity, convention), true, like=symbol),
    ]
    rest: list[Piece] = [pictures[1].name]
    marks: Marks = {}
    if result.shape == true.shape and not convention:
        difference = Exhibit(f"less_{quantity.id}", DIFFERENCE, result - true, like=symbol)
        pictures.append(difference)
        rest += ["\u2003", difference.name]
        marks = _marks(pictures[0], true)
    limit = largest(*(picture.values for picture in pictures))
    return shown.with_exhibits(pictures, limit).with_marks(marks), pictures[0].name, rest


def _marks(now: Exhibit, true: Array) -> Marks:
    """The cells with the wrong sign."""
    matrix = true.shape[1] > 1
    return {
        f"{now.name}_{j + 1}_{k + 1}" if matrix else f"{now.name}_{j + 1}": WRONG_SIGN
        for j, k in np.argwhere(wrong_signs(true, now.values)).tolist()
    }
