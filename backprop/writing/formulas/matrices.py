"""The matrix equation of a step with its numbers in place, while they fit a narrow column.

A matrix is written as it is multiplied: where the equation takes a transpose, the rows and columns
are swapped on the page too. What does not fit is written with its shapes instead.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

import numpy as np

from backprop.engine import Equation, Quantity, Step
from backprop.engine.activations import Array
from backprop.engine.equation import operand_at
from backprop.engine.template import Fraction, Group, Node, Norm, Ref, Transpose
from backprop.engine.template_latex import latex
from backprop.engine.template_walking import edited, nodes
from backprop.writing.formulas.brackets import bmatrix
from backprop.writing.formulas.lines import Lines, aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.terms import equals_of
from backprop.writing.formulas.width import SIZES, em, width, wrap
from backprop.writing.formulas.written_out import Entry
from backprop.writing.text.numbers import latex_number

LARGEST = 5
"""The most rows or columns that a matrix is written with."""


def matrices(
    step: Step,
    colours: Colours,
    selected: Quantity | None = None,
    j: int | None = None,
    room: int = 380,
    endless: Set[Quantity] = frozenset(),
) -> str | None:
    """The matrix equation with the numbers, the selected one in a box and the row of neuron j bold.

    None for a component step, for several examples, for an equation with fractions or powers of
    vectors, and where a matrix has more than LARGEST rows or columns or all is wider than ``room``.
    """
    if step.equation.component is None or is_awkward(step.equation):
        return None
    arrays = [*step.operands.values(), step.result]
    columns = [array for name, array in step.operands.items() if not name.startswith("w")]
    if any(max(array.shape, default=1) > LARGEST for array in arrays) or any(
        column.shape[1] > 1 for column in columns
    ):
        return None
    symbol = step.equation.symbol
    left = coloured(step.quantity.latex, symbol, colours)

    def matrix(name: str, turned: bool = False) -> str:
        return _matrix(step, name, turned, colours, selected, j)

    right = right_side(step, matrix, growing=True)
    signs = _sign(step, [*step.operands], endless), _sign(step, [*step.operands, symbol], endless)
    result = matrix(symbol)
    for size, scale in SIZES.items():
        space = em(room) / scale
        for lines in _layouts(left, right, result, signs, space, broken=scale <= 0.8):
            if width(lines[0][0]) + max(width(line) for _, line in lines) <= space:
                return f"{{{size}{aligned(lines)}}}"
    return None


def _layouts(
    left: str, right: str, result: str, signs: tuple[str, str], room: float, broken: bool
) -> Iterator[Lines]:
    """The ways to set the equation out, the best first; the last ones only where ``broken``.

    ``signs`` are those before the numbers that are put in and before the result.
    """
    put_in, comes_out = signs
    if right.startswith(r"\textcolor") and right.count("bmatrix") == 2:
        yield [(left, f"{comes_out} {result}")]
        return
    yield [(left, f"{put_in} {right} {comes_out} {result}")]
    yield [(left, f"{put_in} {right}"), ("", f"{comes_out} {result}")]
    if broken:
        last = ("", f"{comes_out} {result} {comes_out} {left}")
        yield [("", right), last]
        first, *rest = wrap(right, room, room - width(r"\quad"))
        yield [("", first), *(("", rf"\quad {line}") for line in rest), last]


def _sign(step: Step, names: Sequence[str], endless: Set[Quantity]) -> str:
    """The sign before these arrays of the step: = where all their numbers are given in full."""
    every = [Entry(quantity, value) for name in names for quantity, value in _numbers(step, name)]
    return equals_of(every, endless)


def _numbers(step: Step, name: str) -> Iterator[tuple[Quantity, float]]:
    """The numbers of an operand, or of the result, with their addresses."""
    whole = operand_at(name, step.l)
    array = np.atleast_1d(oriented(step, name, False))
    places = len(_indices(step, name))
    for index, value in np.ndenumerate(array):
        yield Quantity(whole.symbol, whole.l, *(i + 1 for i in index[:places])), float(value)


def is_awkward(equation: Equation) -> bool:
    """Whether it has fractions of vectors, in which a matrix would not stand well."""
    return any(isinstance(node, Fraction) and not node.small for node in nodes(equation.right))


def right_side(step: Step, array: Callable[[str, bool], str], growing: bool = False) -> str:
    """The right-hand side with each operand written by ``array``, told whether it is transposed."""
    size = "left" if growing else ""

    def sized(node: Node) -> Node:
        return replace(node, size=size) if isinstance(node, Group | Norm) else node

    def own(node: Node) -> str | None:
        match node:
            case Transpose(Ref(name)):
                return array(name, True)
            case Ref(name):
                return array(name, False)
        return None

    return latex(edited(step.equation.right, sized), own)


def oriented(step: Step, name: str, turned: bool) -> Array:
    """The operand, or the result, as it stands in the equation."""
    array = step.operands.get(name, step.result)
    return array.T if turned else array


def _matrix(
    step: Step,
    name: str,
    turned: bool,
    colours: Colours,
    selected: Quantity | None,
    j: int | None,
) -> str:
    whole = operand_at(name, step.l)
    array = np.atleast_2d(oriented(step, name, turned))
    letters = _indices(step, name)
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
    found = {ref.name: ref.indices for ref in component.refs}
    return found.get(name, component.result_indices)


def in_cell(value: float, bold: bool = False) -> str:
    """A number as a matrix has it, for instance 0.593 or 2.34{\\times}10^{-5}."""
    text = latex_number(value).replace(r"\times ", r"{\times}")
    return rf"\mathbf{{{text}}}" if bold else text
