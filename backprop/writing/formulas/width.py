"""How wide a formula is, and where to break it: an estimate in em, good to about a tenth.

The widths are those of KaTeX's fonts. A formula is broken before an operator, inside a product
or the big parentheses of a sum only where it must be.
"""

import re
from functools import lru_cache
from itertools import pairwise

_EM = 1.21 * 16
"""Pixels of one em of a formula: KaTeX draws it at 1.21 times the text, which has 16 pixels."""
_SURE = 0.94
SIZES = {"": 1.0, r"\small ": 0.9, r"\footnotesize ": 0.8, r"\scriptsize ": 0.7}
"""The sizes that a formula may be set in, the largest first."""

_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|\s+|.", re.DOTALL)
_MATRIX = re.compile(r"\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}", re.DOTALL)
_THIN = 1 / 6
_SPACED = {
    "+": 0.44,
    "-": 0.44,
    "=": 0.56,
    r"\approx": 0.56,
    ">": 0.56,
    "<": 0.56,
    r"\le": 0.56,
    r"\odot": 0.44,
    r"\times": 0.44,
    r"\cdot": 0.44,
}
"""The space around an operator: none in an index, nor around a sign."""
_OPENS = ("=", r"\approx", ">", "<", "(")
"""After these a sign belongs to its number."""
_WIDTHS = {
    "+": 0.78, "-": 0.78, "=": 0.78, r"\approx": 0.78, ">": 0.78, "<": 0.78, r"\le": 0.78,
    r"\odot": 0.78, r"\times": 0.78,
    r"\cdot": 0.28, ".": 0.28, ",": 0.44, "'": 0.27, "(": 0.4, ")": 0.4, "w": 0.74, "z": 0.51,
    "C": 0.78, "L": 0.68, "l": 0.33, "b": 0.43, "e": 0.47, "a": 0.53, "y": 0.53, "x": 0.57,
    r"\sum": 1.61, r"\ln": 1.04, r"\tanh": 2.3, r"\max": 2.0, r"\sigma": 0.61, r"\delta": 0.48,
    r"\partial": 0.59, r"\nabla": 0.83, r"\lVert": 0.5, r"\rVert": 0.5, r"\,": _THIN, r"\quad": 1.0,
    r"\enspace": 0.5, r"\left": 0.42, r"\right": 0.42, r"\bigl": 0.06, r"\bigr": 0.06,
    r"\mathrm": 0.0, r"\:": 0.22,
}  # fmt: skip


def em(pixels: float) -> float:
    """So many pixels in em, with a little kept back for what the estimate misses."""
    return pixels / _EM * _SURE


@lru_cache(2000)
def width(latex: str) -> float:
    """About how wide a formula without line breaks is, in em; \\bmatrix may be in it."""
    flat = _MATRIX.sub(lambda found: r"\," * round(_matrix(found[1]) / _THIN), latex)
    tokens = [token for token in _TOKEN.findall(flat) if not token.isspace()]
    return _run(tokens[::-1])


def wrap(latex: str, first: float, rest: float) -> list[str]:
    """The formula in lines: ``first`` em for the first, ``rest`` for those that follow.

    The first line is empty where not even the first piece fits there.
    """
    lines = [""]
    for piece in _pieces(latex, min(first, rest)):
        room = first if len(lines) == 1 else rest - _SPACED["+"]
        full = width(lines[-1] + piece) > room or piece.startswith(r"+ \bigl(")
        if full and (lines[-1] or len(lines) == 1):
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _pieces(latex: str, room: float, level: int = 0) -> list[str]:
    """Cut where it may be broken: in products, then in big parentheses, only what is too wide."""
    if width(latex) <= room or level > 3:
        return [latex]
    cuts = [0, *_breaks(latex, level), len(latex)]
    pieces = [latex[i:j] for i, j in pairwise(cuts)]
    return [part for piece in pieces for part in _pieces(piece, room, level + 1)]


def _breaks(latex: str, level: int) -> list[int]:
    """The places before operators that are not inside braces or parentheses.

    At level 1 the sign of a product counts, at level 2 big parentheses do not, at level 3 a
    logarithm counts as an operator.
    """
    breaks, braces, parens, last = [], 0, 0, "="
    for found in _TOKEN.finditer(latex):
        token = found[0]
        braces += (token == "{") - (token == "}")
        if braces == 0 and token in "()" and not (level > 1 and last in (r"\bigl", r"\bigr")):
            parens += 1 if token == "(" else -1
        operator = (
            token in ("+", "-", "=", r"\odot", r"\text")
            or (token == r"\," and last in ")}" and level > 0)
            or (token == r"\cdot" and last == ")" and level > 0)
            or (token == r"\ln" and last == ")" and level == 3)
        )
        if operator and braces == 0 and parens <= 0 and last not in _OPENS:
            breaks.append(found.start())
        if not token.isspace():
            last = token
    return breaks


def _matrix(body: str) -> float:
    rows = [row.split("&") for row in body.split(r"\\")]
    columns = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return sum(columns) + (len(columns) - 1) + 1.4


def _run(tokens: list[str], script: bool = False) -> float:
    """The width of what comes up to the closing brace; ``tokens`` is a stack, the next one last."""
    total, last = 0.0, "="
    while tokens and tokens[-1] != "}":
        token = tokens[-1]
        if token in ("^", "_"):
            scripts = []
            while tokens and tokens[-1] in ("^", "_"):
                tokens.pop()
                scripts.append(0.7 * _argument(tokens, script=True))
            total += max(scripts) + 0.05 if last != r"\sum" else 0.0
        else:
            total += _argument(tokens, script)
            if not script and last not in _OPENS:
                total += _SPACED.get(token, 0.0)
        last = token
    if tokens:
        tokens.pop()
    return total


def _argument(tokens: list[str], script: bool = False) -> float:
    token = tokens.pop()
    if token == "{":
        return _run(tokens, script)
    if token == r"\textcolor":
        _argument(tokens)
        return _argument(tokens, script)
    if token in (r"\frac", r"\tfrac"):
        scale = 0.7 if token == r"\tfrac" else 1.0
        return scale * max(_argument(tokens), _argument(tokens)) + 0.24
    if token == r"\underbrace":
        above = _argument(tokens)
        tokens.pop()
        return max(above, 0.7 * _argument(tokens))
    if token == r"\boxed":
        return _argument(tokens) + 0.7
    if token == r"\mathbf":
        return 1.15 * _argument(tokens)
    if token == r"\text":
        return _argument(tokens) + 0.5
    return _WIDTHS.get(token, 0.5)
