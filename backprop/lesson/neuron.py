"""The neuron that a page looks at: the one that is selected, with any of its numbers."""

from backprop.engine import Quantity
from backprop.lesson.record import Lesson


def chosen_neuron(lesson: Lesson) -> tuple[int, int]:
    """The layer l and the place j of a neuron of layers 2..L.

    It is the one whose number is selected (a weight belongs to the neuron it leads to), else the
    first of the last hidden layer, or of the output layer where there is no hidden one.
    """
    if lesson.selected:
        selected = Quantity.parse(lesson.selected)
        if selected.l > 1 and selected.j:
            return selected.l, selected.j
    return max(2, len(lesson.sizes) - 1), 1
