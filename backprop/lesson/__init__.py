"""The lesson: everything the user chose, as one record, and its ways to a link, a file and back."""

from backprop.lesson.change import moved_to_level, resized, with_network, with_value, with_weights
from backprop.lesson.checks import check, problem
from backprop.lesson.counts import number_of_steps
from backprop.lesson.file import from_json, to_json
from backprop.lesson.link import from_query, to_query
from backprop.lesson.presets import DATA_SETS, DESCRIPTIONS, PRESETS, TITLES
from backprop.lesson.record import Lesson
from backprop.lesson.typed import parse_number, parse_numbers, parse_sizes, parse_table

__all__ = [
    "DATA_SETS", "DESCRIPTIONS", "PRESETS", "TITLES", "Lesson", "check", "from_json", "from_query",
    "moved_to_level", "number_of_steps", "parse_number", "parse_numbers", "parse_sizes",
    "parse_table", "problem", "resized", "to_json", "to_query", "with_network", "with_value",
    "with_weights",
]  # fmt: skip
