r"""The forms in which numbers are copied from elsewhere, as plain lines of numbers.

Lists of lists as Python, NumPy and JSON have them, [0 1; 1 0], a & b \\, and x1 = 0.2.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from backprop.inputs.commas import comma_doubt, decimal_only, is_one_cell, thousands_doubt
from backprop.inputs.marks import HARD_BLANK
from backprop.inputs.phrases import shown
from backprop.inputs.refusals import check_brackets, check_calls, unnumbered

Lines = list[tuple[int, str]]
"""Lines with their numbers in the text, from 1; several may stand on the same one."""

_LATEX = re.compile(r"\\\\|\\begin\b|&")
_WRAPPED = re.compile(r"\\(?:num|SI|mathrm|text)\{([-+.,\de]+)\}")
_LATEX_FRAME = re.compile(
    r"\\(?:begin\{[^}]*\}(?:\[[^\]]*\])?(?:\{[^}]*\})?|end\{[^}]*\}|(?:left|right)\s*\\?[\[\](){}|.]"
    r"|[hc]line(?:\{[^}]*\})?|(?:top|mid|bottom)rule|[()\[\]](?!\w))|\$"
)
_DECIMAL_COMMA = re.compile(r"(?<!\d)(\d+)\{,\}(\d+)", re.ASCII)
_FRACTION = re.compile(r"\\[td]?frac\s*\{(-?\d+)\}\s*\{(\d+)\}")
_CALL = re.compile(
    r"\b(?:\w{1,20}\.){0,3}(?:array|asarray|matrix|Matrix|tensor|Tensor|constant|c)\s*(?=\()"
)
_KEYWORDS = re.compile(
    r"(?:,\s*(?:dtype|shape|device|requires_grad|grad_fn|order|copy|ndmin)\s*="
    r"\s*(?:<[^<>]*>|\([^()]*\)|[\w.'\":]+))+\s*(?=\))"
)
_LABEL = re.compile(
    r"(?<![\w.)])(?!Unnamed: \d)([^\W\d]\w*(?:\{\w+\}|\[\d+\]|\(\d+\))?) *(?::=|=|:) *"
    r"(?=[-+.,\d\[({\"]|$|[\w.]+\()",
    re.MULTILINE,
)
_GIVEN = re.compile(r"^(?:input|feature)s?(?![^\W\d_])", re.IGNORECASE)
_WANTED = re.compile(r"^(?:(?:target|label|class|output)s?(?![^\W\d_])|y_[a-z]+)", re.IGNORECASE)
_NUMPY_NUMBER = re.compile(r"\b(?:\w+\.)?(?:float|int)\d*\(([-+.\de]+)\)")
_SIDE_BY_SIDE = re.compile(r"\s*(?:[\[(][^\[\](){};]*[\])][\s,]*){2,}")
_NESTED = re.compile(r"[\[({]\s*[\[({]")
_INNERMOST = re.compile(r"[\[({]([^\[\](){}]*)[\])}]")


def unwrapped(text: str, width: int = 0) -> tuple[Lines, list[str]]:
    """The plain lines of a clean text, and the names before a = in it; raises Doubt."""
    text = _FRACTION.sub(r"\1/\2", _NUMPY_NUMBER.sub(r"\1", text))
    text, numbers = unnumbered(_DECIMAL_COMMA.sub(_with_point, _KEYWORDS.sub("", text)))
    labels = [found[1] for found in _LABEL.finditer(text)]
    if labels:
        once = len({*labels}) == len(labels)
        for line in [text] if once else text.splitlines():
            check_order([found[1] for found in _LABEL.finditer(line)])
        text = _LABEL.sub("", text)
    labels += numbers
    if _LATEX.search(text):
        return _from_latex(text), labels
    check_brackets(text, width)
    if _SIDE_BY_SIDE.fullmatch(text):
        text = f"[{text}]"
    text = _CALL.sub("", text)
    check_calls(text)
    if _NESTED.search(text):
        return [*_from_lists(text)], labels
    rows = [row for i, line in _flat(text, width) for row in _matlab_rows(i, line, width)]
    return rows, labels


def check_order(labels: Sequence[str], came: Sequence[str] = ()) -> None:
    """Raise ValueError unless x1, x2 and so on stand in their order, and y behind x."""
    keys = [_key(label) for label in labels]
    for (stem, place), (next_stem, next_place) in pairwise(keys):
        if (stem == next_stem and place > next_place) or (stem == "y" and next_stem == "x"):
            raise ValueError(
                "The numbers must stand in the order of their names, each x and then each y; "
                f"here they stand as {shown(', '.join(came or labels))}."
            )


def check_heading(names: Sequence[str]) -> None:
    """Raise ValueError where the columns of x and y stand in another order."""
    known = [_WANTED.sub("y", _GIVEN.sub("x", name)) for name in names]
    stems = [_key(name)[0] for name in known]
    wanted = [
        i for i, name in enumerate(names) if stems[i] == "y" and (_WANTED.match(name) or not i)
    ]
    if wanted and any(stem != "y" for stem in stems[wanted[0] :]):
        check_order(["y", "x"], names)
    check_order([name for name, stem in zip(known, stems, strict=True) if stem in "xy"], names)


def _key(label: str) -> tuple[str, list[int]]:
    plain = unicodedata.normalize("NFKC", label)
    return re.sub(r"[\W\d_]", "", plain).lower(), [*map(int, re.findall(r"\d+", plain))]


def _with_point(found: re.Match[str]) -> str:
    if len(found[2]) == 3 and found[1] != "0":
        raise thousands_doubt(f"{found[1]},{found[2]}")
    return f"{found[1]}.{found[2]}"


def _from_latex(text: str) -> Lines:
    text = re.sub(r"\\[,;:!]", HARD_BLANK, text.replace("{-}", "-"))
    text = _WRAPPED.sub(r"\1", text)
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
