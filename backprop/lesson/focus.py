"""What a page looks at: one of the four equations, a layer for which it holds, a weight of it."""

from backprop.engine import Quantity
from backprop.engine.four_equations import layers_of
from backprop.lesson.record import Lesson


def chosen_equation(lesson: Lesson) -> str:
    """The equation of the lesson's choice, or BP2; BP1a where that holds for no layer.

    Without biases BP4 stands in for BP3.
    """
    name = lesson.value_of("equation") or "BP2"
    if name == "BP3" and not lesson.has_biases:
        name = "BP4"
    return name if layers_of(name, len(lesson.sizes)) else "BP1a"


def chosen_layer(lesson: Lesson) -> int:
    """The layer of the lesson's choice or the nearest that has weights; where none is chosen, 2."""
    return _nearest(lesson, lesson.layers, 2)


def layer_of_equation(lesson: Lesson, name: str) -> int:
    """The layer of the lesson's choice or the nearest for which this equation holds, else its last.

    Raises IndexError where it holds for no layer.
    """
    layers = layers_of(name, len(lesson.sizes))
    return _nearest(lesson, layers, layers[-1])


def selected_parameter(selected: str) -> Quantity | None:
    """The weight or bias that is selected, itself or by its gradient; None for anything else."""
    try:
        chosen = Quantity.parse(selected)
    except ValueError:
        return None
    symbol = chosen.symbol.removeprefix("nabla_")
    if chosen.j and (chosen.k if symbol == "w" else symbol == "b"):
        return Quantity(symbol, chosen.l, chosen.j, chosen.k)
    return None


def weight_in_focus(selected: str, l: int) -> Quantity:
    """The weight or bias that the selected number of layer l belongs to, else w_11."""
    found = selected_parameter(selected)
    return found if found and found.l == l else Quantity("w", l, 1, 1)


def _nearest(lesson: Lesson, layers: range, default: int) -> int:
    chosen = lesson.value_of("layer")
    return min(max(default if chosen is None else chosen, layers[0]), layers[-1])
