"""What people type and paste: a number, a few numbers, sizes, a table.

The text may be anything. What is no such thing raises ValueError with one sentence for people.
"""

import re

from backprop.inputs.limits import MAX_NEURONS, check_number, check_rows, check_sizes
from backprop.inputs.phrases import count_of, shown

LONGEST_LINE, LONGEST_TABLE, LONGEST_NUMBER = 5_000, 100_000, 100
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+", re.ASCII)
_WITH_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_SIZES = re.compile(r"\d{1,9}(?:(?:\s*-\s*|[\s,;]+)\d{1,9})*", re.ASCII)
_ALIKE = str.maketrans('\u2212\u2013\ufe63\uff0d"[]()', "----     ")


_POWER = re.compile("×10\\^?([⁻−-]?[⁰¹²³⁴⁵⁶⁷⁸⁹0-9]+)")
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def parse_number(text: str) -> float:
    """The one number in this text."""
    return parse_numbers(text, 1)[0]


def parse_numbers(text: str, count: int, what: str = "") -> tuple[float, ...]:
    """The ``count`` numbers in this text, separated by commas, semicolons, blanks or new lines.

    ``what`` they are is said where there are more or fewer.

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
            raise ValueError(f"A number is written like 0.5, −2 or 1e−3; this is {shown(typed)}.")
    if len(words) != count:
        numbers = count_of(count, "number")
        needed = f"{what} needs {numbers}" if what else f"There must be {numbers}"
        raise ValueError(
            f"{needed}, written like 0.5, −2 or 1e−3; "
            f"here {'is' if len(words) == 1 else 'are'} {len(words) or 'none'}."
        )
    for word, typed in zip(words, came, strict=True):
        check_number(float(word), typed)
    return tuple(map(float, words))


def parse_vector(text: str) -> tuple[float, ...]:
    """The 1 to 12 numbers in this text, separated as ``parse_numbers`` has it.

    Where every word between blanks or semicolons has a comma inside, as in 0,5 1,5, it is a
    decimal comma.
    """
    text = _tidied(text, LONGEST_LINE)
    apart = re.split(r"[\s;]+", text)
    decimal = len(apart) > 1 and all(map(_WITH_COMMA.fullmatch, apart))
    count = len(apart if decimal else _words(text))
    if not 1 <= count <= MAX_NEURONS:
        raise ValueError(
            f"There must be 1 to {MAX_NEURONS} numbers, written like 0.5, −2 or 1e−3; "
            f"here are {count or 'none'}."
        )
    return parse_numbers(text, count)


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


def parse_table(text: str, n_in: int, n_out: int) -> tuple[tuple[float, ...], ...]:
    """The rows of a table, each the n_in numbers of x and then the n_out of y.

    The cells are separated by commas, semicolons, tabs or blanks, as a spreadsheet pastes or saves
    them. A first line in which no cell is a number is taken for the names of the columns.
    """
    text = _tidied(text, LONGEST_TABLE)
    lines = [(i, line) for i, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if lines and not any(map(_is_number, _words(lines[0][1]))):
        del lines[0]
    check_rows(len(lines), least=1)
    rows = []
    for i, line in lines:
        try:
            rows.append(parse_numbers(line, n_in + n_out))
        except ValueError as error:
            raise ValueError(f"Line {i} of the table: {error}") from None
    return tuple(rows)


def check_length(text: str, longest: int) -> None:
    """Raise ValueError for a text of more characters than ``longest``."""
    if len(text) > longest:
        raise ValueError(f"A text has at most {longest:,} characters here; this has {len(text):,}.")


def _tidied(text: str, longest: int) -> str:
    check_length(text, longest)
    text = _POWER.sub(lambda power: "e" + power[1].translate(_LOWERED), text)
    return text.translate(_ALIKE).strip()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s,;]+", text)


def _is_number(word: str) -> bool:
    return len(word) <= LONGEST_NUMBER and _NUMBER.fullmatch(word) is not None
