"""A pasted text as rows of cells, and what of it was taken for names.

It may come from a spreadsheet, a notebook, a web page or a paper, of any country.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backprop.inputs.commas import (
    SEPARATOR,
    Doubt,
    check_blanks,
    check_points,
    decimal_only,
    only_thousands,
    read_cell,
    role_in_cells,
    role_in_lines,
    role_in_quotes,
    ungrouped,
)
from backprop.inputs.forms import Lines, unwrapped
from backprop.inputs.marks import check_length, cleaned, is_number

LONGEST_BLOCK = 100_000
_MISSING = {"na", "n/a", "nan", "null", "none", "inf", "infinity", "true", "false"}
_CORNERS = {"", "#", "nr", "nr.", "no", "no.", "row", "index"}
_HIDDEN = "\x01\x02\x03\x04\x05"
_HIDE, _RESTORE = str.maketrans(",; \t|", _HIDDEN), str.maketrans(_HIDDEN, ",; \t|")
_NOT_HIDDEN = str.maketrans(_HIDDEN, 5 * "\ufffd")
_QUOTED = re.compile(r'"([^"\n]*)"')
_COMMENT = re.compile(r"\s*(#|%|//)")


@dataclass(frozen=True)
class Block:
    """Rows of cells, the line of each (from 1), and what was taken for names, as it came.

    The first ``labels`` of the names stood before a =, as in x1 = 0.2; ``named_lines`` are the
    lines of names, and ``named_column`` is whether the first column was one. ``doubtful`` is a cell
    whose comma or point was read as decimal though it may stand between thousands, or "".
    """

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    names: tuple[str, ...]
    labels: int = 0
    named_lines: tuple[int, ...] = ()
    named_column: bool = False
    doubtful: str = ""


def read_block(text: str, width: int = 0) -> Block:
    """The cells in this text; that a row should have ``width`` settles many a doubt.

    A cell is a text for ``parse_number``, "" where it is empty. Raises ValueError for a text too
    long or with nothing in it, and where it can be read as different numbers.
    """
    check_length(text, LONGEST_BLOCK)
    text = re.sub(r"(?<=[0-9]) +/ +(?=[0-9])", "/", cleaned(text.translate(_NOT_HIDDEN)))
    every, labels = unwrapped(_QUOTED.sub(_hidden, text).replace('"', " "), width)
    every = [(i, line) for i, line in every if line.strip() and not _is_rule(line)]
    comments = [line for line in every if _COMMENT.match(line[1])]
    lines = [line for line in every if not _COMMENT.match(line[1])]
    if not lines:
        raise ValueError("There are no numbers in this text.")
    body = [(i, line) for i, line in lines if not _is_heading(_words(line))] or lines
    try:
        table, by_blanks, doubtful = _table(lines, [line for _, line in body], width)
    except Doubt as doubt:
        doubt.line = next((i for i, line in body if doubt.came in line), 0)
        raise
    heading = 0
    is_heading = _is_heading if by_blanks else _all_names
    while heading < len(table) and is_heading(table[heading]):
        heading += 1
    above, rows = table[:heading], _even(table[heading:])
    beside = _names_beside(above[-1] if above else [], rows, width)
    names = [
        *dict.fromkeys(labels),
        *(line.strip(" \t#%/") for _, line in comments),
        *(cell for row in above for cell in row if cell),
        *(row[0] for row in rows if beside),
    ]
    return Block(
        tuple(tuple(row[beside:]) for row in rows),
        tuple(i for i, _ in lines[heading:]),
        tuple(names),
        len({*labels}),
        tuple(sorted({i for i, _ in [*comments, *lines[:heading]]})),
        bool(beside),
        doubtful,
    )


def _table(lines: Lines, body: Sequence[str], width: int) -> tuple[list[list[str]], bool, str]:
    """The cells of each line, whether blanks keep them apart, and a cell as ``Block.doubtful``."""
    texts = [line for _, line in lines]
    doubtful = ""
    if any(re.search("[;\t|]", line) for line in body):
        if all(line.startswith("\t") for line in texts):
            texts = [line[1:] for line in texts]
        table = [re.split("[;\t|]", re.sub(r"^\s*\||\|\s*$", "", line)) for line in texts]
        cells = [cell.strip() for line in body for cell in re.split("[;\t|]", _restored(line))]
        numbers = [cell for cell in cells if _like_number(cell)]
        role = role_in_cells(numbers)
        tight = [cell for cell in numbers if "," in cell]
        if role != SEPARATOR and tight:
            check_points(numbers)
        if not role:
            doubtful = only_thousands(numbers)
        apart = not any(re.search("[;|]", line) for line in body)
        split = "," if role == SEPARATOR else ""
    else:
        role = role_in_lines(body, width)
        apart = False
        split = "," if role == SEPARATOR and any("," in line for line in body) else " "
        table = [[line] for line in texts]
    if split == " ":
        for line in body:
            check_blanks(line)
        between = r",\s+" if all(re.search(r",\s", line) for line in body) else r",?\s+"
        table = [[w for w in re.split(between, line.strip(" ,")) if w] for (line,) in table]
        split = "" if between == r",\s+" else " "
    elif split:
        table = [[part for cell in row for part in cell.split(",")] for row in table]
    if role == SEPARATOR:
        role = role_in_quotes([_restored(cell) for row in table for cell in row if "\x01" in cell])
    return [_read(row, role, apart) for row in table], split == " ", doubtful


def _read(row: Sequence[str], role: str, apart: bool) -> list[str]:
    cells = []
    for text in row:
        whole = _restored(text).strip().rstrip(",").rstrip()
        one = read_cell(ungrouped(whole, apart or "\x03" in text), role)
        parts = [read_cell(part, role) for part in whole.split()]
        apart_too = len(parts) > 1 and all(map(is_number, parts)) and "/" not in "".join(parts[1:])
        cells += parts if apart_too and not is_number(one) else [one]
    return cells


def _even(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows without the separators that end them."""
    used = max((i for row in rows for i, cell in enumerate(row, start=1) if cell), default=0)
    return [row[:used] for row in rows]


def _names_beside(above: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> int:
    """1 where the first column is the names or the numbers of the rows, else 0."""
    if not rows or min(map(len, rows)) < 2:
        return 0
    first, length = [row[0] for row in rows], {*map(len, rows)}
    if all(map(_is_name, first)):
        return 1
    counted = any(first == [str(i + n) for i in range(len(rows))] for n in (0, 1))
    corner = above and (
        above[0].lower() in _CORNERS if len(above) in length else len(above) + 1 in length
    )
    sure = len(rows) > 1 or (above and len(above) in length)
    return int(bool(counted and corner and sure and length != {width}))


def _is_heading(words: Sequence[str]) -> bool:
    """Whether a line, read word by word, is names: of Input 1, Input 2 as well."""
    names = sum(map(_is_name, words))
    return bool(words) and _is_name(words[0]) and (names > 1 or names == len(words))


def _all_names(cells: Sequence[str]) -> bool:
    found = [cell for cell in cells if cell]
    return any(map(_is_name, found)) and all(_is_name(c) or c in _CORNERS for c in found)


def _is_name(cell: str) -> bool:
    """Whether this begins like a word, and is none for a missing number."""
    is_word = any(map(str.isalpha, cell)) and not _like_number(cell)
    return is_word and cell.lower().lstrip("+-") not in _MISSING


def _like_number(cell: str) -> bool:
    return re.match(r"[+-]?[.,]?\d", cell, re.ASCII) is not None


def _is_rule(line: str) -> bool:
    """Whether this line is drawn, as below the head of a Markdown table."""
    return {*line} <= {*"-|:+= \t"} and ("--" in line or ("-" in line and "|" in line))


def _words(line: str) -> list[str]:
    return re.findall(r"[^\s,;|]+", line)


def _hidden(found: re.Match[str]) -> str:
    """What stands in quotes is one cell, but for a whole line of several."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    whole = before.rpartition("\n")[2].strip() == after.partition("\n")[0].strip() == ""
    return found[1] if whole and not decimal_only(found[1]) else found[1].translate(_HIDE)


def _restored(text: str) -> str:
    return text.translate(_RESTORE)
