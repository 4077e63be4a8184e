r"""The forms in which numbers are copied from elsewhere, as plain lines of numbers.

Lists of lists as Python, NumPy and JSON have them, [0 1; 1 0], a & b \\, and x1 = 0.2.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from backprop.inputs.commas import Doubt, comma_doubt, decimal_only, is_one_cell
from backprop.inputs.marks import HARD_BLANK
from backprop.inputs.phrases import shown

Lines = list[tuple[int, str]]
"""Lines with their numbers in the text, from 1; several may stand on the same one."""

_LATEX = re.compile(r"\\\\|\\begin\b|&")
_LATEX_FRAME = re.compile(
    r"\\(?:begin\{[^}]*\}(?:\[[^\]]*\])?(?:\{[^}]*\})?|end\{[^}]*\}|(?:left|right)\s*\\?[\[\](){}|.]"
    r"|[hc]line(?:\{[^}]*\})?|(?:top|mid|bottom)rule|[()\[\]](?!\w))|\$"
)
_FRACTION = re.compile(r"\\[td]?frac\s*\{(-?\d+)\}\s*\{(\d+)\}")
_CALL = re.compile(
    r"\b(?:\w{1,20}\.){0,3}(?:array|asarray|matrix|Matrix|tensor|Tensor|constant|c)\s*(?=\()"
)
_KEYWORDS = re.compile(
    r"(?:,\s*(?:dtype|shape|device|requires_grad|grad_fn|order|copy|ndmin)\s*="
    r"\s*(?:<[^<>]*>|\([^()]*\)|[\w.'\":]+))+\s*(?=\))"
)
_LABEL = re.compile(
    r"(?<![\w.)])([^\W\d]\w*(?:\{\w+\}|\[\d+\]|\(\d+\))?) *(?::=|=|:) *"
    r"(?=[-+.,\d\[({\"]|$|[\w.]+\()",
    re.MULTILINE,
)
_NESTED = re.compile(r"[\[({]\s*[\[({]")
_INNERMOST = re.compile(r"[\[({]([^\[\](){}]*)[\])}]")
_IN_PARENTHESES = re.compile(r"(?<!\w)\(\s*\d[\d.]*\s*\)", re.ASCII)


def unwrapped(text: str, width: int = 0) -> tuple[Lines, list[str]]:
    """The plain lines of a clean text, and the names before a = in it; raises Doubt."""
    text = _KEYWORDS.sub("", text)
    labels = [found[1] for found in _LABEL.finditer(text)]
    if labels:
        for line in text.splitlines():
            check_order([found[1] for found in _LABEL.finditer(line)])
        text = _LABEL.sub("", text)
    if _LATEX.search(text):
        return _from_latex(text), labels
    text = _CALL.sub("", text)
    accounting = _IN_PARENTHESES.search(text)
    if accounting and accounting[0].strip() != text.strip():
        raise Doubt(
            f"{shown(accounting[0])} in parentheses may be a number below 0 or above; "
            "please write it with − or without them.",
            accounting[0],
        )
    if _NESTED.search(text):
        return [*_from_lists(text)], labels
    rows = [row for i, line in _flat(text, width) for row in _matlab_rows(i, line, width)]
    return rows, labels


def check_order(labels: list[str]) -> None:
    """Raise ValueError unless x1, x2 and so on stand in their order, and y behind x."""
    keys = [_key(label) for label in labels]
    for (stem, place), (next_stem, next_place) in pairwise(keys):
        if (stem == next_stem and place > next_place) or (stem == "y" and next_stem == "x"):
            raise ValueError(
                "The numbers must stand in the order of their names, each x and then each y; "
                f"here they stand as {shown(', '.join(labels))}."
            )


def _key(label: str) -> tuple[str, list[int]]:
    plain = unicodedata.normalize("NFKC", label)
    return re.sub(r"[\W\d_]", "", plain).lower(), [*map(int, re.findall(r"\d+", plain))]


def _from_latex(text: str) -> Lines:
    text = re.sub(r"\\[,;:!]", HARD_BLANK, text.replace("{,}", ",").replace("{-}", "-"))
    text = _FRACTION.sub(r"\1/\2", text)
    return [
        (i, _LATEX_FRAME.sub(" ", row).replace("&", "\t").strip(" "))
        for i, line in enumerate(text.split("\n"), start=1)
        for row in re.split(r"\\\\(?:\[[^\]]*\])?", line)
    ]


def _from_lists(text: str) -> Iterator[tuple[int, str]]:
    """A line for each of the innermost lists, and one for what stands between them."""
    line = 1
    for k, part in enumerate(_INNERMOST.split(text)):
        between = k % 2 == 0
        plain = re.sub(r"[\[\](){},;\s]+" if between else r"[ \t\n]+", " ", part).strip()
        if plain or not between:
            yield line, plain if between else _as_list(plain)
        line += part.count("\n")


def _as_list(inside: str) -> str:
    """A comma in a list stands between two numbers."""
    return inside if re.search("[ \t\n;|]", inside) else inside.replace(",", ", ")


def _flat(text: str, width: int) -> Iterator[tuple[int, str]]:
    def opened(found: re.Match[str]) -> str:
        inside = found[1]
        if ";" in inside and all(map(decimal_only, re.split("[;\n]", inside))):
            raise comma_doubt(found[0])
        return f" {inside if width == 1 else _as_list(inside)} "

    text = _INNERMOST.sub(opened, text)
    for i, line in enumerate(re.sub(r"[\[\](){} ]+", " ", text).split("\n"), start=1):
        yield i, line.strip(" ")


def _matlab_rows(i: int, line: str, width: int) -> Lines:
    """The rows of 0 1; 1 0 where these are rows: as long as another, and not one row together."""
    rows = [row.strip() for row in line.split(";") if row.strip()]
    counts = [len(re.split(r",?\s+" if " " in row else ",", row)) for row in rows]
    if "\t" in line or "|" in line or len(rows) < 2 or len({*counts}) > 1 or counts[0] < 2:
        return [(i, line)]
    if (
        sum(counts) == width
        or any(map(decimal_only, rows))
        or all(map(is_one_cell, rows))
        or ";;" in line.replace(" ", "")
    ):
        return [(i, line)]
    return [(i, row) for row in rows]
