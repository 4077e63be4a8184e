"""The lesson: everything the user chose, as one record, and its ways to a link, a file and back."""

from backprop.lesson.change import (
    at_step,
    moved_to_level,
    resized,
    row_of,
    with_choice,
    with_layers,
    with_network,
    with_row,
    with_table,
    with_value,
    with_weights,
)
from backprop.lesson.checks import check, problem
from backprop.lesson.counts import number_of_steps
from backprop.lesson.file import from_json, to_json
from backprop.lesson.link import from_query, to_query
from backprop.lesson.presets import DATA_SETS, DESCRIPTIONS, PRESETS, TITLES, preset_of
from backprop.lesson.record import Lesson
from backprop.lesson.typed import (
    parse_number,
    parse_numbers,
    parse_sizes,
    parse_table,
    parse_vector,
)

__all__ = [
    "DATA_SETS", "DESCRIPTIONS", "PRESETS", "TITLES", "Lesson", "at_step", "check", "from_json",
    "from_query", "moved_to_level", "number_of_steps", "parse_number", "parse_numbers",
    "parse_sizes", "parse_table", "parse_vector", "preset_of", "problem", "resized", "row_of",
    "to_json", "to_query", "with_choice", "with_layers", "with_network", "with_row", "with_table",
    "with_value", "with_weights",
]  # fmt: skip
