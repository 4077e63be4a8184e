"""What the explorer writes: formulas, numbers, sentences, text, tables and files."""

from backprop.writing.formulas.functions import function
from backprop.writing.formulas.latex import generic, worked
from backprop.writing.formulas.matrices import matrices
from backprop.writing.formulas.palette import PALETTE
from backprop.writing.formulas.shapes import shapes
from backprop.writing.formulas.sums import sum_rows
from backprop.writing.text.describe import about, as_table, as_text
from backprop.writing.text.export import trace_csv, trace_json
from backprop.writing.text.learned import how_cost_moved
from backprop.writing.text.numbers import exact, short
from backprop.writing.text.sentence import layer_name, sentence, title

__all__ = [
    "PALETTE", "about", "as_table", "as_text", "exact", "function", "generic", "how_cost_moved",
    "layer_name", "matrices", "sentence", "shapes", "short", "sum_rows", "title", "trace_csv",
    "trace_json", "worked",
]  # fmt: skip
