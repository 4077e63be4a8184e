"""Every label and sentence of the sidebar about a table of one's own."""

from backprop.inputs.blocks import Block
from backprop.inputs.phrases import any_of, count_of, shown

OPEN_TABLE = "Open a CSV"
OUTPUTS = "Columns of y"


def own_table_label(inputs: int, outputs: int) -> str:
    """The field for the user's own data set."""
    return f"Your table: {count_of(inputs, 'input')}, {count_of(outputs, 'output')} in a row"


def last_columns(count: int) -> str:
    """That so many columns of a table are y."""
    return "The last column is y" if count == 1 else f"The last {count} columns are y"


def taken_for_names(block: Block) -> str:
    """What of a table was taken for names; "" where nothing was."""
    lines, names = list(map(str, block.named_lines)), shown(", ".join(block.names))
    if lines and block.named_column:
        where = "Line" if len(lines) == 1 else "Lines"
        return f"{where} {any_of(lines, 'and')} and the first column were taken for names: {names}."
    if block.named_column:
        return f"The first column was taken for names: {names}."
    if len(lines) == 1:
        return f"Line {lines[0]} was taken for names: {names}."
    if lines:
        return f"Lines {any_of(lines, 'and')} were taken for names: {names}."
    return f"The names before the numbers were left out: {names}." if block.names else ""


def taken_for_decimals(block: Block) -> str:
    """That a comma or a point was not taken for one between thousands; "" where none may be."""
    cell = block.doubtful
    if not cell:
        return ""
    return f"{shown(cell)} was read as {cell.replace(',', '.')}, with decimals, not as thousands."
