"""The neuron that a page looks at: the one that is selected, with any of its numbers."""

from backprop.engine import Quantity, Trace
from backprop.engine.saturation import ends, steepness
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


def telling_neuron(trace: Trace) -> tuple[int, int]:
    """The neuron to look at where none is selected, for a trace of one example.

    It is the most saturated one, if there is one, else the first of the last hidden layer, or of
    the output layer where there is no hidden one.
    """
    found = []
    for l, z in trace.z.items():
        name = trace.network.activation[l]
        for j, (end, steep) in enumerate(zip(ends(name, z), steepness(name, z), strict=True), 1):
            if end[0] in ("top", "bottom"):
                found.append((float(steep[0]), l, j))
    return min(found)[1:] if found else (max(2, trace.network.L - 1), 1)
