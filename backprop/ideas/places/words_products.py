"""The products of a step marked: in its formula by underbraces, in its pictures by their labels."""

from backprop.engine import Step
from backprop.engine.equation import operand_at
from backprop.engine.expression import Operand, Operation, Term, worked_out
from backprop.ideas.places.compute import right_hand_side
from backprop.writing.formulas.brackets import underbrace
from backprop.writing.formulas.palette import Colours, coloured

NO_PRODUCT = "No product"
"""The label of a row without any."""

_BETWEEN = {"⊙": r" \odot ", "·": r" \, ", "+": " + ", "−": " - "}


def underbraced(step: Step, colours: Colours) -> str:
    """The equation with each Hadamard product and each matrix product over its name and shapes.

    Raises ValueError for a step whose equation has more in it than products and sums.
    """
    left = coloured(step.quantity.latex, step.quantity.symbol, colours)
    return f"{left} = {_marked(right_hand_side(step.equation), step, colours)}"


def term_text(term: Term, step: Step) -> str:
    """A part of the equation as plain text, for instance (w³)ᵀ δ³."""
    if isinstance(term, Operand):
        text = operand_at(term.name, step.l).text
        return f"({text})ᵀ" if term.turned else text
    sign = " " if term.sign == "·" else f" {term.sign} "
    return sign.join(term_text(side, step) for side in (term.left, term.right))


def shapes_text(operation: Operation, step: Step) -> str:
    """The shapes of what is combined, for instance (4×2)(2×1) or (4×1) ⊙ (4×1)."""
    sign = "" if operation.sign == "·" else f" {operation.sign} "
    return sign.join(
        "({}×{})".format(*worked_out(side, step.operands).shape)
        for side in (operation.left, operation.right)
    )


def row_label(operation: Operation, step: Step) -> str:
    """The product of a row of pictures and its shapes, or that it is a difference."""
    label = f"{product_name(operation) or 'Difference'}, {shapes_text(operation, step)}"
    return f"{label[0].upper()}{label[1:]}"


def product_name(operation: Operation) -> str:
    """What it is called: "Hadamard product", "matrix product" or "outer product"; "" for a sum.

    A column times a row is called an outer product.
    """
    if operation.sign == "·":
        row = isinstance(operation.right, Operand) and operation.right.turned
        return "outer product" if row else "matrix product"
    return "Hadamard product" if operation.sign == "⊙" else ""


def _operand(operand: Operand, step: Step, colours: Colours) -> str:
    address = operand_at(operand.name, step.l)
    latex = coloured(address.latex, address.symbol, colours)
    return f"({latex})^T" if operand.turned else latex


def _marked(term: Term, step: Step, colours: Colours, inside: bool = False) -> str:
    if isinstance(term, Operand):
        return _operand(term, step, colours)
    sides = (_marked(side, step, colours, inside=True) for side in (term.left, term.right))
    body = _BETWEEN[term.sign].join(sides)
    body = f"({body})" if inside else body
    return underbrace(body, _label(term, step)) if product_name(term) else body


def _label(operation: Operation, step: Step) -> str:
    shapes = shapes_text(operation, step).replace("×", r"\times ").replace("⊙", r"\odot")
    return rf"\large \substack{{\text{{{product_name(operation)}}}\\ {shapes}}}"
