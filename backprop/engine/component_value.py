"""The value of a component's tree, number by number, its sums over their indices written out.

This is how a reader would check an equation: each letter has a value, each sum is a loop.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import product

from backprop.engine.template import (
    Apply,
    Dot,
    Equals,
    Fraction,
    Group,
    Indices,
    Minus,
    Negative,
    Node,
    Number,
    Plus,
    Power,
    Product,
    Rate,
    Ref,
    Sum,
)
from backprop.engine.template_latex import notation

Leaf = Callable[[Ref | Rate, Indices], float]
"""The number that an operand, or a rate, stands for."""


def component_value(
    node: Node,
    leaf: Leaf,
    ranges: Mapping[str, Iterable[int]],
    at: Indices,
    functions: Mapping[str, Callable[[float], float]] = {},
) -> float:
    """The value of a tree where the indices have the values ``at``; of an equation, its right side.

    ``ranges`` has the values that each summed index takes; ``functions`` are those that the tree
    applies besides ln, by their LaTeX. Raises ValueError for what is about whole arrays.
    """

    def value(node: Node, at: Indices) -> float:
        match node:
            case Ref() | Rate():
                return leaf(node, at)
            case Number(text):
                return float(text)
            case Group(body):
                return value(body, at)
            case Sum(indices, body):
                every = product(*(ranges[index] for index in indices))
                return sum(value(body, {**at, **dict(zip(indices, i, strict=True))}) for i in every)
            case Product(left, right) | Dot(left, right):
                return value(left, at) * value(right, at)
            case Plus(left, right):
                return value(left, at) + value(right, at)
            case Minus(left, right):
                return value(left, at) - value(right, at)
            case Negative(body):
                return -value(body, at)
            case Fraction(above, below):
                return value(above, at) / value(below, at)
            case Power(base, exponent):
                return float(value(base, at) ** value(exponent, at))
            case Apply(function, body) if function in known:
                return known[function](value(body, at))
            case Equals(_, right):
                return value(right, at)
        raise ValueError(f"one number cannot be worked out from {notation(node)}")

    known = {r"\ln": math.log, **functions}
    return value(node, at)
