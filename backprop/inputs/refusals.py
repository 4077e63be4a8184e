"""What a text may say besides its numbers: refused where it would change them."""

import re
from collections.abc import Sequence

from backprop.inputs.commas import Doubt, comma_doubt, is_one_number, may_be_thousands, shown_bare
from backprop.inputs.phrases import shown

_TIMES = r"(?:[×·*∙⋅]|\\times|\\cdot)"
_RAISED = "⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_FACTOR = re.compile(
    rf"""(?:[\d.,]\s*[\])}}]+|\\end\{{\w+\}}|\\right\s*\\?[\])}}|.])\s*(?:{_TIMES}|[/'^]|\.T\b)
    |(?:^|[\t;|(\[])\ *(?:{_TIMES}\ *10(?:\^|\*\*|[-−{_RAISED}]))
    |10(?:\^\{{?[-−+]?\d+\}}?|[{_RAISED}]+)\ *[\[(]
    |\de[+-]?\d+\ *\*\s*$""",
    re.VERBOSE | re.MULTILINE | re.ASCII,
)
_CALL = re.compile(r"(?<![\w.\\])((?:\w+\.)+\w+|[^\W\d_]\w{2,})\(\s*[-+.\d(\[]")
_NO_CALL = re.compile(r"(?:input|output|target|feature|node|neuron|layer)s?", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:(?<![^\s,;|\[(])[-+]?\.?\d[\d.e+-]*[\[(]\s*[-+.,]?\d+|\[\d+,?\][ \t]+[-+.,]?\d+"
    r"|\d[\])]\d+|\A[-+\d./e]+ \[\s*[-+.\d])",
    re.ASCII,
)
_IN_PARENTHESES = re.compile(r"(?<!\w)\(\s*(\d[\d.,]*)\s*\)", re.ASCII)
_NUMBERED = re.compile(r"^[ \t]*(\[(\d+),?\]|(\d+)\))(?=[ \t]+[-+.,]?\d)", re.MULTILINE | re.ASCII)
_COLUMN_NUMBERS = re.compile(r"^[ \t]*(?:\[,\d+\][ \t]*)+$", re.MULTILINE | re.ASCII)
_COLUMN = re.compile(
    r"^[ \t{(]*['\"]?([^\W\d]\w*)['\"]? *(?::=|=|:|<-)(?: *[\w.]*[\[({]+)? *[-+.\d]+[, \t]+[-+.\d]"
    r"|['\"]([^\W\d]\w*)['\"] *: *\[ *[-+.\d]+[, \t]+[-+.\d]",
    re.MULTILINE,
)


def check_factors(text: str) -> None:
    """Raise Doubt for a factor, a power or a transpose of several numbers at once."""
    if found := _FACTOR.search(text):
        raise Doubt(
            "A factor or a mark on several numbers at once, such as ×10⁻³, is not applied here; "
            "please paste the numbers that it gives.",
            found[0].strip(),
        )


def check_calls(text: str) -> None:
    """Raise Doubt for code such as sqrt(2), which is not run."""
    for found in _CALL.finditer(text):
        if not _NO_CALL.fullmatch(found[1]):
            name = shown_bare(found[1].rpartition(".")[2])
            raise Doubt(f"{name} is a call; please paste the numbers that it gives.", found[0])


def check_brackets(text: str, width: int) -> None:
    """Raise Doubt for 0.5(1), and for (5), which in a table of money is below 0."""
    if found := _BEHIND.search(text):
        number = re.search(r"[-+]?[\d.]+", found[0])
        beside = shown(number[0] if number else found[0])
        raise Doubt(
            f"The brackets beside {beside} may hold a number or a remark; "
            "please write the numbers without them.",
            found[0],
        )
    nested = re.search(r"[\[({]\s*[\[({]", text)
    for found in _IN_PARENTHESES.finditer(text):
        settled = found[0].strip() == text.strip() and found[1].count(",") + 1 == width
        several = "," in found[1] and (nested or settled)
        if ("," not in found[1] or is_one_number(found[1])) and not several:
            raise Doubt(
                f"{shown_bare(found[1])} in parentheses may be a number below 0 or above; "
                "please write it with − or without them.",
                found[0],
            )


def check_semicolons(lines: Sequence[str], width: int) -> None:
    """Raise Doubt for 0,1;1,0 in one line: two numbers, or two rows of two."""
    cells = [cell.strip() for cell in lines[0].strip(" ;").split(";")] if len(lines) == 1 else []
    as_pairs = all(re.fullmatch(r"[+-]?\d+,[+-]?\d+", cell, re.ASCII) for cell in cells)
    as_pairs = as_pairs and not all(map(may_be_thousands, cells))
    if len(cells) > 1 and as_pairs and len(cells) != width:
        raise comma_doubt(lines[0])


def check_split(lines: Sequence[str], width: int) -> None:
    """Raise Doubt where commas that stand between numbers would leave 05 of 0,05 or 1,05."""
    for line in lines:
        if found := re.search(r"(?<![\w.])[+-]?\d+,0\d+(?![\w.])", line, re.ASCII):
            raise comma_doubt(found[0])
    grouped = [re.fullmatch(r"[+-]?\d{1,2}(,\d\d)+,\d{3}", line, re.ASCII) for line in lines]
    if lines and all(grouped) and lines[0].count(",") + 1 != width:
        raise comma_doubt(lines[0])


def check_columns(text: str) -> None:
    """Raise ValueError where x1, x2 and y are each a row of a table."""
    names = [one or other for one, other in _COLUMN.findall(text)]
    stems = {re.sub(r"[\W\d_]", "", name).lower() for name in names}
    if len(names) > 1 and len({*names}) == len(names) and stems & {"x", "y", "input", "target"}:
        raise ValueError(
            "A table has a row for each example, with its x and then its y; "
            f"here {', '.join(map(shown_bare, names[:3]))} are rows of their own."
        )


def unnumbered(text: str) -> tuple[str, list[str]]:
    """The text without [1] or 1) before its lines, and these."""
    found = [*_NUMBERED.finditer(text)]
    numbers = [int(one[2] or one[3]) for one in found]
    counted = numbers == [*range(1, len(numbers) + 1)]
    if not numbers or not (counted or (numbers[0] == 1 and numbers == sorted({*numbers}))):
        return text, []
    names = [name for line in _COLUMN_NUMBERS.findall(text) for name in line.split()]
    text = _NUMBERED.sub("", _COLUMN_NUMBERS.sub("", text))
    return text, [*names, *(one[1] for one in found)]
