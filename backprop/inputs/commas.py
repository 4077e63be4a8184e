"""What a comma is among numbers: a decimal comma, a mark of thousands, or what stands between."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from backprop.inputs.marks import HARD_BLANK
from backprop.inputs.phrases import shown

_E = r"(?:e[+-]?\d+)?"
_FLAGS = re.ASCII | re.IGNORECASE
_DECIMAL = re.compile(rf"[+-]?\d*,\d+{_E}", _FLAGS)
_THOUSANDS = re.compile(rf"[+-]?[1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d*)?{_E}", _FLAGS)
_GROUPED = re.compile(rf"[+-]?[1-9]\d{{0,2}}(?:\.\d{{3}})+,\d+{_E}", _FLAGS)
_POINT_OR_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
_BLANKS = re.compile(rf"[+-]?[1-9]\d{{0,2}}(?:[ {HARD_BLANK}]\d{{3}})+(?:[.,]\d*)?", re.ASCII)

SEPARATOR, DECIMAL, THOUSANDS = "separator", "decimal", "thousands"


class Doubt(ValueError):
    """That ``came`` can be read as different numbers; ``line`` is where, if that is known."""

    def __init__(self, sentence: str, came: str) -> None:
        super().__init__(sentence)
        self.came, self.line = came, 0


def shown_bare(came: str) -> str:
    """What came, as a sentence shows it, without the brackets around it."""
    return shown(came.strip(" []{}()"))


def bare(line: str) -> str:
    """The line without blanks and commas around it; that of ,5 is a decimal comma."""
    return re.sub(r"^(?: |,(?![\d,]))+", "", line).rstrip(" ,")


def thousands_doubt(came: str) -> Doubt:
    """That one comma, or one point, may stand before decimals or between thousands."""
    point, whole = came.replace(",", "."), re.sub("[., \u00a0]", "", came)
    return Doubt(
        f"{shown_bare(came)} may be {point} or {whole}; please write {point} or {whole}, "
        "with a point before decimals and nothing between thousands.",
        came,
    )


def comma_doubt(came: str) -> Doubt:
    """That a comma may be a decimal comma or stand between two numbers."""
    return Doubt(
        f"The comma in {shown_bare(came)} may be a decimal comma or stand between two numbers; "
        "please write 0.5 for one half, or 0; 5 for two numbers.",
        came,
    )


def blank_doubt(came: str) -> Doubt:
    """That a blank may stand between thousands or between two numbers."""
    return Doubt(
        f"The blank in {shown_bare(came)} may stand between thousands or between two numbers; "
        "please write 1000 for a thousand, or 1; 0 for two numbers.",
        came,
    )


def role_in_cells(cells: Sequence[str]) -> str:
    """What a comma is in cells that other separators keep apart, "" if anything; raises Doubt."""
    pieces, spaced = _pieces(cells)
    tight = [piece for piece in chain(*pieces) if "," in piece]
    single = [piece for piece in tight if is_one_number(piece)]
    if spaced or len(single) < len(tight):
        if single:
            raise comma_doubt(single[0])
        return SEPARATOR
    role = _decimal_or_thousands(tight)
    if tight and not role and any("." in cell for cell in cells if "," not in cell):
        raise thousands_doubt(tight[0])
    return role


def role_in_quotes(cells: Sequence[str]) -> str:
    """What a comma is in cells that are quoted because of it; raises Doubt."""
    numbers = [cell for cell in cells if is_one_number(cell)]
    role = _decimal_or_thousands(numbers)
    if numbers and not role:
        raise thousands_doubt(numbers[0])
    return role


def role_in_lines(lines: Sequence[str], width: int) -> str:
    """What a comma is in lines of numbers with only commas and blanks between; raises Doubt.

    ``width`` is how many numbers a line must have, or 0 where that is not known.
    """
    pieces, _ = _pieces(lines)
    every = [*chain(*pieces)]
    tight = [piece for piece in every if "," in piece]
    if not tight or not all(map(is_one_number, tight)):
        return SEPARATOR
    if all("." in piece and may_be_thousands(piece) for piece in tight):
        return THOUSANDS
    apart = {sum(piece.count(",") + 1 for piece in line) for line in pieces}
    together = {*map(len, pieces)}
    if together == {1}:
        zeros = [
            piece for piece in tight if re.search(r",0\d\d", piece) and may_be_thousands(piece)
        ]
        if width > 1 or (not width and len(apart) == 1):
            if zeros or not width:
                raise thousands_doubt(zeros[0]) if zeros else comma_doubt(tight[0])
            return SEPARATOR
    elif together != {width} and any("." in piece for piece in every if "," not in piece):
        if apart != {width} or any(map(may_be_thousands, tight)):
            raise comma_doubt(lines[0])
        return SEPARATOR
    elif together != {width}:
        mixed = len(tight) < len(every) and not (len(together) == 1 < len(apart))
        if apart == {width} or (mixed and not width):
            raise comma_doubt(lines[0])
    role = _decimal_or_thousands(tight)
    if not role:
        raise thousands_doubt(tight[0])
    if role == DECIMAL:
        check_points(every)
    return role


def _pieces(lines: Iterable[str]) -> tuple[list[list[str]], bool]:
    """The words of each line as blanks and ", " keep them apart; whether there is such a ", "."""
    spaced = [re.sub(r"\s*,\s+|\s+,", ", ", " ".join(bare(line).split())) for line in lines]
    every = [[piece for piece in re.split(r",?\s+", line) if piece] for line in spaced]
    return every, any(", " in line for line in spaced)


def read_cell(cell: str, role: str) -> str:
    """One cell with a decimal point and nothing between thousands; raises Doubt."""
    if _GROUPED.fullmatch(cell):
        return cell.replace(".", "").replace(",", ".")
    if role == THOUSANDS and _THOUSANDS.fullmatch(cell):
        return cell.replace(",", "")
    if _DECIMAL.fullmatch(cell):
        return cell.replace(",", ".")
    return cell


def ungrouped(cell: str, apart: bool) -> str:
    """The cell without blanks between thousands; raises Doubt unless cells are surely ``apart``."""
    if not _BLANKS.fullmatch(cell):
        return cell
    if apart or HARD_BLANK in cell or re.search(r" 0\d\d", cell):
        return re.sub(f"[ {HARD_BLANK}]", "", cell)
    raise blank_doubt(cell)


def check_blanks(line: str) -> None:
    """Raise Doubt where a blank between two numbers may stand between thousands."""
    found = re.search(
        rf"(?<![\w.])[1-9]\d{{0,2}}(?:(?<!,.)(?<!,..)(?<!,...) (?:0\d\d|\d{{3}}(?=,\d))"
        rf"|{HARD_BLANK}\d{{3}})(?![\w/])",
        line,
        re.ASCII,
    )
    if found:
        raise blank_doubt(found[0])


def check_points(cells: Sequence[str]) -> None:
    """Raise Doubt for 1.000 in a table that has decimal commas."""
    if found := [cell for cell in cells if _POINT_OR_GROUP.fullmatch(cell)]:
        raise thousands_doubt(found[0])


def may_be_thousands(cell: str) -> bool:
    """Whether the comma of this cell may as well stand between thousands."""
    return _THOUSANDS.fullmatch(cell) is not None


def only_thousands(cells: Sequence[str]) -> str:
    """The first comma or point where each may stand between thousands, else ""."""
    found = [cell for cell in cells if "," in cell or "." in cell]
    doubtful = [cell for cell in found if may_be_thousands(cell) or _POINT_OR_GROUP.fullmatch(cell)]
    return found[0] if doubtful and doubtful == found else ""


def is_one_number(piece: str) -> bool:
    """Whether this is one number, whatever a comma in it is."""
    return any(form.fullmatch(piece) for form in (_DECIMAL, _THOUSANDS, _GROUPED))


def _decimal_or_thousands(found: Sequence[str]) -> str:
    """ "" where each of them may be either."""
    only_decimal = [c for c in found if not _THOUSANDS.fullmatch(c)]
    only_thousands = [c for c in found if not (_DECIMAL.fullmatch(c) or _GROUPED.fullmatch(c))]
    if only_decimal and only_thousands:
        raise comma_doubt(only_thousands[0])
    return DECIMAL if only_decimal else THOUSANDS if only_thousands else ""


def decimal_only(piece: str) -> bool:
    """Whether this is one number with a decimal comma, and the comma may be no other."""
    return _DECIMAL.fullmatch(piece.strip()) is not None


def is_one_cell(piece: str) -> bool:
    """Whether this may be one number with a decimal comma or blanks between its thousands."""
    return decimal_only(piece) or _BLANKS.fullmatch(piece) is not None
