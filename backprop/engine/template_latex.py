"""A tree as LaTeX, and as the notation that it is read from."""

from collections.abc import Callable

from backprop.engine.template import (
    MEAN_OVER,
    SUM_OVER,
    Apply,
    Cases,
    Fraction,
    Group,
    Letter,
    Mean,
    Negative,
    Node,
    Norm,
    Noted,
    Number,
    Operation,
    Power,
    Rate,
    Ref,
    Sum,
    Transpose,
)

Own = Callable[[Node], str | None]
"""What a printer writes in a way of its own: a node's text, or None for the usual way."""

_SIZES = {"": ("", ""), "left": (r"\left", r"\right"), "big": (r"\bigl", r"\bigr")}


def latex(node: Node, own: Own) -> str:
    """The tree as LaTeX, each node as ``own`` writes it where it does."""
    text = own(node)
    return latex_of_parts(node, own) if text is None else text


def notation(node: Node) -> str:
    """The tree as it is written in code: ``read`` gives the same tree again."""
    return latex(node, _notation)


def latex_of_parts(node: Node, own: Own) -> str:
    """The node as LaTeX, ``own`` asked only for what is in it."""
    match node:
        case Operation(left, right, between):
            return f"{latex(left, own)}{between}{latex(right, own)}"
        case Ref():
            return f"<{_ref(node)}>"
        case Group(body, size, padded):
            (opening, closing), pad = _SIZES[size], " " if padded else ""
            return f"{opening}({pad}{latex(body, own)}{pad}{closing})"
        case Number(text) | Letter(text):
            return text
        case Sum(indices, body):
            index = indices if len(indices) == 1 else f"{{{indices}}}"
            return rf"\sum_{index} {latex(body, own)}"
        case Transpose(body):
            return f"({latex(body, own)})^T"
        case Apply(function, body, between):
            return f"{function}{between}{latex(body, own)}"
        case Negative(body):
            return f"-{latex(body, own)}"
        case Power(base, Number(exponent)):
            return f"{latex(base, own)}^{exponent}"
        case Power(base, exponent):
            return f"{latex(base, own)}^{{{latex(exponent, own)}}}"
        case Fraction(above, below, small):
            command = r"\tfrac" if small else r"\frac"
            return rf"{command}{{{latex(above, own)}}}{{{latex(below, own)}}}"
        case Rate(of, by):
            return rf"\frac{{\partial {latex(of, own)}}}{{\partial {latex(by, own)}}}"
        case Mean(body, total):
            return f"{SUM_OVER if total else MEAN_OVER} {latex(body, own)}"
        case Norm(body, size):
            opening, closing = _SIZES[size]
            return rf"{opening}\lVert {latex(body, own)} {closing}\rVert"
        case Noted(note, body):
            return rf"\text{{{note}}}{latex(body, own)}"
        case Cases(yes, condition, no):
            when = rf"\text{{ if }} {latex(condition, own)} \text{{ else }}"
            return f"{latex(yes, own)} {when} {latex(no, own)}"
    raise TypeError(f"a template has no {type(node).__name__} to print")


def _notation(node: Node) -> str | None:
    if isinstance(node, Sum):
        return f"[{node.indices}| {notation(node.body)} |]"
    return None


def _ref(ref: Ref) -> str:
    layer, indices = ref.layer and f"[{ref.layer}]", ref.indices and f" {ref.indices}"
    return f"{ref.name}{layer}{indices}"
