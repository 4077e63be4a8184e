"""The layer that a part looks at: the choice that several parts share."""

from collections.abc import Callable
from typing import Any

from backprop.lesson import chosen_layer
from backprop.ui import state
from backprop.ui.chapter.switch import switch


def layer_switch(label: str, called: Callable[[int], str], **look: Any) -> None:
    """The layers that have weights, the chosen one marked; nothing where there is just one."""
    lesson = state.current()
    if len(lesson.layers) > 1:
        switch(label, "layer", lesson.layers, chosen_layer(lesson), called=called, **look)


def look_at_layer(l: Any) -> None:
    """Choose the layer that a stage asks for; a browser may send anything here."""
    if type(l) is int and l in state.current().layers:
        state.choose("layer", str(l))
