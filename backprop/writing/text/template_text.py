"""A tree as plain text: z² = w² a¹ + b²."""

from backprop.engine.quantity import raised
from backprop.engine.template import (
    Apply,
    Cases,
    Comma,
    Dot,
    Fraction,
    Group,
    Letter,
    Mean,
    Minus,
    Negative,
    Node,
    Norm,
    Noted,
    Number,
    Operation,
    Plus,
    Power,
    Product,
    Rate,
    Relation,
    Sum,
    Transpose,
)
from backprop.engine.template_latex import Own, notation

_FUNCTIONS = {r"\sigma": "σ", r"\sigma'": "σ′", r"\tanh^2": "tanh²"}
_SIGNS = {Product: " ", Dot: " · ", Comma: ", "}


def text(node: Node, own: Own) -> str:
    """The tree as plain text, each node as ``own`` writes it where it does."""
    written = own(node)
    return text_of_parts(node, own) if written is None else written


def text_of_parts(node: Node, own: Own) -> str:
    """The node as plain text, ``own`` asked only for what is in it."""
    match node:
        case Operation(left, right):
            return f"{text(left, own)}{_between(node)}{text(right, own)}"
        case Group(body):
            return f"({text(body, own)})"
        case Number(digits) | Letter(digits):
            return digits
        case Sum(indices, body):
            return f"Σ_{indices} {text(body, own)}"
        case Transpose(body):
            return f"({text(body, own)})ᵀ"
        case Apply(function, body, between):
            return f"{_FUNCTIONS.get(function, function[1:])}{between}{text(body, own)}"
        case Negative(body):
            return f"−{text(body, own)}"
        case Power(Letter("e"), exponent):
            return f"exp({text(exponent, own)})"
        case Power(base, Number(digits)):
            return f"{text(base, own)}{raised(int(digits))}"
        case Fraction(Number("1"), Number("2"), True):
            return "½"
        case Fraction(above, below):
            return f"{_grouped(above, own)} / {_grouped(below, own)}"
        case Rate(of, by):
            return f"∂{text(of, own)}/∂{text(by, own)}"
        case Mean(body, total):
            return f"{'' if total else '1/n '}Σₓ {text(body, own)}"
        case Norm(body):
            return f"‖{text(body, own)}‖"
        case Noted(note, body):
            return f"{note}{text(body, own)}"
        case Cases(yes, condition, no):
            return f"{text(yes, own)} if {text(condition, own)} else {text(no, own)}"
    raise ValueError(f"there is no plain text for {notation(node)}")


def _between(node: Operation) -> str:
    if isinstance(node, Relation):
        return node.between.replace(r"\le", "≤")
    return _SIGNS.get(type(node), f" {node.sign} ")


def _grouped(node: Node, own: Own) -> str:
    """In parentheses if it is a sum."""
    return f"({text(node, own)})" if isinstance(node, Plus | Minus) else text(node, own)
