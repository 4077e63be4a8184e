"""The pictures of part "places": an equation on the network's numbers, one row for each product."""

from backprop.engine import Step, Trace
from backprop.engine.equation import operand_at
from backprop.engine.expression import operand_in, worked_out
from backprop.engine.template import Node, Operation, Product, Transpose
from backprop.figures.json import Json
from backprop.ideas.places.compute import in_order, right_hand_side
from backprop.ideas.places.words import (
    NO_PRODUCT,
    row_label,
    term_text,
    why,
)
from backprop.stage import Exhibit, Picture, StageData, exhibits, row
from backprop.stage.highlights import Uses, entry_by_entry, matrix_product

TALL = 250
"""Pixels that the cells of a row may be high before they become lower."""
HIGH, WIDEST = (16, 54), 84
"""The least and the most height of a cell, and its most width."""


def stage_data(step: Step, trace: Trace) -> StageData:
    """What the stage is sent: a sentence, the rows, and what each cell was made from."""
    whole = right_hand_side(step.equation)
    operations = in_order(whole)
    lines = max((len(worked_out(one.left, step.operands)) for one in operations), default=1)
    rows = _rows(operations, whole, step)
    part = exhibits(rows, lines=lines, tall=TALL, high=HIGH, widest=WIDEST)
    symbols = {one.symbol for one in (step.quantity, *step.operand_quantities.values())}
    found = Picture.of(trace, ["browser/words.js", part], sorted(symbols)).with_words(
        [why(step, trace.network)]
    )
    for operation in operations:
        found = _with_figures(found, operation, whole, step)
    return found.with_uses(_uses(operations, whole, step, found)).data


def _rows(operations: list[Operation], whole: Node, step: Step) -> list[Json]:
    if not operations:
        return [row(NO_PRODUCT, _id(whole, whole, step), "=", step.quantity.id)]
    rows = []
    for operation in operations:
        left, right, result = (
            _id(term, whole, step) for term in (operation.left, operation.right, operation)
        )
        label = row_label(operation, step)
        rows.append(row(label, left, operation.sign, right, "=", result))
    return rows


def _with_figures(found: Picture, operation: Operation, whole: Node, step: Step) -> Picture:
    """The stage with the figures that the network does not have: transposes, and what lies between.

    A transpose has the scale and the limit of what was transposed.
    """
    for term in (operation.left, operation.right, operation):
        name, values = _id(term, whole, step), worked_out(term, step.operands)
        if found.has(name):
            continue
        limit = None
        like, scale = "delta", "signed"
        if operand := operand_in(term):
            like = operand_at(operand.name, step.l).symbol
            scale, limit = found.scale(like), found.limit(like)
        exhibit = Exhibit(name, term_text(term, step), values, like, scale)
        found = found.with_exhibits([exhibit], limit)
    return found


def _uses(operations: list[Operation], whole: Node, step: Step, shown: Picture) -> Uses:
    result = shown.cells(step.quantity.id)
    if not operations:
        return entry_by_entry(result, shown.cells(_id(whole, whole, step)))
    uses: Uses = {}
    for operation in operations:
        made, *sides = (
            shown.cells(_id(term, whole, step))
            for term in (operation, operation.left, operation.right)
        )
        uses |= (matrix_product if isinstance(operation, Product) else entry_by_entry)(made, *sides)
    return uses


def _id(term: Node, whole: Node, step: Step) -> str:
    """The id of the figure of a term: of the network's array, or of an exhibit."""
    operand = operand_in(term)
    if not operand:
        return step.quantity.id if term == whole else f"product{step.l}"
    address = operand_at(operand.name, step.l).id
    return f"turned_{address}" if isinstance(term, Transpose) else address
