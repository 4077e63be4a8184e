"""What the explorer writes: formulas, numbers, sentences, text, tables and files."""

from backprop.writing.describe import about, as_table, as_text
from backprop.writing.export import trace_csv, trace_json
from backprop.writing.functions import function
from backprop.writing.latex import generic, worked
from backprop.writing.learned import how_cost_moved
from backprop.writing.matrices import matrices
from backprop.writing.numbers import exact, short
from backprop.writing.palette import PALETTE
from backprop.writing.sentence import sentence, title
from backprop.writing.shapes import shapes
from backprop.writing.sums import sum_rows

__all__ = [
    "PALETTE", "about", "as_table", "as_text", "exact", "function", "generic", "how_cost_moved",
    "matrices", "sentence", "shapes", "short", "sum_rows", "title", "trace_csv", "trace_json",
    "worked",
]  # fmt: skip
