"""Where an equation multiplies entry by entry, and where it multiplies matrices.

This is read from the equation's own template: \\odot is the Hadamard product, and two things side
by side are a matrix product. What comes out is a tree, as the right-hand side is to be worked out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from operator import add, matmul, mul, sub

from backprop.engine import Equation, Quantity, Step
from backprop.engine.activations import Array
from backprop.engine.equation import symbol_and_offset

_TOKEN = re.compile(
    r"\s*(?:\(<(?P<turned>\w+)>\)\^T|<(?P<name>\w+)>|(?P<sign>\\left\(|\\right\)|\\odot|[+-]))"
)
_SIGNS = {"\\odot": "⊙", "+": "+", "-": "−"}
_DO: dict[str, Callable[[Array, Array], Array]] = {"⊙": mul, "·": matmul, "+": add, "−": sub}


@dataclass(frozen=True)
class Operand:
    """One operand of an equation by its name, transposed or not."""

    name: str
    turned: bool = False


@dataclass(frozen=True)
class Operation:
    """Two things and the sign between them: ⊙, · (a matrix product), + or −."""

    sign: str
    left: "Term"
    right: "Term"

    @property
    def name(self) -> str:
        """What it is called: "Hadamard product", "matrix product" or "outer product"; "" else.

        A column times a row is called an outer product.
        """
        if self.sign == "·":
            row = isinstance(self.right, Operand) and self.right.turned
            return "outer product" if row else "matrix product"
        return "Hadamard product" if self.sign == "⊙" else ""


Term = Operand | Operation


def right_hand_side(equation: Equation) -> Term:
    """The right-hand side of a matrix equation, taken apart at its signs.

    Raises ValueError for an equation that has more in it than products, sums and differences.
    """
    template = equation.template.split("=", 1)[1].rstrip()
    tokens: list[Operand | str] = []
    place = 0
    while place < len(template):
        found = _TOKEN.match(template, place)
        if not found:
            raise ValueError(f"{equation.name} has more than products in it: {template[place:]}")
        place = found.end()
        if found["sign"]:
            tokens.append(found["sign"])
        else:
            tokens.append(Operand(found["turned"] or found["name"], bool(found["turned"])))
    return _sum(tokens[::-1])


def value(term: Term, step: Step) -> Array:
    """The term worked out on the operands of the step."""
    if isinstance(term, Operand):
        array = step.operands[term.name]
        return array.T if term.turned else array
    return _DO[term.sign](value(term.left, step), value(term.right, step))


def quantity(operand: Operand, step: Step) -> Quantity:
    """The address of an operand."""
    symbol, offset = symbol_and_offset(operand.name)
    return Quantity(symbol, step.l + offset)


def in_order(term: Term) -> list[Operation]:
    """The operations of a term in the order in which they are worked out."""
    if isinstance(term, Operand):
        return []
    return [*in_order(term.left), *in_order(term.right), term]


def _sum(tokens: list[Operand | str]) -> Term:
    """What comes up to the end or a closing parenthesis; ``tokens`` is a stack, the next one last.

    Side by side binds closest, then \\odot, then + and -.
    """
    term = _hadamard(tokens)
    while tokens and tokens[-1] in ("+", "-"):
        term = Operation(_SIGNS[str(tokens.pop())], term, _hadamard(tokens))
    return term


def _hadamard(tokens: list[Operand | str]) -> Term:
    term = _side_by_side(tokens)
    while tokens and tokens[-1] == "\\odot":
        term = Operation(_SIGNS[str(tokens.pop())], term, _side_by_side(tokens))
    return term


def _side_by_side(tokens: list[Operand | str]) -> Term:
    term = _one(tokens)
    while tokens and (isinstance(tokens[-1], Operand) or tokens[-1] == "\\left("):
        term = Operation("·", term, _one(tokens))
    return term


def _one(tokens: list[Operand | str]) -> Term:
    token = tokens.pop()
    if isinstance(token, Operand):
        return token
    inside = _sum(tokens)
    tokens.pop()
    return inside
