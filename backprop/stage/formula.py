"""A formula that the stage sets by itself, where there is no KaTeX: a tree as plain pieces.

A piece is a text, a quantity with its indices, a fraction, or the sign of a sum; browser/formula.js
makes elements of them.
"""

from backprop.engine.equation import array_of
from backprop.engine.quantity import Quantity
from backprop.engine.template import (
    Apply,
    Group,
    Indices,
    Node,
    Number,
    Operation,
    Product,
    Rate,
    Ref,
    Sum,
    symbol_and_offset,
)
from backprop.engine.template_latex import notation
from backprop.figures.json import Json
from backprop.writing.text.template_text import text

Pieces = list[Json | str]

_NAMES = {"delta": "δ"}
_FUNCTIONS = {r"\sigma": "σ", r"\sigma'": "σ′"}
_UP = str.maketrans("lL+−1", "ˡᴸ⁺⁻¹")
_DOWN = str.maketrans("jkm", "ⱼₖₘ")
_SIGNS = {"−": " − ", "+": " + ", "=": " = "}


def formula(node: Node, letter: str, l: int, L: int, at: Indices) -> Pieces:
    """The pieces of a tree about layer l of L, which is written ``letter``: l, or L.

    What ``at`` says of an index gives a quantity its id, so that it is lit with the same number
    elsewhere. Raises ValueError for what the stage cannot set.
    """

    def put(node: Node, at: Indices) -> Pieces:
        match node:
            case Ref():
                return [_quantity(node, letter, array_of(node, l, L), at)]
            case Rate(of, by):
                return [{"over": ["∂", *put(of, at)], "under": ["∂", *put(by, at)]}]
            case Sum(indices, body):
                free = {index: value for index, value in at.items() if index not in indices}
                return [{"sum": indices}, *put(body, free)]
            case Product(left, right):
                return [*put(left, at), *put(right, at)]
            case Operation(left, right) if node.sign in _SIGNS:
                return [*put(left, at), _SIGNS[node.sign], *put(right, at)]
            case Apply(function, Group() as body) if function in _FUNCTIONS:
                first, *rest = put(body, at)
                return [f"{_FUNCTIONS[function]}{first}", *rest]
            case Group(body):
                return ["(", *put(body, at), ")"]
            case Number(digits):
                return [digits]
        raise ValueError(f"the stage has no way to set {notation(node)}")

    return put(node, at)


def spoken(node: Node, letter: str) -> str:
    """The same formula as plain text, for a screen reader: δˡⱼ = ∂C/∂zˡⱼ."""

    def name(one: Node) -> str | None:
        if not isinstance(one, Ref):
            return None
        piece = _in_letters(one, letter)
        above, below = piece["up"].translate(_UP), piece["down"].translate(_DOWN)
        return f"{piece['base']}{above}{below}"

    return text(node, name)


def number(digits: str, symbol: str, id: str = "") -> Json:
    """A number as a piece, in the colour of a symbol; lit with the number of this id."""
    return {"number": digits, "q": symbol} | ({"id": id} if id else {})


def _quantity(ref: Ref, letter: str, whole: Quantity, at: Indices) -> Json:
    piece = _in_letters(ref, letter)
    if all(index in at for index in ref.indices):
        piece["id"] = Quantity(whole.symbol, whole.l, *(at[index] for index in ref.indices)).id
    return piece


def _in_letters(ref: Ref, letter: str) -> Json:
    symbol, offset = symbol_and_offset(ref.name)
    up = "" if symbol == "C" else f"{letter}{offset:+}".removesuffix("+0").replace("-", "−")
    return {"q": symbol, "base": _NAMES.get(symbol, symbol), "up": up, "down": ref.indices}
