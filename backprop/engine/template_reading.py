"""The notation of templates, read into a tree.

Operands stand in angle brackets with their indices, everything else is LaTeX:

- ``<z j> = [k| <w jk> <a_prev k> |] + <b j>``: ``[k| ... |]`` is the sum over k; sums may stand
  in sums, and ``[mn| ... |]`` is one over both indices.
- ``<a[L-1] n>`` is an operand of a layer that is named, and
  ``\\frac{\\partial <a m>}{\\partial <z n>}`` the rate of one number by another.
- Side by side is a product. It binds before \\odot and \\cdot, and these before + and -.
- ``\\tfrac{1}{n} \\sum_x`` is the mean over the examples of the product that follows, and
  ``\\sum_x`` their sum.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from backprop.engine.template import (
    SUM_OVER,
    Apply,
    Cases,
    Comma,
    Dot,
    Equals,
    Fraction,
    Group,
    Hadamard,
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
    Ref,
    Relation,
    Sum,
    Transpose,
)

_REF = r"<(?P<name>[a-zA-Z_]+)(?:\[(?P<layer>[lL](?:[+-]\d+)?)\])?(?: (?P<indices>[a-z]+))?>"
_TOKEN = re.compile(
    rf"(?P<ref>{_REF})|(?P<sum>\[(?P<over>[a-z]+)\|)|(?P<mean>(?:\\tfrac\{{1\}}\{{n\}} )?\\sum_x)"
    r"|(?P<function>\\(?:ln|tanh|max|sigma'?)(?:\^2)?)(?![a-z])"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<letter>[a-z])|\\text\{(?P<note>\w[^{}]*)\}"
    r"|\\text\{ (?:if|else) \}|\|\]|\\left\(|\\right\)|\\[a-zA-Z]+|\\,|\^T|\S"
)
_CHAINS: tuple[dict[str, type[Operation]], ...] = (
    {"+": Plus, "-": Minus},
    {r"\odot": Hadamard, r"\cdot": Dot},
)
_IF, _ELSE = r"\text{ if }", r"\text{ else }"
_FACTORS = ("ref", "sum", "mean", "function", "number", "letter", "note")
_FRACTIONS = (r"\frac", r"\tfrac")
_CLOSING = {"(": ")", r"\left(": r"\right)", r"\lVert": r"\rVert"}


@dataclass(frozen=True)
class _Token:
    """One sign of the notation: where it starts and ends, and what kind of sign it is."""

    text: str
    start: int
    end: int
    found: dict[str, str | None]

    def __getitem__(self, name: str) -> str:
        return self.found.get(name) or ""

    @property
    def begins(self) -> bool:
        """Whether a factor begins with it."""
        return any(map(self.found.get, _FACTORS)) or self.text in (*_FRACTIONS, *_CLOSING)


@cache
def read(template: str) -> Node:
    """The tree of a template, or of a part of one; for one template always the same object.

    Raises ValueError, which says where, for what is not in the notation.
    """
    reading = _Reading(template)
    tree = reading.equation()
    if reading.next.text:
        raise reading.problem("the end, or a sign between two parts")
    return tree


@cache
def read_equation(template: str) -> Equals:
    """The tree of a whole equation. Raises ValueError for a template without an equals sign."""
    tree = read(template)
    if not isinstance(tree, Equals):
        raise ValueError(
            f"the template of an equation needs a left-hand side and =; got {template}"
        )
    return tree


class _Reading:
    """The text read once from left to right, each rule of precedence one function."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)[::-1]
        self.last_end = 0

    @property
    def next(self) -> _Token:
        return self.tokens[-1]

    def take(self) -> _Token:
        token = self.tokens.pop()
        self.last_end = token.end
        return token

    def expect(self, text: str) -> None:
        if self.next.text != text:
            raise self.problem(text)
        self.take()

    def problem(self, needed: str) -> ValueError:
        rest = self.text[self.next.start :]
        where = f"before {rest!r}" if rest else "at the end"
        return ValueError(f"a template needs {needed} {where}; got {self.text!r}")

    def equation(self) -> Node:
        left = self.cases()
        return self.joined(Equals, left, self.equation) if self.next.text == "=" else left

    def cases(self) -> Node:
        yes = self.chain()
        if self.next.text != _IF:
            return yes
        self.take()
        condition = self.relation()
        self.expect(_ELSE)
        return Cases(yes, condition, self.chain())

    def chain(self, level: int = 0) -> Node:
        """Sums and differences at level 0, of products with a sign at level 1."""
        if level == len(_CHAINS):
            return self.product()
        if level == 0 and self.next.text == "-":
            self.take()
            left: Node = Negative(self.chain(1))
        else:
            left = self.chain(level + 1)
        signs = _CHAINS[level]
        while self.next.text in signs:
            left = self.joined(signs[self.next.text], left, lambda: self.chain(level + 1))
        return left

    def relation(self) -> Node:
        left = self.chain()
        return self.joined(Relation, left, self.chain) if self.next.text in (">", r"\le") else left

    def joined(self, kind: type[Operation], left: Node, rest: Callable[[], Node]) -> Operation:
        """The operation at the sign that comes next, written as it stands here."""
        start = self.last_end
        self.take()
        between = self.text[start : self.next.start]
        return kind(left, rest(), between)

    def product(self) -> Node:
        left = self.factor()
        while self.next.begins:
            between = self.text[self.last_end : self.next.start]
            left = Product(left, self.factor(), between)
        return left

    def factor(self) -> Node:
        base = self.base()
        if self.next.text == "^T":
            self.take()
            return Transpose(base.body if isinstance(base, Group) else base)
        if self.next.text == "^":
            self.take()
            return Power(base, self.braced() if self.next.text == "{" else self.base())
        return base

    def base(self) -> Node:
        token = self.next
        if not token.begins:
            raise self.problem("an operand")
        self.take()
        if token["ref"]:
            return Ref(token["name"], token["indices"], token["layer"])
        if token["number"]:
            return Number(token.text)
        if token["letter"]:
            return Letter(token.text)
        if token["sum"]:
            body = self.chain()
            self.expect("|]")
            return Sum(token["over"], body)
        if token["mean"]:
            return Mean(self.product(), token["mean"] == SUM_OVER)
        if token["function"]:
            between = self.text[self.last_end : self.next.start]
            return Apply(token.text, self.factor(), between)
        if token["note"]:
            return Noted(token["note"], self.factor())
        if token.text in _FRACTIONS:
            return self.fraction(small=token.text == r"\tfrac")
        return self.enclosed(token)

    def fraction(self, small: bool) -> Node:
        """A fraction, or a rate where its parts begin with \\partial."""
        if any(token.text == r"\partial" for token in self.tokens[-2:-1]):
            return Rate(self.braced(r"\partial"), self.braced(r"\partial"))
        return Fraction(self.braced(), self.braced(), small)

    def braced(self, *first: str) -> Node:
        """What is in braces, behind the signs that must come first."""
        for sign in ("{", *first):
            self.expect(sign)
        body = self.chain()
        self.expect("}")
        return body

    def enclosed(self, opening: _Token) -> Node:
        padded = self.next.start > opening.end
        body = self.relation()
        while self.next.text == ",":
            body = self.joined(Comma, body, self.chain)
        self.expect(_CLOSING[opening.text])
        if opening.text == r"\lVert":
            return Norm(body)
        return Group(body, "left" if opening.text == r"\left(" else "", padded)


def _tokens(text: str) -> list[_Token]:
    """The signs of the text without the spaces between them, and an empty one at its end."""
    signs = (found for found in _TOKEN.finditer(text) if found[0] != r"\,")
    tokens = [_Token(found[0], *found.span(), found.groupdict()) for found in signs]
    return [*tokens, _Token("", len(text), len(text), {})]
