"""The network: how many layers it has, and how many neurons in each."""

from collections.abc import Mapping

from backprop.inputs.limits import MAX_LAYERS, MAX_NEURONS, MIN_LAYERS, check_sizes
from backprop.inputs.parsing import parse_whole
from backprop.lesson import Lesson, with_layers, with_sizes
from backprop.ui import state
from backprop.ui.components.grid import Cell, Table, grid, refused
from backprop.ui.fields import chosen, named, sentences, side_by_side
from backprop.ui.notes import noted, notes
from backprop.ui.resized import RESIZED, saying_what_became
from backprop.ui.sidebar.words import (
    LAYERS,
    NEURONS_CORNER,
    NEURONS_ROW,
    NEURONS_TABLE,
    layer_called,
    neurons_label,
)


def shows() -> object:
    """The sizes."""
    return state.current().sizes, notes("layers", "neurons", RESIZED)


def draw() -> None:
    """How many layers and neurons."""
    lesson, became = state.current(), noted(RESIZED)
    with side_by_side():
        counts = range(MIN_LAYERS, MAX_LAYERS + 1)
        chosen(LAYERS, "layers", counts, len(lesson.sizes), _set_layers)
        grid("neurons", _neurons(lesson), _set_neurons, became.sentence if became else "")
    sentences("layers")


def _set_layers(count: int) -> Lesson:
    return saying_what_became(with_layers(state.current(), count))


def _neurons(lesson: Lesson) -> Table:
    L = len(lesson.sizes)
    cells = [
        Cell(str(l), neurons_label(l, L), str(n), str(n), layer_called(l))
        for l, n in enumerate(lesson.sizes, start=1)
    ]
    return Table(
        name=NEURONS_TABLE,
        corner=NEURONS_CORNER,
        columns=[cell.id for cell in cells],
        rows=[(NEURONS_ROW, cells)],
        steps=(1, MAX_NEURONS),
    )


def _set_neurons(texts: Mapping[str, str]) -> tuple[Lesson, dict[str, str]]:
    lesson = state.current()
    sizes = list(lesson.sizes)

    def put(cell: str, text: str) -> None:
        l = int(cell)
        n = named(neurons_label(l, len(sizes)), parse_whole, text)
        check_sizes([*sizes[: l - 1], n, *sizes[l:]])
        sizes[l - 1] = n

    wrong = refused(texts, put)
    return saying_what_became(with_sizes(lesson, sizes)), wrong
