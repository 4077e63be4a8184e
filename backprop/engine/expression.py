"""The right-hand side of a matrix equation, worked out from its tree as on paper.

NumPy stretches a row against a column to a whole matrix, and so lets a wrong equation pass in
silence. Here the template of an equation is its own formula: side by side is a matrix product,
\\odot, + and - take arrays of one shape, ^T is the transpose, and what does not fit is a Misfit
that says which two parts do not meet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from operator import add, matmul, mul, sub

from backprop.engine.activations import Array
from backprop.engine.template import (
    Apply,
    Group,
    Hadamard,
    Minus,
    Negative,
    Node,
    Noted,
    Operation,
    Plus,
    Product,
    Ref,
    Transpose,
)
from backprop.engine.template_latex import notation
from backprop.engine.template_walking import leaves, parts

Shape = tuple[int, ...]
Slope = Callable[[Array], Array]

_DO: dict[type[Operation], Callable[[Array, Array], Array]] = {
    Product: matmul, Hadamard: mul, Plus: add, Minus: sub,
}  # fmt: skip


@dataclass(frozen=True)
class Side:
    """One of two parts of an equation that meet, with its shape."""

    node: Node
    shape: Shape


class Misfit(ValueError):
    """Two parts that do not meet.

    ``kind`` is "product" where columns have to meet rows, "elementwise" where both need one shape,
    and "result" where all of the right-hand side has another shape than the left one needs.
    """

    def __init__(self, kind: str, left: Side, right: Side) -> None:
        super().__init__(
            f"the shapes of {notation(left.node)} and {notation(right.node)} must fit ({kind}); "
            f"got {left.shape} and {right.shape}"
        )
        self.kind, self.left, self.right = kind, left, right


def worked_out(node: Node, operands: Mapping[str, Array], slope: Slope | None = None) -> Array:
    """The value of a tree; ``slope`` is the function that \\sigma' stands for, if it is there.

    Raises Misfit where shapes do not fit, and ValueError for a tree that has more in it than
    products, sums and differences.
    """
    match node:
        case Ref(name):
            return operands[name]
        case Group(body) | Noted(_, body):
            return worked_out(body, operands, slope)
        case Transpose(body):
            return worked_out(body, operands, slope).T
        case Negative(body):
            return -worked_out(body, operands, slope)
        case Apply(r"\sigma'", body):
            assert slope, rf"{notation(node)} needs to be told what \sigma' is"
            return slope(worked_out(body, operands, slope))
        case Product() | Hadamard() | Plus() | Minus():
            left, right = (worked_out(side, operands, slope) for side in (node.left, node.right))
            product = isinstance(node, Product)
            if left.shape[1] != right.shape[0] if product else left.shape != right.shape:
                sides = Side(node.left, left.shape), Side(node.right, right.shape)
                raise Misfit("product" if product else "elementwise", *sides)
            return _DO[type(node)](left, right)
    raise ValueError(f"it has more than products, sums and differences in it: {notation(node)}")


def operands_of(node: Node) -> list[Node]:
    """The operands of a tree from left to right, each with its transpose, slope or sign."""
    if operand_in(node):
        return [node]
    return [operand for part in parts(node) for operand in operands_of(part)]


def operand_in(node: Node) -> Ref | None:
    """The operand that this is, transposed or with a function applied; None for an operation."""
    match node:
        case Ref():
            return node
        case Group(body) | Noted(_, body) | Transpose(body) | Negative(body) | Apply(_, body):
            return operand_in(body)
    return None


class Expression:
    """A tree as a formula: called with operands by name it gives the right-hand side's value.

    ``slope`` is the function that \\sigma' stands for, if the tree applies it. A call raises
    Misfit where shapes do not fit.
    """

    def __init__(self, right: Node, slope: Slope | None = None) -> None:
        self.right, self.slope = right, slope
        names = dict.fromkeys(ref.name for ref in leaves(right))
        self.__signature__ = Signature(
            [Parameter(name, Parameter.KEYWORD_ONLY) for name in names], return_annotation=Array
        )

    def __call__(self, **operands: Array) -> Array:
        return worked_out(self.right, operands, self.slope)
