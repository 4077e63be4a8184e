"""An equation that may be wrong, with the shape under each factor, and where two do not meet.

The numbers that ought to be equal are put in boxes; a sentence says the same in words.
"""

import re
from dataclasses import replace

from backprop.engine import Quantity
from backprop.engine.equation import symbol_and_offset
from backprop.engine.expression import Misfit, Part, Shape
from backprop.engine.wrong_pass import Attempt
from backprop.writing.latex import coloured
from backprop.writing.lines import aligned
from backprop.writing.palette import Colours
from backprop.writing.plaintext import without_latex
from backprop.writing.width import em, width, wrap

_GROW = re.compile(r"\\(left|right)(?=[()])")
_ARRAY = r"(?:\\text\{new \})?<\w+>"
FACTOR = re.compile(rf"\({_ARRAY}\)\^T|\\sigma'\(<\w+>\)|\(-<\w+>\)|{_ARRAY}")
"""What a template multiplies: an array, its transpose, its slope, or the negative of it."""
_NAME = re.compile(r"<(\w+)>")
_GROUP = re.compile(r"\\left\((.*)\\right\)")


def fitted(attempt: Attempt, colours: Colours, room: int = 380) -> str:
    """The equation of an attempt with its layer numbers and shapes, what does not meet in boxes."""
    misfit = attempt.misfit
    right = attempt.equation.template.split("=", 1)[1].strip()
    if misfit is None:
        side = _shaped(right, attempt, colours)
    elif misfit.kind == "result":
        side = _marked(misfit.left, attempt, colours, _differing(misfit))
    else:
        rows, columns = _meeting(misfit)
        side = (
            _shaped(right[: misfit.left.start], attempt, colours)
            + _marked(misfit.left, attempt, colours, rows)
            + _shaped(right[misfit.left.end : misfit.right.start], attempt, colours)
            + _marked(misfit.right, attempt, colours, columns)
            + _shaped(right[misfit.right.end :], attempt, colours)
        )
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
        counts = f"{_count(m, 'column')} {meet} {_count(p, 'row')}"
        return f"{left} is {n}×{m} and {right} is {p}×{q}: {counts}."
    if misfit.kind == "elementwise":
        return f"{left} is {n}×{m} and {right} is {p}×{q}: ⊙ needs two of the same shape."
    turned = ": rows and columns have changed places" if (n, m) == (q, p) else ""
    return f"{left} comes out {n}×{m}, but {right} is {p}×{q}{turned}."


def in_text(template: str, attempt: Attempt) -> str:
    """A part of an attempt's template as plain text, with its layer numbers: (w³)ᵀ δ³."""

    def address(name: str, _: str) -> str:
        symbol, offset = symbol_and_offset(name)
        return Quantity(symbol, attempt.l + offset).text

    group = _GROUP.fullmatch(template)
    plain = without_latex(group[1] if group else template)
    return replace(attempt.equation, template=plain).fill(address)


def _meeting(misfit: Misfit) -> tuple[tuple[bool, bool], tuple[bool, bool]]:
    """Of the left and of the right part, whether the rows and whether the columns are in a box."""
    if misfit.kind == "product":
        return (False, True), (True, False)
    return _differing(misfit), _differing(misfit)


def _differing(misfit: Misfit) -> tuple[bool, bool]:
    (n, m), (p, q) = misfit.left.shape, misfit.right.shape
    return n != p, m != q


def _result(attempt: Attempt, colours: Colours) -> str:
    """The left-hand side, with the shape that it must have."""
    misfit = attempt.misfit
    boxed = _differing(misfit) if misfit and misfit.kind == "result" else (False, False)
    latex = coloured(attempt.quantity.latex, attempt.quantity.symbol, colours)
    return _under(latex, attempt.shape, boxed)


def _shaped(template: str, attempt: Attempt, colours: Colours) -> str:
    """A piece of the template, the shape under each of its factors."""

    def factor(found: re.Match[str]) -> str:
        return _under(_latex(found[0], attempt, colours), _shape(found[0], attempt))

    return FACTOR.sub(factor, _GROW.sub("", template))


def _marked(part: Part, attempt: Attempt, colours: Colours, boxed: tuple[bool, bool]) -> str:
    """A part that does not fit: a shape under all of it, in boxes what does not meet."""
    alone = FACTOR.fullmatch(part.template)
    write = _latex if alone else _shaped
    return _under(write(part.template, attempt, colours), part.shape, boxed)


def _latex(template: str, attempt: Attempt, colours: Colours) -> str:
    def letter(name: str, _: str) -> str:
        symbol, offset = symbol_and_offset(name)
        return coloured(Quantity(symbol, attempt.l + offset).latex, symbol, colours)

    return replace(attempt.equation, template=template).fill(letter)


def _shape(template: str, attempt: Attempt) -> Shape:
    name = _NAME.search(template)
    assert name
    shape = attempt.operands[name[1]].shape
    return shape[::-1] if template.endswith("^T") else shape


def _under(latex: str, shape: Shape, boxed: tuple[bool, bool] = (False, False)) -> str:
    sizes = [
        rf"\boxed{{\scriptstyle {n}}}" if box else str(n)
        for n, box in zip(shape, boxed, strict=True)
    ]
    size = r"\times ".join(sizes)
    return rf"\underbrace{{{latex}}}_{{{size}}}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
