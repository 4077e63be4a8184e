r"""Reads one chain of relations of a formula, and works its sides out."""

import math
import re
from collections.abc import Iterator

import numpy as np

from tests.claims.lines import NEXT
from tests.claims.ranges import Range, exactly, printed
from tests.claims.tokens import Tokens
from tests.claims.truth import Place, slope, value


class LettersError(Exception):
    """A side that is about no number in particular."""


_SYMBOLS = {
    r"\delta": "delta", "w": "w", "b": "b", "z": "z", "a": "a", "y": "y", "C": "C", "x": "x",
}  # fmt: skip
RELATIONS = {"=": "=", r"\approx": "≈", r"\le": "≤", r"\to": "→", "≈": "≈", r"\ne": "≠"}


class Reader(Tokens):
    """Reads one chain of relations, and works its sides out."""

    def chain(self) -> Iterator[tuple[str, Range | None]]:
        """Each side, with the sign before it; None for a side in letters."""
        sign = ""
        while True:
            yield sign, self.side()
            if not self.here:
                return
            sign = RELATIONS.get(self.here, "")
            if not sign:
                raise AssertionError(f"{self.here!r} is no relation: {self.text}")
            self.take()

    def side(self) -> Range | None:
        begun = self.place
        try:
            return self.sum()
        except LettersError:
            depth, self.place = 0, begun
            while self.here and (depth or self.here not in RELATIONS):
                depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(self.here, 0)
                self.place += 1
            return None

    def sum(self) -> Range:
        total = self.product()
        while self.here in ("+", "-"):
            minus = self.take() == "-"
            term = self.product()
            total = total + (-term if minus else term)
        return total

    def product(self) -> Range:
        if self.took("-"):
            return -self.product()
        found = self.factor()
        while True:
            if self.here in (r"\odot", r"\circ"):
                self.take()
                found = found.entrywise(self.factor())
            elif self.took(r"\cdot") or self._begins():
                found = found * self.factor()
            else:
                return found

    def _begins(self) -> bool:
        return bool(self.here) and (
            self.here
            in (
                "(",
                "{",
                r"\frac",
                r"\tfrac",
                r"\sigma",
                r"\sigma'",
                r"\tanh",
                r"\ln",
                r"\lVert",
                r"\begin",
                r"\sum",
            )
            or self.here in _SYMBOLS
            or self.tokens[self.place][0] == "number"
        )

    def factor(self) -> Range:
        base = self.base()
        while self.took("^"):
            power = self.group() if self.here == "{" else self.take()
            base = base.turned() if power == "T" else base.power(int(power))
        return base

    def base(self) -> Range:
        kind, token = self.tokens[self.place] if self.here else ("", "")
        if kind == "number":
            self.take()
            return printed(re.sub(r"\s*\{?\\times\}?\s*10\^\{(-?\d+)\}", r"e\1", token))
        for opening, closing in (("(", ")"), ("{", "}")):
            if self.took(opening):
                found = self.sum()
                self.take(closing)
                return found
        match token:
            case r"\frac" | r"\tfrac":
                return self.fraction()
            case r"\sigma" | r"\sigma'" | r"\tanh" | r"\ln" | r"\max" | "e" | "f" | "f'":
                return self.function()
            case r"\lVert":
                self.take()
                found = self.sum()
                self.take(r"\rVert")
                self.take("^")
                self.take("2")
                squares = found.power(2)
                return Range(squares.low.sum(), squares.high.sum(), squares.printed.sum())
            case r"\begin":
                return self.matrix()
            case r"\nabla":
                self.take()
                self.take("_")
                self.take("a")
                self.take("C")
                return self.whole("nabla_a", self.truth.L)
        if token in _SYMBOLS:
            return self.address()
        raise LettersError(token)

    def fraction(self) -> Range:
        self.take()
        begun = self.place
        above = self.group()
        below = self.group()
        rate = re.fullmatch(r"\\partialC", above)
        if rate and (
            found := re.fullmatch(
                r"\\partial\{?([wbz])\^\{(\d+)\}(?:_\{(\d+),?(\d+)?\})?\}?", below
            )
        ):
            symbol = {"w": "nabla_w", "b": "nabla_b", "z": "delta"}[found[1]]
            return self.at(symbol, int(found[2]), found[3] or "", found[4] or "")
        if rate and (found := re.fullmatch(r"\\partialx_\{(\d+)\}", below)):
            return self.at("nabla_x", 1, found[1], "")
        if r"\partial" in above + below:
            raise LettersError(above)
        self.place = begun
        self.take("{")
        top = self.sum()
        self.take("}")
        self.take("{")
        bottom = self.sum()
        self.take("}")
        return top / bottom

    def function(self) -> Range:
        name = self.take()
        power = 1
        if self.took("^"):
            power = int(self.take()) if self.here != "{" else 0
        if name == "e":
            if not power:
                self.take("{")
                found = self.sum()
                self.take("}")
                return found.through(_exp)
            raise LettersError(name)
        if name == r"\sigma'" and self.here != "(":
            raise LettersError(name)
        if name == r"\max":
            self.take("(")
            self.sum()
            self.take(",")
            found = self.sum()
            self.take(")")
            return found.through(lambda z: max(0.0, z))
        into = self.factor()
        if name in ("f", "f'"):
            raise LettersError(name)
        if name == r"\tanh":
            return into.through(math.tanh).power(power)
        if name == r"\ln":
            return into.through(lambda number: math.log(number) if number > 0 else -math.inf)
        activation = self.truth.activation[self.layer or self.truth.L]
        if name == r"\sigma":
            return into.through(lambda z: value(activation, z))
        found = into.through(lambda z: slope(activation, z))
        top = slope(activation, 0.0) if activation in ("sigmoid", "tanh") else 1.0
        around_0 = (into.low < 0) & (into.high > 0)
        return Range(found.low, np.where(around_0, top, found.high), found.printed)

    def matrix(self) -> Range:
        self.take(r"\begin")
        if self.group() != "bmatrix":
            raise LettersError("array")
        rows: list[list[Range]] = [[self.sum()]]
        while self.here != r"\end":
            if self.took("&"):
                rows[-1].append(self.sum())
            else:
                self.take(NEXT)
                rows.append([self.sum()])
        self.take(r"\end")
        self.group()
        ends = ("low", "high", "printed")
        return Range(*([[getattr(one, end) for one in row] for row in rows] for end in ends))

    def address(self) -> Range:
        symbol = _SYMBOLS[self.take()]
        l, indices = "", ""
        while self.here in ("^", "_") and not (self.here == "^" and l):
            which = self.take()
            text = self.group() if self.here == "{" else self.take()
            l, indices = (text, indices) if which == "^" else (l, text)
        if symbol == "C":
            return exactly(self.truth.cost)
        if symbol == "y":
            l = l or str(self.truth.L)
        if symbol == "x" and not l:
            symbol, l = "a", "1"
        if not l.isdigit() or not re.fullmatch(r"(\d+(,?\d+)?)?", indices):
            raise LettersError(symbol)
        j, _, k = indices.partition(",")
        if not k and len(j) == 2 and symbol == "w":
            j, k = j[0], j[1]
        return self.at(symbol, int(l), j, k)

    def at(self, symbol: str, l: int, j: str, k: str) -> Range:
        if not self.layer and l > 1:
            self.layer = l
        if not j:
            return self.whole(symbol, l)
        if symbol == "nabla_w" and not k:
            j, k = j[0], j[1]
        return exactly(self.truth.value(Place(symbol, l, int(j), int(k or 0))))

    def whole(self, symbol: str, l: int) -> Range:
        if symbol == "w" or symbol == "nabla_w":
            return exactly(getattr(self.truth, symbol)[l])
        n = self.truth.sizes[l - 1]
        column = [[self.truth.value(Place(symbol, l, j))] for j in range(1, n + 1)]
        return exactly(column)


def _exp(number: float) -> float:
    return math.exp(number) if number < 709 else math.inf
