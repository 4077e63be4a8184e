"""The right-hand side of a matrix equation, worked out as on paper: every shape has to fit.

NumPy stretches a row against a column to a whole matrix, and so lets a wrong equation pass in
silence. Here the template of an equation is its own formula: side by side is a matrix product,
\\odot and - take arrays of one shape, ^T is the transpose, and what does not fit is a Misfit that
says which two parts do not meet.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import NoReturn

import numpy as np

from backprop.engine.activations import Array

Shape = tuple[int, ...]

_TOKEN = re.compile(r"<(\w+)>|\\odot|\\sigma'|\^T|-|(?:\\left)?\(|(?:\\right)?\)")


@dataclass(frozen=True, eq=False)
class Part:
    """A part of an equation: where it starts in the right-hand side, its template, its shape."""

    start: int
    template: str
    shape: Shape

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.template)


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


class Expression:
    """A template as a formula: called with operands by name it gives the right-hand side's value.

    ``slope`` is the function that \\sigma' stands for, if the template applies it. A call raises
    Misfit where shapes do not fit.
    """

    def __init__(self, template: str, slope: Callable[[Array], Array] | None = None) -> None:
        self.right = template.split("=", 1)[1].strip()
        self.slope = slope
        names = dict.fromkeys(re.findall(r"<(\w+)>", self.right))
        self.__signature__ = Signature(
            [Parameter(name, Parameter.KEYWORD_ONLY) for name in names], return_annotation=Array
        )

    def __call__(self, **operands: Array) -> Array:
        return _Reading(self, operands).difference().value


@dataclass(frozen=True, eq=False)
class _Value:
    """What the template comes to between two places in it."""

    start: int
    end: int
    value: Array


class _Reading:
    """The template read once from left to right, each rule of precedence one function."""

    def __init__(self, expression: Expression, operands: dict[str, Array]) -> None:
        self.text, self.slope, self.operands = expression.right, expression.slope, operands
        self.tokens = list(_TOKEN.finditer(self.text))[::-1]

    def next_is(self, *tokens: str) -> bool:
        return bool(self.tokens) and self.tokens[-1][0].removeprefix(r"\right") in tokens

    def difference(self) -> _Value:
        left = self.hadamard()
        while self.next_is("-"):
            self.tokens.pop()
            left = self.elementwise(left, self.hadamard(), np.subtract)
        return left

    def hadamard(self) -> _Value:
        left = self.product()
        while self.next_is(r"\odot"):
            self.tokens.pop()
            left = self.elementwise(left, self.product(), np.multiply)
        return left

    def elementwise(
        self, left: _Value, right: _Value, apply: Callable[[Array, Array], Array]
    ) -> _Value:
        if left.value.shape != right.value.shape:
            self.refuse("elementwise", left, right)
        return _Value(left.start, right.end, apply(left.value, right.value))

    def product(self) -> _Value:
        left = self.factor()
        while self.tokens and not self.next_is("-", r"\odot", ")"):
            right = self.factor()
            if left.value.shape[1] != right.value.shape[0]:
                self.refuse("product", left, right)
            left = _Value(left.start, right.end, left.value @ right.value)
        return left

    def factor(self) -> _Value:
        token = self.tokens.pop()
        if token[1]:
            found = _Value(token.start(), token.end(), self.operands[token[1]])
        elif token[0] == "-":
            inner = self.factor()
            found = _Value(token.start(), inner.end, -inner.value)
        elif token[0] == r"\sigma'":
            inner = self.factor()
            assert self.slope, rf"{self.text} needs to be told what \sigma' is"
            found = _Value(token.start(), inner.end, self.slope(inner.value))
        else:
            inner = self.difference()
            found = _Value(token.start(), self.tokens.pop().end(), inner.value)
        if self.next_is("^T"):
            found = _Value(found.start, self.tokens.pop().end(), found.value.T)
        return found

    def refuse(self, kind: str, left: _Value, right: _Value) -> NoReturn:
        raise Misfit(kind, self.part(left), self.part(right))

    def part(self, value: _Value) -> Part:
        return Part(value.start, self.text[value.start : value.end], value.value.shape)
