"""Where an equation multiplies entry by entry, and where it multiplies matrices.

This is read from the equation's own tree: Hadamard is the product entry by entry, and Product is
that of matrices.
"""

from backprop.engine.equation import Equation
from backprop.engine.template import (
    Group,
    Hadamard,
    Minus,
    Node,
    Operation,
    Plus,
    Product,
    Ref,
    Transpose,
)
from backprop.engine.template_walking import edited, parts


def right_hand_side(equation: Equation) -> Node:
    """The right-hand side of a matrix equation, without its parentheses.

    Raises ValueError for an equation that has more in it than products, sums and differences.
    """
    right = edited(equation.right, lambda node: node.body if isinstance(node, Group) else node)
    if not _is_plain(right):
        raise ValueError(f"{equation.name} has more than products, sums and differences in it")
    return right


def in_order(node: Node) -> list[Operation]:
    """The operations of a tree in the order in which they are worked out."""
    found = [operation for part in parts(node) for operation in in_order(part)]
    return [*found, node] if isinstance(node, Operation) else found


def _is_plain(node: Node) -> bool:
    match node:
        case Ref(_, indices):
            return not indices
        case Product() | Hadamard() | Plus() | Minus() | Transpose():
            return all(map(_is_plain, parts(node)))
    return False
