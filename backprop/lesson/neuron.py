"""What a page looks at: the neuron, or the weight or bias, that the selected number is of."""

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


def selected_parameter(lesson: Lesson) -> Quantity | None:
    """The weight or bias that is selected, itself or by its gradient; None for anything else."""
    if lesson.selected:
        selected = Quantity.parse(lesson.selected)
        symbol = selected.symbol.removeprefix("nabla_")
        if selected.j and (selected.k if symbol == "w" else symbol == "b"):
            return Quantity(symbol, selected.l, selected.j, selected.k)
    return None
