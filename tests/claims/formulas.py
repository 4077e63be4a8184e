r"""Formulas with numbers, read as a visitor reads them: does what stands right of each sign hold?

A printed number stands for all that are so rounded: 0.501 for 0.5005 to 0.5015, and 0.5 for itself.
A side is worked out with them, and an address has its true value. Where the sign is =, both sides
must be the same to the last digit; where it is \approx, they must have numbers in common. A side in
letters, such as w^l_{jk}, says nothing of this network, and is passed over.
"""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.claims.truth import Place, Truth, slope, value

Array = npt.NDArray[np.float64]


class LettersError(Exception):
    """A side that is about no number in particular."""


class Range:
    """All numbers from ``low`` to ``high``, or an array of such, and the one that is ``printed``."""

    def __init__(self, low: Any, high: Any, printed: Any) -> None:
        self.low, self.high, self.printed = (np.asarray(one, float) for one in (low, high, printed))

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.high + other.high, self.printed + other.printed)

    def __neg__(self) -> "Range":
        return Range(-self.high, -self.low, -self.printed)

    def of_ends(self, other: "Range", act: Callable[[Array, Array], Array]) -> "Range":
        """What comes of all pairs, where that lies between what comes of their ends."""
        with np.errstate(all="ignore"):
            ends = [
                np.nan_to_num(act(one, two), nan=0.0, posinf=math.inf, neginf=-math.inf)
                for one in (self.low, self.high)
                for two in (other.low, other.high)
            ]
            printed = act(self.printed, other.printed)
        return Range(np.minimum.reduce(ends), np.maximum.reduce(ends), printed)

    def __mul__(self, other: "Range") -> "Range":
        """The product of numbers or of matrices, whichever they are."""
        if self.low.ndim < 2 or other.low.ndim < 2 or self.low.size == 1 == other.low.size:
            return self.entrywise(other)
        assert self.low.shape[1] == other.low.shape[0], (self.low.shape, other.low.shape)
        terms = self[:, :, None].entrywise(other[None])
        return Range(*(one.sum(1) for one in (terms.low, terms.high, terms.printed)))

    def __getitem__(self, place: Any) -> "Range":
        return Range(self.low[place], self.high[place], self.printed[place])

    def entrywise(self, other: "Range") -> "Range":
        return self.of_ends(other, np.multiply)

    def __truediv__(self, other: "Range") -> "Range":
        found = self.of_ends(other, np.divide)
        if ((other.low < 0) & (other.high > 0)).any():
            return Range(-math.inf, math.inf, found.printed)
        return found

    def through(self, act: Callable[[float], float]) -> "Range":
        """What a function that rises or falls everywhere makes of it."""
        every = np.vectorize(act, otypes=[float])
        ends = every(self.low), every(self.high)
        return Range(np.minimum(*ends), np.maximum(*ends), every(self.printed))

    def power(self, n: int) -> "Range":
        found = self.through(lambda number: number**n)
        around_0 = (self.low < 0) & (self.high > 0) & (n % 2 == 0)
        return Range(np.where(around_0, 0, found.low), found.high, found.printed)

    def turned(self) -> "Range":
        return Range(*(np.atleast_2d(one).T for one in (self.low, self.high, self.printed)))


def printed(text: str) -> Range:
    """What a printed number stands for: 0.501, or 2.34e-5."""
    mantissa, _, power = text.partition("e")
    digits = mantissa.lstrip("-0.").replace(".", "")
    number = float(text)
    if len(digits) < 3 or not digits:
        return Range(number, number, number)
    decimals = len(mantissa.partition(".")[2])
    half = 0.5 * 10.0 ** (int(power or 0) - decimals)
    return Range(number - half, number + half, number)


def in_text(number: str) -> str:
    """A number of a formula as a text has it, for instance −2.34×10⁻⁵."""
    mantissa, _, power = number.strip(" {}()").partition(r"{\times}10^{")
    power = f"×10{power.rstrip('}').translate(_POWERS)}" if power else ""
    return mantissa.replace("-", "−") + power


_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
NEXT = "\x02"
"""In place of the sign for the next line."""
ALIGNED = "\x03"
"""In place of the sign at which lines are aligned; a line that begins with it goes on."""
_CASES = re.compile(r"\S+ \\text\{ if \}.*?\\text\{ else \} \S+")
_REMARK = re.compile(r"\\quad\s*\([^()]*(?:\([^()]*\)[^()]*)?(?:\\le|>)[^()]*\)")
"""Why a case holds, behind its number."""
_GONE = re.compile(
    r"\\(?:kern-?[\d.]+em|displaystyle|textstyle|scriptstyle|footnotesize|scriptsize|small|large|Large|Huge|tiny"
    r"|bigl|bigr|Bigl|Bigr|big|left|right|quad|qquad|blacktriangleright|,|;|:|!| )"
    r"|\\def\\arraystretch\{[\d.]+\}|\\\[[\d.]+em\]|\$"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:\s*\{?\\times\}?\s*10\^\{-?\d+\})?|\.\d+")
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER.pattern})|(?P<command>\\[a-zA-Z]+'?)|(?P<letter>[a-zA-Z]'?)|(?P<sign>[^\s])"
)
_SYMBOLS = {
    r"\delta": "delta", "w": "w", "b": "b", "z": "z", "a": "a", "y": "y", "C": "C", "x": "x",
}  # fmt: skip
RELATIONS = {"=": "=", r"\approx": "≈", r"\le": "≤", r"\to": "→", "≈": "≈", r"\ne": "≠"}


def lines_of(latex: str) -> list[str]:
    """The lines of a formula, each one chain of relations, without colours, boxes and room."""
    text = re.sub(r"\\textcolor\{[^}]*\}", "", latex.replace(r"\\", NEXT))
    text = _CASES.sub(r"\\cases ", text)
    text = _REMARK.sub("", text)
    text = without_notes(text)
    for gone in (r"\phantom", r"\textsf", r"\text"):
        text = without(text, gone)
    text = re.sub(r"\\(?:boxed|mathbf|smash|mathrm)\b", "", text)
    text = bare(_GONE.sub(" ", text))
    text = re.sub(r"\\begin\{(?:aligned|gathered)\}|\\end\{(?:aligned|gathered)\}", " ", text)
    chains: list[str] = []
    for line in _outside_matrices(text):
        goes_on = re.match(rf"[\s{{}}]*(?:{ALIGNED}|=|\\approx|\\le|[+-])", line)
        line = line.replace(ALIGNED, " ")
        if goes_on and chains:
            chains[-1] += f" {line}"
        elif line.strip():
            chains.append(line)
    return chains


def _outside_matrices(text: str) -> list[str]:
    """The lines; a matrix keeps the signs between its rows and columns."""
    parts = re.split(r"(\\begin\{bmatrix\}.*?\\end\{bmatrix\})", text, flags=re.DOTALL)
    lines = [""]
    for n, part in enumerate(parts):
        first, *more = [part] if n % 2 else part.replace("&", ALIGNED).split(NEXT)
        lines[-1] += first
        lines += more
    return lines


def bare(text: str) -> str:
    """The text without the braces around all of it."""
    text = text.strip()
    depth = 0
    for n, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth:
            return bare(text[1:-1]) if n and n == len(text) - 1 else text
    return text


def without(text: str, command: str) -> str:
    """The text without this command and what is in the braces behind it."""
    while (start := text.find(command + "{")) >= 0:
        text = f"{text[:start]} {text[_closed(text, start + len(command)) :]}"
    return text


def without_notes(text: str) -> str:
    """The text without braces below its parts, and what is written there."""
    command = r"\underbrace"
    while (start := text.find(command)) >= 0:
        body = start + len(command)
        end = _closed(text, body)
        note = end + len("_")
        text = text[:start] + text[body:end] + text[_closed(text, note) :]
    return text


def _closed(text: str, start: int) -> int:
    """Where the group that begins here has been closed."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return place + 1
    raise AssertionError(f"a brace stays open in {text}")


class Reader:
    """Reads one chain of relations, and works its sides out."""

    def __init__(self, text: str, truth: Truth) -> None:
        self.tokens = [
            (kind, found)
            for one in _TOKEN.finditer(text)
            for kind, found in one.groupdict().items()
            if found
        ]
        self.place, self.truth, self.text = 0, truth, text
        self.layer = 0

    # tokens

    @property
    def here(self) -> str:
        return self.tokens[self.place][1] if self.place < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        found = self.here
        if not found or (wanted and found != wanted):
            raise AssertionError(f"{wanted or 'more'} was expected, not {found!r}: {self.text}")
        self.place += 1
        return found

    def took(self, wanted: str) -> bool:
        if self.here == wanted:
            self.place += 1
            return True
        return False

    # grammar

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

    def group(self) -> str:
        """What stands in braces, as text."""
        self.take("{")
        depth, found = 1, ""
        while depth:
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token, 0)
            found += token if depth else ""
        return found

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
            return _exactly(self.truth.cost)
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
        return _exactly(self.truth.value(Place(symbol, l, int(j), int(k or 0))))

    def whole(self, symbol: str, l: int) -> Range:
        if symbol == "w" or symbol == "nabla_w":
            return _exactly(getattr(self.truth, symbol)[l])
        n = self.truth.sizes[l - 1]
        column = [[self.truth.value(Place(symbol, l, j))] for j in range(1, n + 1)]
        return _exactly(column)


def _exp(number: float) -> float:
    return math.exp(number) if number < 709 else math.inf


def _exactly(number: Any) -> Range:
    return Range(number, number, number)


def check(latex: str, truth: Truth, reader: type[Reader] = Reader) -> int:
    """Raise AssertionError where a sign of the formula is wrong; how many signs were looked at.

    A page with letters of its own has a ``reader`` that knows them.
    """
    count = 0
    for line in lines_of(latex):
        if not re.search(r"\d", re.sub(r"[\^_]\{[^}]*\}|[\^_]\w", "", line)):
            continue
        before: Range | None = None
        for sign, side in reader(line, truth).chain():
            if side is not None and before is not None and sign in ("=", "≈"):
                assert holds(before, sign, side), f"{sign} does not hold in {line}"
                count += 1
            before = side if side is not None else before
    return count


def holds(left: Range, sign: str, right: Range) -> bool:
    """Whether the sign between two sides is right."""
    if sign == "=":
        return bool(np.isclose(left.printed, right.printed, rtol=1e-9, atol=1e-300).all())
    slack = 1e-9 * np.minimum(np.maximum(np.abs(left.low), np.abs(right.low)), 1e300)
    return bool(((left.low <= right.high + slack) & (right.low <= left.high + slack)).all())
