"""The equation of a step with each of its products marked: an underbrace with name and shapes."""

from backprop.engine import Step
from backprop.writing.latex import coloured
from backprop.writing.operations import Operand, Operation, Term, quantity, right_hand_side, value
from backprop.writing.palette import Colours

_BETWEEN = {"⊙": r" \odot ", "·": r" \, ", "+": " + ", "−": " - "}


def underbraced(step: Step, colours: Colours) -> str:
    """The equation with each Hadamard product and each matrix product over its name and shapes.

    Raises ValueError for a step whose equation has more in it than products and sums.
    """
    left = coloured(step.quantity.latex, step.quantity.symbol, colours)
    return f"{left} = {_marked(right_hand_side(step.equation), step, colours)}"


def term_latex(term: Term, step: Step, colours: Colours) -> str:
    """A part of the equation with the addresses of this step, for instance (w^{3})^T \\delta^{3}.

    What is inside another product stands in parentheses.
    """
    if isinstance(term, Operand):
        return _operand(term, step, colours)
    left, right = (_inner(side, step, colours) for side in (term.left, term.right))
    return f"{left}{_BETWEEN[term.sign]}{right}"


def _shape(term: Term, step: Step) -> tuple[int, int]:
    """The rows and columns of what a term comes to."""
    rows, columns = value(term, step).shape
    return rows, columns


def _inner(term: Term, step: Step, colours: Colours) -> str:
    latex = term_latex(term, step, colours)
    return latex if isinstance(term, Operand) else rf"\left( {latex} \right)"


def _operand(operand: Operand, step: Step, colours: Colours) -> str:
    address = quantity(operand, step)
    latex = coloured(address.latex, address.symbol, colours)
    return f"({latex})^T" if operand.turned else latex


def _marked(term: Term, step: Step, colours: Colours) -> str:
    if isinstance(term, Operand):
        return _operand(term, step, colours)
    body = _BETWEEN[term.sign].join(
        _marked(side, step, colours) for side in (term.left, term.right)
    )
    return rf"\underbrace{{{body}}}_{{{_label(term, step)}}}" if term.name else body


def _label(operation: Operation, step: Step) -> str:
    between = r"\odot" if operation.sign == "⊙" else ""
    shapes = between.join(
        rf"({rows}\times {columns})"
        for rows, columns in (_shape(operation.left, step), _shape(operation.right, step))
    )
    return rf"\substack{{\text{{{operation.name}}}\\ {shapes}}}"
