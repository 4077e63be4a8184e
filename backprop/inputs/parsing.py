"""What people type and what links say: a number, a few numbers, sizes.

The text may be anything. What is no such thing raises ValueError with one sentence for people.
Links have their own readers of several numbers, so that an old one is always read as it was.
"""

import re
from collections.abc import Sequence
from math import isnan

from backprop.inputs.blocks import read_block
from backprop.inputs.commas import Doubt, bare, comma_doubt, thousands_doubt
from backprop.inputs.limits import MAX_NEURONS, check_number, check_sizes
from backprop.inputs.marks import LONGEST_NUMBER, NUMBER, check_length, is_number, value_of
from backprop.inputs.phrases import count_of, shown, unseen_in
from backprop.inputs.refusals import check_brackets, check_factors, check_split, unnumbered

LONGEST_LINE = 5_000
_NUMBER = re.compile(NUMBER, re.ASCII | re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+", re.ASCII)
_WITH_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_GAP = re.compile(
    r"(?<=^[-−–])\s+(?=[.,]?\d)"
    r"|(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?:[\u00a0\u2009\u202f]\d{3})*(?:[.,]\d*)?$)",
    re.ASCII,
)
_NO_LINK = re.compile(r"^\s*[+-]?,\d|×10\d|\(\s*\d")
"""What a link's reader of numbers reads as others than a person means."""
_PAIR = re.compile(r"[+-]?\d+,[+-]?\d+", re.ASCII)
_SIZES = re.compile(r"\d{1,9}(?:(?:\s*-\s*|[\s,;]+)\d{1,9})*", re.ASCII)
_NO_BRACKETS = str.maketrans("[]", "  ")
_ALIKE = str.maketrans('\u2212\u2013\ufe63\uff0d"[]()', "----     ")


_POWER = re.compile("×10\\^?([⁻−-]?[⁰¹²³⁴⁵⁶⁷⁸⁹0-9]+)")
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def parse_number(text: str) -> float:
    """The one number in this text, a fraction or one with a decimal comma, too."""
    if re.search("[%‰]", text):
        raise no_number(text.strip())
    check_length(text, LONGEST_LINE)
    text = _GAP.sub("", text.strip())
    if _NO_LINK.search(text):
        return parse_numbers(text, 1)[0]
    try:
        return parse_link_numbers(text, 1)[0]
    except ValueError as error:
        refused = error
    try:
        return parse_numbers(text, 1)[0]
    except Doubt:
        raise
    except ValueError as error:
        if "/" in text:
            raise (no_number(text.strip()) if " " in text.strip() else error) from None
        raise refused from None


def parse_numbers(text: str, count: int, what: str = "") -> tuple[float, ...]:
    """The ``count`` numbers in this text, in any of the forms that a block may have.

    ``what`` they are is said where there are more or fewer.
    """
    return _numbers(text, count, what)


def parse_vector(text: str) -> tuple[float, ...]:
    """The 1 to 12 numbers in this text, in any of the forms that a block may have."""
    inside = bare(text.replace("{,}", "."))
    apart = re.search(r"[\s;|]", inside)
    if not apart and _PAIR.fullmatch(inside):
        raise comma_doubt(inside)
    if not apart:
        check_split([inside], 0)
    return _numbers(text, 0, width=0 if apart or "\\" in text else inside.count(",") + 1)


def value_in(cell: str) -> float:
    """The number in this cell of a block."""
    if not is_number(cell):
        raise no_number(cell)
    if isnan(value_of(cell)):
        raise ValueError(f"It divides by 0; this is {shown(cell)}.")
    check_number(value_of(cell), cell)
    return value_of(cell)


def no_number(came: str) -> ValueError:
    """That what came is no number, and how one is written."""
    if re.fullmatch(r"[^%‰]*\d\s*[%‰]", came):
        return ValueError(f"A percentage is written like 0.05 for 5 %; this is {shown(came)}.")
    unseen = unseen_in(came)
    also = f", with the character {unseen}" if unseen else ""
    return ValueError(f"A number is written like 0.5, −2 or 1e−3; this is {shown(came)}{also}.")


def _numbers(text: str, count: int, what: str = "", width: int = 0) -> tuple[float, ...]:
    check_length(text, LONGEST_LINE)
    text, _ = unnumbered(text)
    plain = (" " if re.search(r"[\\[]", text) else "; ").join(filter(str.strip, text.splitlines()))
    if plain.count("[") == 1:
        check_factors(plain)
        check_brackets(plain, count or width)
        plain = plain.translate(_NO_BRACKETS)
    cells: list[str] = []
    if plain.strip(" ,;()[]"):
        block = read_block(plain, count or width)
        if "," in block.doubtful:
            raise thousands_doubt(block.doubtful)
        if len(block.names) > block.labels:
            raise no_number(block.names[block.labels])
        cells = [cell for row in block.rows for cell in row]
    if "" in cells:
        raise ValueError(
            f"Number {cells.index('') + 1} is missing between its separators in {shown(text)}."
        )
    numbers = tuple(map(value_in, cells))
    check_count(numbers, count, what)
    return numbers


def check_count(numbers: Sequence[object], count: int, what: str = "") -> None:
    """Raise ValueError unless there are ``count`` numbers, or 1 to 12 where that is 0."""
    here = len(numbers)
    if here == count if count else 1 <= here <= MAX_NEURONS:
        return
    be = "is" if here == 1 else "are"
    needed = count_of(count, "number") if count else f"1 to {MAX_NEURONS} numbers"
    raise ValueError(
        f"{f'{what} needs' if what else 'There must be'} {needed}, written like 0.5, −2 or 1e−3; "
        f"here {be} {here or 'none'}."
    )


def parse_link_number(text: str) -> float:
    """The one number in this text of a link, read as links always were."""
    return parse_link_numbers(text, 1)[0]


def parse_link_numbers(text: str, count: int, what: str = "") -> tuple[float, ...]:
    """The ``count`` numbers that a link has, separated by commas, semicolons, blanks or new lines.

    A comma between digits is a decimal comma where only so the count is right: 0,5 is one half
    where one number is needed, and two numbers where two are.
    """
    text = _tidied(text, LONGEST_LINE)
    words = came = _words(text)
    if len(words) != count and "," in text:
        decimal = [word for word in re.split(r"[\s;]+|,\s+", text) if word]
        if len(decimal) == count and not any(map(_THOUSANDS.fullmatch, decimal)):
            words, came = [word.replace(",", ".", 1) for word in decimal], decimal
    for word, typed in zip(words, came, strict=True):
        if not _is_number(word):
            raise no_number(typed)
    check_count(words, count, what)
    for word, typed in zip(words, came, strict=True):
        check_number(float(word), typed)
    return tuple(map(float, words))


def parse_link_vector(text: str) -> tuple[float, ...]:
    """The 1 to 12 numbers that a link has, separated as ``parse_link_numbers`` has it.

    Where every word between blanks or semicolons has a comma inside, as in 0,5 1,5, it is a
    decimal comma.
    """
    text = _tidied(text, LONGEST_LINE)
    apart = re.split(r"[\s;]+", text)
    decimal = len(apart) > 1 and all(map(_WITH_COMMA.fullmatch, apart))
    words = apart if decimal else _words(text)
    check_count(words, 0)
    return parse_link_numbers(text, len(words))


def parse_whole(text: str) -> int:
    """The whole number in this text."""
    if not re.fullmatch(r"\s*\d{1,10}\s*", text, re.ASCII):
        raise ValueError(f"It must be a whole number; this is {shown(text.strip())}.")
    return int(text)


def parse_sizes(text: str) -> tuple[int, ...]:
    """The neurons of each layer, written like 3-4-2."""
    text = _tidied(text, LONGEST_LINE)
    if not _SIZES.fullmatch(text):
        raise ValueError(f"Sizes are written like 3-4-2; this is {shown(text)}.")
    sizes = tuple(map(int, re.findall(r"\d+", text)))
    check_sizes(sizes)
    return sizes


def _tidied(text: str, longest: int) -> str:
    check_length(text, longest)
    text = _POWER.sub(lambda power: "e" + power[1].translate(_LOWERED), text)
    return text.translate(_ALIKE).strip()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s,;]+", text)


def _is_number(word: str) -> bool:
    return len(word) <= LONGEST_NUMBER and _NUMBER.fullmatch(word) is not None
