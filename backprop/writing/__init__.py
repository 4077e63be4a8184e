"""What the explorer writes: formulas, numbers, sentences, text, tables and files."""

from backprop.writing.describe import about, as_table, as_text
from backprop.writing.export import trace_csv, trace_json
from backprop.writing.functions import function
from backprop.writing.latex import addressed, generic, with_numbers, worked
from backprop.writing.learned import how_cost_moved
from backprop.writing.matrices import matrices
from backprop.writing.numbers import exact, latex_number, short
from backprop.writing.palette import PALETTE
from backprop.writing.sentence import plain, sentence, title
from backprop.writing.shapes import shapes
from backprop.writing.sums import terms

__all__ = [
    "PALETTE", "about", "addressed", "as_table", "as_text", "exact", "function", "generic",
    "how_cost_moved", "latex_number", "matrices", "plain", "sentence", "shapes", "short", "terms",
    "title", "trace_csv", "trace_json", "with_numbers", "worked",
]  # fmt: skip
