"""Formulas read back: their numbers by colour, and what they come to.

A formula is turned into Python by plain replacement, so that whatever is written is what counts.
"""

import math
import re
from collections.abc import Callable

from backprop.writing import PALETTE

LIGHT = PALETTE["light"]
_SYMBOLS = {colour: symbol for symbol, colour in LIGHT.items()}
_NUMBER = re.compile(r"\(?(-?\d+(?:\.\d+)?)(?:\\times 10\^\{(-?\d+)\})?\)?")
_COLOURED = re.compile(r"\\textcolor\{(#\w{6})\}\{")


def pieces(latex: str) -> list[tuple[int, int, str]]:
    """Where the coloured pieces start and end, and what is in them."""
    found = []
    for start in _COLOURED.finditer(latex):
        depth, end = 1, start.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(latex[end], 0)
            end += 1
        found.append((start.start(), end, latex[start.end() : end - 1]))
    return found


def uncoloured(latex: str) -> str:
    """Without the colours, the braces of what had one left in their places."""
    return re.sub(r"\\textcolor\{#\w{6}\}", "", latex)


def bare(formula: str) -> str:
    """Without the colours and the braces of what had one."""
    for start, end, piece in pieces(formula)[::-1]:
        formula = f"{formula[:start]}{piece}{formula[end:]}"
    return formula


def coloured(latex: str) -> list[tuple[str, str]]:
    """The coloured pieces as (symbol, piece), boxes taken away."""
    symbols = [_SYMBOLS[start[1]] for start in _COLOURED.finditer(latex)]
    return [(s, unboxed(piece)) for s, (_, _, piece) in zip(symbols, pieces(latex), strict=True)]


def numbers(latex: str) -> list[tuple[str, float]]:
    """The coloured numbers as (symbol, value)."""
    found = []
    for symbol, piece in coloured(latex):
        number = _NUMBER.fullmatch(piece)
        assert number, f"{piece} must be a number"
        found.append((symbol, float(f"{number[1]}e{number[2] or 0}")))
    return found


def put_in(latex: str) -> str:
    """The formula from where its numbers are put in, without the lines and sides with addresses."""
    rows = re.sub(r"\\(begin|end)\{aligned\}|&", "", latex).split(r"\\")
    return " ".join(
        _behind_addresses(row).strip()
        if any(not _NUMBER.fullmatch(piece) for _, piece in coloured(row))
        else row.strip()
        for row in rows
    ).strip()


def _behind_addresses(row: str) -> str:
    """Of  name = addresses = numbers  the last part, of  name = addresses  nothing."""
    rest = re.split(r"=|\\approx", row, maxsplit=2)[2:]
    return f"={rest[0]}" if rest else ""


def unboxed(latex: str) -> str:
    return re.sub(r"\\boxed\{(.*)\}\\,$", r"\1", latex)


class Prefix:
    """A function that is written without parentheses: ``LN ** x`` is ln x, as in ln 0.3."""

    def __init__(self, function: Callable[[float], float]) -> None:
        self.function = function

    def __pow__(self, x: float) -> float:
        return self.function(x)


def sides(latex: str, sigma: Callable[[float], float]) -> list[float]:
    """What each side of the chain of equations ... = ... = ... comes to."""
    text = re.sub(r"\\(begin|end)\{aligned\}|&|\\quad \((?=[^)]*(>|\\le)).*\)", "", latex)
    text = re.sub(r"\\times 10\^\{(-?\d+)\}", r"e\1", re.sub(r"\\\\|\\quad", " ", text))
    text = re.sub(r"\\textcolor\{#\w{6}\}\{([^{}]*)\}", r"\1", text)
    text = re.sub(r"e\^\{([^{}]*)\}", r"exp(\1)", text)
    text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1) / (\2))", text)
    for tex, python in (
        (r"\approx", "="), (r"\tfrac{1}{2}", "0.5 *"), (r"\bigl", ""), (r"\bigr", ""),
        (r"\cdot", "*"),
        (r"\tanh^2", "TANH2 **"), (r"\tanh", "TANH **"), (r"\ln", "LN **"), ("^2", "**2"),
        (r"\sigma", "sigma"), (r"\max", "max"), (r"\,", " "),
    ):  # fmt: skip
        text = text.replace(tex, python)
    text = re.sub(r"(?<=[\d)])\s+(?=LN|sigma|\()|(?<=\))(?=\()", "*", text)
    known = {
        "LN": Prefix(math.log), "TANH": Prefix(math.tanh), "sigma": sigma, "max": max,
        "TANH2": Prefix(lambda x: math.tanh(x) ** 2), "exp": math.exp,
    }  # fmt: skip
    return [float(eval(side, known)) for side in text.split("=") if side.strip()]
