"""A component's tree with something in place of its operands, and its sums written out.

What stands in place of an operand is told whether a sign needs parentheses there, as in 2 - (-3),
and a written-out sum is in big parentheses where it is multiplied.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

from backprop.engine import Quantity
from backprop.engine.template import (
    Comma,
    Dot,
    Equals,
    Fraction,
    Group,
    Indices,
    Minus,
    Node,
    Operation,
    Plus,
    Power,
    Product,
    Rate,
    Ref,
    Sum,
)
from backprop.engine.template_walking import edited, mapped

Fill = Callable[[Ref | Rate, Indices, bool], Node]
"""What stands in place of an operand or a rate; told whether a sign there needs parentheses."""
Length = Callable[[str, Node], int]
"""How many terms the sum of a body over an index has."""


@dataclass(frozen=True)
class Entry(Node):
    """One number of a step; ``parentheses`` says that a sign in front of it needs them."""

    quantity: Quantity
    value: float
    parentheses: bool = False


def written_out(tree: Node, at: Indices, fill: Fill, length: Length, times: bool = False) -> Node:
    """The tree for these indices, its operands filled in and its sums written out.

    With ``times`` a product whose second factor begins with an Entry has a dot.
    """

    def put(node: Node, at: Indices, opens: bool, added: bool) -> Node:
        """``opens``: nothing stands before it; ``added``: as a sum it needs no parentheses."""
        match node:
            case Ref() | Rate():
                return fill(node, at, not opens)
            case Operation(left, right):
                is_sum = isinstance(node, Equals) or (added and isinstance(node, Plus | Minus))
                left = put(left, at, opens, is_sum)
                right = put(
                    right,
                    at,
                    isinstance(node, Equals | Comma),
                    is_sum and not isinstance(node, Minus),
                )
                if times and isinstance(node, Product) and _begins_with_entry(right):
                    return Dot(left, right)
                return type(node)(left, right, node.between)
            case Sum(indices, body):
                return terms(indices, body, at, opens, added)
            case Power(base, exponent):
                return Power(put(base, at, opens, False), put(exponent, at, True, False))
            case Group() | Fraction():
                return mapped(node, lambda part: put(part, at, True, isinstance(node, Group)))
        return mapped(node, lambda part: put(part, at, False, False))

    def terms(indices: str, body: Node, at: Indices, opens: bool, added: bool) -> Node:
        index, others = indices[0], indices[1:]
        body = Sum(others, body) if others else body
        n = length(index, body)
        bracketed = n > 1 and not added
        every = [
            put(body, {**at, index: i}, i == 1 and (opens or bracketed), added or bracketed)
            for i in range(1, n + 1)
        ]
        total = reduce(Plus, every)
        return Group(total, "big", padded=True) if bracketed else total

    return put(tree, at, opens=True, added=True)


def in_big(tree: Node) -> Node:
    """The tree with big parentheses for growing ones, which may not be broken into lines."""

    def big(node: Node) -> Node:
        match node:
            case Group(body, "left", padded):
                return Group(body, "big", padded)
        return node

    return edited(tree, big)


def _begins_with_entry(node: Node) -> bool:
    match node:
        case Operation(first) | Power(first):
            return _begins_with_entry(first)
    return isinstance(node, Entry)
