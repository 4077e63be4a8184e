"""Where an equation multiplies entry by entry, and where it multiplies matrices.

This is read from the equation's own template: \\odot is the Hadamard product, and two things side
by side are a matrix product. What comes out is a tree, as the right-hand side is to be worked out.
"""

from backprop.engine import Equation, Quantity, Step
from backprop.engine.activations import Array
from backprop.engine.equation import symbol_and_offset
from backprop.engine.expression import Operand, Operation, Term, operands_of, parse, worked_out


def right_hand_side(equation: Equation) -> Term:
    """The right-hand side of a matrix equation, taken apart at its signs.

    Raises ValueError for an equation that has more in it than products, sums and differences.
    """
    term = parse(equation.template)
    if any(factor.applied for factor in operands_of(term)):
        raise ValueError(f"{equation.name} has more than products, sums and differences in it")
    return term


def called(operation: Operation) -> str:
    """Its name: "Hadamard product", "matrix product" or "outer product"; "" for a sum.

    A column times a row is called an outer product.
    """
    if operation.sign == "·":
        row = isinstance(operation.right, Operand) and operation.right.turned
        return "outer product" if row else "matrix product"
    return "Hadamard product" if operation.sign == "⊙" else ""


def value(term: Term, step: Step) -> Array:
    """The term worked out on the operands of the step."""
    return worked_out(term, step.operands)


def quantity(operand: Operand, step: Step) -> Quantity:
    """The address of an operand."""
    symbol, offset = symbol_and_offset(operand.name)
    return Quantity(symbol, step.l + offset)


def in_order(term: Term) -> list[Operation]:
    """The operations of a term in the order in which they are worked out."""
    if isinstance(term, Operand):
        return []
    return [*in_order(term.left), *in_order(term.right), term]
