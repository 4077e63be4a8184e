"""The neuron that a page looks at: the one that is selected, with any of its numbers."""

from backprop.engine import Quantity
from backprop.lesson.record import Lesson


def selected_neuron(lesson: Lesson) -> tuple[int, int] | None:
    """The layer l and the place j of the neuron of layers 2..L whose number is selected.

    A weight belongs to the neuron that it leads to; None for an input, which has no z.
    """
    if lesson.selected:
        selected = Quantity.parse(lesson.selected)
        if selected.l > 1 and selected.j:
            return selected.l, selected.j
    return None
