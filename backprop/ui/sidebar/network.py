"""The network: how many layers it has, and how many neurons in each."""

from collections.abc import Mapping

from backprop.inputs.limits import MAX_LAYERS, MAX_NEURONS, MIN_LAYERS
from backprop.inputs.parsing import parse_whole
from backprop.lesson import Lesson, resized, with_layers
from backprop.ui import state
from backprop.ui.components.grid import Cell, Table, grid
from backprop.ui.fields import chosen, named, sentences, side_by_side
from backprop.ui.notes import WrongCell, notes
from backprop.ui.sidebar.words import (
    LAYERS,
    NEURONS_CORNER,
    NEURONS_ROW,
    NEURONS_TABLE,
    neurons_label,
)


def shows() -> object:
    """The sizes."""
    return state.current().sizes, notes("layers", "neurons")


def draw() -> None:
    """How many layers and neurons."""
    lesson = state.current()
    with side_by_side():
        counts = range(MIN_LAYERS, MAX_LAYERS + 1)
        chosen(LAYERS, "layers", counts, len(lesson.sizes), _set_layers)
        grid("neurons", _neurons(lesson), _set_neurons)
    sentences("layers")


def _set_layers(count: int) -> Lesson:
    return with_layers(state.current(), count)


def _neurons(lesson: Lesson) -> Table:
    L = len(lesson.sizes)
    cells = [
        Cell(str(l), neurons_label(l, L), str(n), str(n))
        for l, n in enumerate(lesson.sizes, start=1)
    ]
    return Table(
        name=NEURONS_TABLE,
        corner=NEURONS_CORNER,
        columns=[cell.id for cell in cells],
        rows=[(NEURONS_ROW, cells)],
        steps=(1, MAX_NEURONS),
    )


def _set_neurons(texts: Mapping[str, str]) -> Lesson:
    lesson = state.current()
    sizes = list(lesson.sizes)
    for l in range(1, len(sizes) + 1):
        if str(l) in texts:
            try:
                sizes[l - 1] = named(neurons_label(l, len(sizes)), parse_whole, texts[str(l)])
                resized(lesson, [*sizes[:l], *lesson.sizes[l:]])
            except ValueError as error:
                raise WrongCell(str(l), str(error)) from None
    return resized(lesson, sizes)
