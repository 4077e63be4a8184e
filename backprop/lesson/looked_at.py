"""What a page looks at: one of the four equations, and a layer for which it holds."""

from backprop.engine.four_equations import layers_of
from backprop.lesson.record import Lesson


def chosen_equation(lesson: Lesson) -> str:
    """The equation of the lesson's choice, or BP2; BP1a where that holds for no layer."""
    name = lesson.choice("equation") or "BP2"
    return name if layers_of(name, len(lesson.sizes)) else "BP1a"


def chosen_layer(lesson: Lesson, layers: range, default: int) -> int:
    """The layer of the lesson's choice, or the default; the nearest of these layers.

    Raises IndexError where there are no layers.
    """
    return min(max(int(lesson.choice("layer") or default), layers[0]), layers[-1])
