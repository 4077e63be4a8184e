"""The weight that a page is about: the selected one, and it stays so until another one is."""

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.ui import state


def chosen_weight() -> Quantity:
    """The selected weight, or the last that was; at first that of layer 2 with most gradient."""
    lesson = state.current()
    for id in (lesson.selected, lesson.choice("spread-w")):
        found = Quantity.parse(id) if id else Quantity("C")
        if found.symbol in ("w", "nabla_w") and found.k and found.is_in(lesson.sizes):
            return Quantity("w", found.l, found.j, found.k)
    return first_weight(state.trace())


def keep_weight() -> bool:
    """Keep the weight in the link, as another number may be selected next; whether it is new."""
    found = chosen_weight().id
    if not state.current().selected or found == state.current().choice("spread-w"):
        return False
    state.choose("spread-w", found)
    return True


def first_weight(trace: Trace) -> Quantity:
    """Of the weights into layer 2 the one with the largest gradient, the first of equals."""
    gradient = np.abs(trace.nabla_w[2])
    j, k = np.unravel_index(int(gradient.argmax()), gradient.shape)
    return Quantity("w", 2, int(j) + 1, int(k) + 1)
