"""The matrix equation of a step with its numbers in place, while they fit a narrow column.

A matrix is written as it is multiplied: where the equation takes a transpose, the rows and columns
are swapped on the page too. What does not fit is written with its shapes instead.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from backprop.engine import Quantity, Step
from backprop.engine.activations import Array
from backprop.engine.equation import operand_at
from backprop.writing.formulas.brackets import bmatrix
from backprop.writing.formulas.lines import Lines, aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import SIZES, em, width, wrap
from backprop.writing.text.numbers import short

LARGEST = 5
"""The most rows or columns that a matrix is written with."""
_TRANSPOSED = re.compile(r"\(<(\w+)>\)\^T")
TURNED = "_transposed"
"""What the name of an operand ends with where the equation takes its transpose."""
AWKWARD = re.compile(r"\\frac|e\^")
"""Equations with fractions and powers of vectors, in which a matrix would not stand well."""


def matrices(
    step: Step,
    colours: Colours,
    selected: Quantity | None = None,
    j: int | None = None,
    room: int = 380,
) -> str | None:
    """The matrix equation with the numbers, the selected one in a box and the row of neuron j bold.

    None for a component step, for several examples, for an equation with fractions or powers of
    vectors, and where a matrix has more than LARGEST rows or columns or all is wider than ``room``.
    """
    if step.equation.component is None or AWKWARD.search(step.equation.template):
        return None
    arrays = [*step.operands.values(), step.result]
    columns = [array for name, array in step.operands.items() if not name.startswith("w")]
    if any(max(array.shape, default=1) > LARGEST for array in arrays) or any(
        column.shape[1] > 1 for column in columns
    ):
        return None
    left = coloured(step.quantity.latex, step.quantity.symbol, colours)
    right = right_side(step, lambda name: _matrix(step, name, colours, selected, j), growing=True)
    result = _matrix(step, step.equation.symbol, colours, selected, j)
    for size, scale in SIZES.items():
        space = em(room) / scale
        for lines in _layouts(left, right, result, space, broken=scale <= 0.8):
            if width(lines[0][0]) + max(width(line) for _, line in lines) <= space:
                return f"{{{size}{aligned(lines)}}}"
    return None


def _layouts(left: str, right: str, result: str, room: float, broken: bool) -> Iterator[Lines]:
    """The ways to set the equation out, the best first; the last ones only where ``broken``."""
    if right.startswith(r"\textcolor") and right.count("bmatrix") == 2:
        yield [(left, f"= {result}")]
        return
    yield [(left, f"= {right} = {result}")]
    yield [(left, f"= {right}"), ("", f"= {result}")]
    if broken:
        yield [("", right), ("", f"= {result} = {left}")]
        first, *rest = wrap(right, room, room - width(r"\quad"))
        yield [
            ("", first),
            *(("", rf"\quad {line}") for line in rest),
            ("", f"= {result} = {left}"),
        ]


def right_side(step: Step, array: Callable[[str], str], growing: bool = False) -> str:
    """The right-hand side with each operand, transposed or not, written by ``array``."""
    template = _TRANSPOSED.sub(rf"<\1{TURNED}>", step.equation.template)
    template = re.sub(r"(\\left|\\right)(?=[()])", "", template)
    if growing:
        template = template.replace(r"\lVert", r"\left\lVert").replace(r"\rVert", r"\right\rVert")
        template = template.replace("(", r"\left(").replace(")", r"\right)")
    return (
        replace(step.equation, template=template)
        .fill(lambda name, _: array(name))
        .split("=", 1)[1]
        .strip()
    )


def oriented(step: Step, name: str) -> Array:
    base = name.removesuffix(TURNED)
    array = step.operands.get(base, step.result)
    return array if base == name else array.T


def _matrix(
    step: Step, name: str, colours: Colours, selected: Quantity | None, j: int | None
) -> str:
    base = name.removesuffix(TURNED)
    whole = operand_at(base, step.l)
    array = np.atleast_2d(oriented(step, name))
    letters = _indices(step, base)
    turned = base != name
    bold = (letters[::-1] if turned else letters).startswith("j")
    rows = []
    for r, row in enumerate(array.tolist(), start=1):
        cells = []
        for c, value in enumerate(row, start=1):
            place = ((c, r) if turned else (r, c))[: len(letters)]
            cell = in_cell(value, bold and r == j)
            boxed = Quantity(whole.symbol, whole.l, *place) == selected
            cells.append(rf"\boxed{{{cell}}}" if boxed else cell)
        rows.append(" & ".join(cells))
    body = rows[0] if whole.symbol == "C" else bmatrix(rows)
    return coloured(body, whole.symbol, colours)


def _indices(step: Step, name: str) -> str:
    """The indices of an array as the component equation writes them, none for the cost."""
    component = step.equation.component
    assert component is not None
    return dict(component.tokens()).get(name, component.result_indices)


def in_cell(value: float, bold: bool = False) -> str:
    """A number as a matrix has it, for instance 0.593 or 2.3\\mathrm{e}{-}5."""
    mantissa, _, power = short(value).replace("−", "-").partition("e")
    text = mantissa + (rf"\mathrm{{e}}{power.replace('-', '{-}')}" if power else "")
    return rf"\mathbf{{{text}}}" if bold else text
