"""A table of examples as people paste it: each row x and then y."""

from contextlib import suppress
from dataclasses import dataclass

from backprop.inputs.blocks import LONGEST_BLOCK, Block, read_block
from backprop.inputs.commas import Doubt
from backprop.inputs.limits import check_rows
from backprop.inputs.marks import check_length
from backprop.inputs.parsing import check_count, value_in
from backprop.inputs.phrases import count_of
from backprop.inputs.refusals import check_columns, check_semicolons

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Table:
    """The numbers of a table, and the block that they stood in."""

    rows: Rows
    block: Block


class OtherWidth(ValueError):
    """That all rows of a table have as many numbers as another network needs."""

    def __init__(self, sentence: str, table: Table) -> None:
        super().__init__(sentence)
        self.table = table


def parse_table(text: str, n_in: int, n_out: int) -> Table:
    """The rows of a table, each the n_in numbers of x and then the n_out of y.

    Raises OtherWidth where all rows have another number of cells, and ValueError for what is no
    table, with the line and the column.
    """
    needed = n_in + n_out
    if not text.strip():
        check_rows(0, least=1)
    check_length(text, LONGEST_BLOCK)
    check_columns(text)
    try:
        if needed == 2:
            check_semicolons(text.strip().splitlines(), 0)
        block = read_block(text, needed)
    except Doubt as doubt:
        raise ValueError(f"{_line(doubt.line)}{doubt}" if doubt.line else str(doubt)) from None
    check_rows(len(block.rows), least=1)
    table = Table(tuple(_row(block, i) for i in range(len(block.rows))), block)
    widths = {*map(len, table.rows)}
    if len(widths) == 1 and widths != {needed}:
        raise OtherWidth(
            f"A row of the table has {count_of(needed, 'number')}: {n_in} for x and {n_out} for y; "
            f"here each has {min(widths)}.",
            table,
        )
    for line, row in zip(block.lines, table.rows, strict=True):
        try:
            check_count(row, needed)
        except ValueError as error:
            raise ValueError(_line(line) + str(error)) from None
    return table


def decoded(raw: bytes) -> str:
    """The text of a file as spreadsheets save it: UTF-8, UTF-16 or Windows-1252.

    Raises ValueError for a workbook and for what is no text.
    """
    if raw.startswith(b"PK\x03\x04") or raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValueError("This is a workbook; please save its sheet as CSV and open that file.")
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            text = raw.decode(encoding)
            if "\0" not in text:
                return text
    raise ValueError("This is no text file; please save the table as CSV, in UTF-8.")


def _row(block: Block, i: int) -> tuple[float, ...]:
    numbers = []
    for column, cell in enumerate(block.rows[i], start=1 + block.named_column):
        where = _line(block.lines[i], f", column {column}")
        if not cell:
            raise ValueError(f"{where}This cell is empty; it needs a number, such as 0.5 or −2.")
        try:
            numbers.append(value_in(cell))
        except ValueError as error:
            raise ValueError(where + str(error)) from None
    return tuple(numbers)


def _line(line: int, column: str = "") -> str:
    return f"Line {line}{column} of the table: "
