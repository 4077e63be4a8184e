"""The lesson: everything the user chose, as one record, and its ways to a link, a file and back."""

from backprop.lesson.change import (
    at_step,
    moved_to_level,
    resized,
    row_of,
    with_biases,
    with_choice,
    with_network,
    with_row,
    with_table,
    with_value,
)
from backprop.lesson.examples import (
    at_example,
    examples_of,
    run_rows,
    with_examples,
    with_one_example,
)
from backprop.lesson.file import from_json, to_json
from backprop.lesson.focus import (
    chosen_equation,
    chosen_layer,
    layer_of_equation,
    selected_parameter,
    weight_in_focus,
)
from backprop.lesson.link import from_query, has_long_link, to_query
from backprop.lesson.neuron import selected_neuron
from backprop.lesson.presets import (
    DATA_SETS,
    DESCRIPTIONS,
    PRESETS,
    TITLES,
    Rows,
    origin_of,
    preset_of,
)
from backprop.lesson.record import Lesson
from backprop.lesson.sizes import kept_weights, with_layers, with_sizes

__all__ = [
    "DATA_SETS", "DESCRIPTIONS", "PRESETS", "TITLES", "Lesson", "Rows", "at_example", "at_step",
    "chosen_equation", "chosen_layer", "examples_of", "from_json", "from_query", "has_long_link",
    "kept_weights", "layer_of_equation", "moved_to_level", "origin_of", "preset_of", "resized",
    "row_of", "run_rows", "selected_neuron", "selected_parameter", "to_json", "to_query",
    "weight_in_focus", "with_biases", "with_choice", "with_examples", "with_layers", "with_network",
    "with_one_example", "with_row", "with_sizes", "with_table", "with_value",
]  # fmt: skip
