"""The right-hand side of a matrix equation, read from its template and worked out as on paper.

NumPy stretches a row against a column to a whole matrix, and so lets a wrong equation pass in
silence. Here the template of an equation is its own formula: side by side is a matrix product,
\\odot, + and - take arrays of one shape, ^T is the transpose, and what does not fit is a Misfit
that says which two parts do not meet.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from inspect import Parameter, Signature
from operator import add, matmul, mul, sub

from backprop.engine.activations import Array

Shape = tuple[int, ...]
Slope = Callable[[Array], Array]

_ARRAY = r"(?:\\text\{new \})?<(\w+)>"
_OPERAND = rf"\({_ARRAY}\)\^T|\\sigma'\({_ARRAY}\)|\(-{_ARRAY}\)|{_ARRAY}"
_TOKEN = re.compile(rf"(?:\s|\\,)*({_OPERAND}|\\odot|[+-]|\\left\(|\\right\))")
_SIGNS = {r"\odot": "⊙", "+": "+", "-": "−"}
_DO: dict[str, Callable[[Array, Array], Array]] = {"⊙": mul, "·": matmul, "+": add, "−": sub}


@dataclass(frozen=True)
class _Piece:
    """A piece of a right-hand side: where it starts, and how it is written there."""

    start: int = field(default=0, compare=False, kw_only=True)
    template: str = field(default="", compare=False, kw_only=True)

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.template)


@dataclass(frozen=True)
class Operand(_Piece):
    """One operand of an equation by its name, transposed or not.

    ``applied`` is "σ′" where the slope at it is meant, "−" where its negative is, else "".
    """

    name: str
    turned: bool = False
    applied: str = ""


@dataclass(frozen=True)
class Operation(_Piece):
    """Two things and the sign between them: ⊙, · (a matrix product), + or −."""

    sign: str
    left: "Term"
    right: "Term"


Term = Operand | Operation


@dataclass(frozen=True)
class Part(_Piece):
    """A piece of an equation with its shape."""

    shape: Shape


class Misfit(ValueError):
    """Two parts that do not meet.

    ``kind`` is "product" where columns have to meet rows, "elementwise" where both need one shape,
    and "result" where all of the right-hand side has another shape than the left one needs.
    """

    def __init__(self, kind: str, left: Part, right: Part) -> None:
        super().__init__(
            f"the shapes of {left.template} and {right.template} must fit ({kind}); "
            f"got {left.shape} and {right.shape}"
        )
        self.kind, self.left, self.right = kind, left, right


def parse(template: str) -> Term:
    """The right-hand side of an equation's template, taken apart at its signs.

    Side by side binds closest, then \\odot, then + and -. Raises ValueError for a template that has
    more in it than products, sums and differences.
    """
    return _Reading(template.split("=", 1)[1].strip()).sum()


def worked_out(term: Term, operands: Mapping[str, Array], slope: Slope | None = None) -> Array:
    """The value of a term; ``slope`` is the function that \\sigma' stands for, if it is there.

    Raises Misfit where shapes do not fit.
    """
    if isinstance(term, Operand):
        array = operands[term.name]
        if term.applied == "σ′":
            assert slope, rf"{term.template} needs to be told what \sigma' is"
            return slope(array)
        return -array if term.applied else array.T if term.turned else array
    left, right = (worked_out(side, operands, slope) for side in (term.left, term.right))
    product = term.sign == "·"
    if left.shape[1] != right.shape[0] if product else left.shape != right.shape:
        parts = (
            Part(array.shape, start=side.start, template=side.template)
            for side, array in ((term.left, left), (term.right, right))
        )
        raise Misfit("product" if product else "elementwise", *parts)
    return _DO[term.sign](left, right)


def operands_of(term: Term) -> list[Operand]:
    """The operands of a term from left to right."""
    return [term] if isinstance(term, Operand) else operands_of(term.left) + operands_of(term.right)


class Expression:
    """A template as a formula: called with operands by name it gives the right-hand side's value.

    ``slope`` is the function that \\sigma' stands for, if the template applies it. A call raises
    Misfit where shapes do not fit.
    """

    def __init__(self, template: str, slope: Slope | None = None) -> None:
        self.term, self.slope = parse(template), slope
        names = dict.fromkeys(factor.name for factor in operands_of(self.term))
        self.__signature__ = Signature(
            [Parameter(name, Parameter.KEYWORD_ONLY) for name in names], return_annotation=Array
        )

    def __call__(self, **operands: Array) -> Array:
        return worked_out(self.term, operands, self.slope)


class _Reading:
    """The text read once from left to right, each rule of precedence one function."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)[::-1]

    def sum(self) -> Term:
        return self.chain(self.hadamard, "+", "-")

    def hadamard(self) -> Term:
        return self.chain(self.side_by_side, r"\odot")

    def chain(self, part: Callable[[], Term], *signs: str) -> Term:
        left = part()
        while self.tokens and self.tokens[-1].template in signs:
            sign = _SIGNS[self.tokens.pop().template]
            left = self.operation(sign, left, part())
        return left

    def side_by_side(self) -> Term:
        left = self.one()
        while self.tokens and (
            isinstance(self.tokens[-1], Operand) or self.tokens[-1].template == r"\left("
        ):
            left = self.operation("·", left, self.one())
        return left

    def one(self) -> Term:
        token = self.tokens.pop()
        if isinstance(token, Operand):
            return token
        inside, end = self.sum(), self.tokens.pop().end
        return replace(inside, start=token.start, template=self.text[token.start : end])

    def operation(self, sign: str, left: Term, right: Term) -> Operation:
        written = self.text[left.start : right.end]
        return Operation(sign, left, right, start=left.start, template=written)


def _tokens(text: str) -> list[_Piece]:
    tokens: list[_Piece] = []
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if not found:
            raise ValueError(f"it has more than products, sums and differences in it: {text}")
        place = found.end()
        turned, slope_at, negative, plain = found.group(2, 3, 4, 5)
        name = turned or slope_at or negative or plain
        start, template = found.start(1), found[1]
        if name:
            applied = "σ′" if slope_at else "−" if negative else ""
            tokens.append(Operand(name, bool(turned), applied, start=start, template=template))
        else:
            tokens.append(_Piece(start=start, template=template))
    return tokens
