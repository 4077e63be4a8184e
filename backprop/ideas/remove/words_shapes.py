"""An equation that may be wrong, with the shape under each factor, and where two do not meet.

The numbers that ought to be equal are put in boxes; a sentence says the same in words.
"""

import re
from dataclasses import replace

from backprop.engine.equation import operand_at
from backprop.engine.expression import Misfit, Operand, Shape, Term, parse
from backprop.ideas.remove.compute_faulty_backward import Attempt
from backprop.inputs.phrases import count_of
from backprop.writing.formulas.brackets import underbrace
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import em, width, wrap
from backprop.writing.text.plaintext import without_latex

_GROW = re.compile(r"\\(left|right)(?=[()])")
_GROUP = re.compile(r"\\left\((.*)\\right\)")


def fitted(attempt: Attempt, colours: Colours, room: int = 380) -> str:
    """The equation of an attempt with its layer numbers and shapes, what does not meet in boxes."""
    side = _shaped(parse(attempt.equation.template), attempt, colours)
    start = _result(attempt, colours)
    first, *rest = wrap(side, em(room) - width(f"{start} ="), em(room) - 3)
    return aligned([(start, f"= {first}"), *(("", rf"\quad {line}") for line in rest)])


def misfit_sentence(attempt: Attempt) -> str:
    """Which two shapes do not meet, in a sentence; "" where all fit."""
    misfit = attempt.misfit
    if misfit is None:
        return ""
    left, right = (in_text(part.template, attempt) for part in (misfit.left, misfit.right))
    (n, m), (p, q) = misfit.left.shape, misfit.right.shape
    if misfit.kind == "product":
        meet = "meets" if m == 1 else "meet"
        counts = f"{count_of(m, 'column')} {meet} {count_of(p, 'row')}"
        return f"{left} is {n}×{m} and {right} is {p}×{q}: {counts}."
    if misfit.kind == "elementwise":
        return f"{left} is {n}×{m} and {right} is {p}×{q}: ⊙ needs two of the same shape."
    turned = ": rows and columns have changed places" if (n, m) == (q, p) else ""
    return f"{left} comes out {n}×{m}, but {right} is {p}×{q}{turned}."


def in_text(template: str, attempt: Attempt) -> str:
    """A part of an attempt's template as plain text, with its layer numbers: (w³)ᵀ δ³."""

    def address(name: str, _: str) -> str:
        return operand_at(name, attempt.l).text

    group = _GROUP.fullmatch(template)
    plain = without_latex(group[1] if group else template)
    return replace(attempt.equation, template=plain).fill(address)


def _in_boxes(misfit: Misfit | None) -> dict[tuple[int, int], tuple[Shape, tuple[bool, bool]]]:
    """The parts that do not meet, by where they start and end: their shapes, and whether the rows
    and whether the columns are in a box.
    """
    if misfit is None:
        return {}
    left, right = misfit.left, misfit.right
    if misfit.kind == "product":
        boxes = (False, True), (True, False)
    else:
        boxes = _differing(misfit), _differing(misfit)
    parts = {(left.start, left.end): (left.shape, boxes[0])}
    if misfit.kind != "result":
        parts[right.start, right.end] = right.shape, boxes[1]
    return parts


def _differing(misfit: Misfit) -> tuple[bool, bool]:
    (n, m), (p, q) = misfit.left.shape, misfit.right.shape
    return n != p, m != q


def _result(attempt: Attempt, colours: Colours) -> str:
    """The left-hand side, with the shape that it must have."""
    misfit = attempt.misfit
    boxed = _differing(misfit) if misfit and misfit.kind == "result" else (False, False)
    latex = coloured(attempt.quantity.latex, attempt.quantity.symbol, colours)
    return _under(latex, attempt.shape, boxed)


def _shaped(term: Term, attempt: Attempt, colours: Colours) -> str:
    """A term with the shape under each of its factors and under what does not fit."""
    if isinstance(term, Operand):
        latex = _latex(term.template, attempt, colours)
    else:
        latex, end = "", term.start
        for side in (term.left, term.right):
            latex += _between(term, end, side.start) + _shaped(side, attempt, colours)
            end = side.end
        latex += _between(term, end, term.end)
    marked = _in_boxes(attempt.misfit).get((term.start, term.end))
    if marked:
        return _under(latex, *marked)
    return _under(latex, attempt.shape_of(term)) if isinstance(term, Operand) else latex


def _between(term: Term, start: int, end: int) -> str:
    """What stands between two parts of a term, in brackets that do not grow."""
    return _GROW.sub("", term.template[start - term.start : end - term.start])


def _latex(template: str, attempt: Attempt, colours: Colours) -> str:
    def letter(name: str, _: str) -> str:
        quantity = operand_at(name, attempt.l)
        return coloured(quantity.latex, quantity.symbol, colours)

    return replace(attempt.equation, template=template).fill(letter)


def _under(latex: str, shape: Shape, boxed: tuple[bool, bool] = (False, False)) -> str:
    sizes = [
        rf"\boxed{{\scriptstyle {n}}}" if box else str(n)
        for n, box in zip(shape, boxed, strict=True)
    ]
    return underbrace(latex, r"\times ".join(sizes))
