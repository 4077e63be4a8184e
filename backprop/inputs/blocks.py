"""A pasted text as rows of cells, and what of it was taken for names.

It may come from a spreadsheet, a notebook, a web page or a paper, of any country.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from backprop.inputs.commas import (
    SEPARATOR,
    Doubt,
    bare,
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
from backprop.inputs.forms import Lines, check_heading, unwrapped
from backprop.inputs.marks import check_length, cleaned, is_number
from backprop.inputs.phrases import count_of
from backprop.inputs.refusals import check_factors, check_semicolons, check_split

LONGEST_BLOCK = 50_000
_MISSING = {"na", "n/a", "nan", "null", "none", "inf", "infinity", "true", "false"}
_MISSING |= {"<na>", "<nan>", "missing", "nil", "undefined"}
_CORNERS = {"", "#", "nr", "nr.", "no", "no.", "row", "index", "id", "n", "i"}
_CORNERS |= {"sample", "obs", "obs.", "zeile", "unnamed: 0"}
_HIDDEN = "\x01\x02\x03\x04\x05"
_HIDE, _RESTORE = str.maketrans(",; \t|", _HIDDEN), str.maketrans(_HIDDEN, ",; \t|")
_NOT_HIDDEN = str.maketrans(_HIDDEN, 5 * "\ufffd")
_QUOTED = re.compile(r'"([^"\n]*)"')
_ERROR = r"#(?:N/A|NV|[A-ZÄÖÜ0-9/]{3,}[!?])"
_NO_NAME = re.compile(rf"{_ERROR}|\\\w+\{{[-+.\d]")
_ARROW = re.compile("(?<=[0-9]) *(?:[-=]>|[→⇒↦⟶]) *(?=[-+.0-9])")
_FENCE = re.compile(r"^[ \t]*```\w*[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(rf"\s*(#(?!{_ERROR[1:]})|%|//)")


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
    check_factors(text)
    text = re.sub(r"(?<=[0-9]) +/ +(?=[0-9])", "/", cleaned(text.translate(_NOT_HIDDEN)))
    text = _ARROW.sub(" ", _FENCE.sub("", text))
    every, labels = unwrapped(_QUOTED.sub(_hidden, text).replace('"', " "), width)
    every = [(i, line) for i, line in every if line.strip()]
    every = [one for k, one in enumerate(every) if not _is_rule(one[1], k == 1 and every[0][1])]
    comments = [line for line in every if _COMMENT.match(line[1])]
    lines = [line for line in every if not _COMMENT.match(line[1])]
    if not lines:
        raise ValueError("There are no numbers in this text.")
    data = _are_data([line for _, line in lines])
    body = [line for line, is_data in zip(lines, data, strict=True) if is_data] or lines
    try:
        table, by_blanks, doubtful = _table(lines, [line for _, line in body], width)
    except Doubt as doubt:
        doubt.line = next((i for i, line in body if doubt.came in line), 0)
        raise
    heading = 0
    is_heading = _is_heading if by_blanks else _all_names
    while heading < len(table) and is_heading(table[heading]) and not data[heading]:
        heading += 1
    above, rows = table[:heading], _even(table[heading:])
    beside = _names_beside(above[-1] if above else [], rows, width)
    for names in above[-1:]:
        check_heading(names)
        counted = rows and _is_counted([row[0] for row in rows])
        if counted and {*map(len, rows)} == {width} == {len(names) + 1}:
            i, many = lines[heading - 1][0], count_of(len(names), "name")
            raise ValueError(f"Line {i} has {many} for {width} columns.")
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
        check_semicolons(body, width)
        if role == SEPARATOR:
            check_split(tight, 0)
        apart = not any(re.search("[;|]", line) for line in body)
        split = "," if role == SEPARATOR else ""
    else:
        role = role_in_lines(body, width)
        if role == SEPARATOR:
            check_split(body, width)
        apart = False
        split = "," if role == SEPARATOR and any("," in line for line in body) else " "
        table = [[line] for line in texts]
    if split == " ":
        for line in body:
            check_blanks(line)
        between = r",\s+" if all(re.search(r",\s", line) for line in body) else r",?\s+"
        table = [[w for w in re.split(between, bare(line)) if w] for (line,) in table]
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
    corner = above and (
        above[0].lower() in _CORNERS if len(above) in length else len(above) + 1 in length
    )
    sure = len(rows) > 1 or (above and len(above) in length)
    return int(bool(_is_counted(first) and corner and sure and length != {width}))


def _is_counted(first: Sequence[str]) -> bool:
    return any([*first] == [str(i + n) for i in range(len(first))] for n in (0, 1))


def _are_data(lines: Sequence[str]) -> list[bool]:
    """Whether each is no heading; New York 0 1 above Boston 1 1 is none, as it ends like a row."""
    every = [_words(line) for line in lines]
    ends = {_ending(words) for words in every if not _is_heading(words)} - {0}
    return [
        not _is_heading(words) or (_ending(words) in ends and not re.search("[,;\t|]", line))
        for words, line in zip(every, lines, strict=True)
    ]


def _ending(words: Sequence[str]) -> int:
    """How many numbers end this line."""
    return len(words) - max((i for i, w in enumerate(words, 1) if not _like_number(w)), default=0)


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
    return is_word and cell.lower().lstrip("+-") not in _MISSING and not _NO_NAME.match(cell)


def _like_number(cell: str) -> bool:
    return re.match(r"[+-]?[.,]?\d", cell, re.ASCII) is not None


def _is_rule(line: str, above: str | Literal[False]) -> bool:
    """Whether this line is drawn, as below the head of a table, and no row of missing numbers."""
    cells = re.findall(r"[^\s|+]+", line)
    if cells and all(re.fullmatch(":?(?:-{3,}|={3,}):?", cell) for cell in cells):
        return True
    below = above is not False and any(map(_is_name, _words(above)))
    return below and {*line} <= {*"-|:+= \t"} and ("--" in line or ("-" in line and "|" in line))


def _words(line: str) -> list[str]:
    return re.findall(r"[^\s,;|]+", line)


def _hidden(found: re.Match[str]) -> str:
    """What stands in quotes is one cell, but for a whole line of several."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    whole = before.rpartition("\n")[2].strip() == after.partition("\n")[0].strip() == ""
    return found[1] if whole and not decimal_only(found[1]) else found[1].translate(_HIDE)


def _restored(text: str) -> str:
    return text.translate(_RESTORE)
