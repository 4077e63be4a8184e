"""Where an equation multiplies entry by entry, and where it multiplies matrices.

This is read from the equation's own template: \\odot is the Hadamard product, and two things side
by side are a matrix product. What comes out is a tree, as the right-hand side is to be worked out.
"""

from backprop.engine.equation import Equation
from backprop.engine.expression import Operand, Operation, Term, operands_of, parse


def right_hand_side(equation: Equation) -> Term:
    """The right-hand side of a matrix equation, taken apart at its signs.

    Raises ValueError for an equation that has more in it than products, sums and differences.
    """
    term = parse(equation.template)
    if any(operand.applied for operand in operands_of(term)):
        raise ValueError(f"{equation.name} has more than products, sums and differences in it")
    return term


def in_order(term: Term) -> list[Operation]:
    """The operations of a term in the order in which they are worked out."""
    if isinstance(term, Operand):
        return []
    return [*in_order(term.left), *in_order(term.right), term]
