"""Every label and sentence of the sidebar about a table of one's own."""

from backprop.inputs.phrases import count_of

OPEN_TABLE = "Open a CSV"
OUTPUTS = "Columns of y"


def own_table_label(inputs: int, outputs: int) -> str:
    """The field for the user's own data set."""
    return f"Your table: {count_of(inputs, 'input')}, {count_of(outputs, 'output')} in a row"


def last_columns(count: int) -> str:
    """That so many columns of a table are y."""
    return "The last column is y" if count == 1 else f"The last {count} columns are y"
