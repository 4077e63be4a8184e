"""A button for a dialog that makes links for a class: to be presented, or without some parts."""

from collections.abc import Mapping
from pathlib import Path

from backprop.ui.components.component import Component

_component = Component(Path(__file__).parent)


def class_link(words: Mapping[str, str], hidden: Mapping[str, str]) -> None:
    """Put the button on the page; ``hidden`` has a label for each word that a link can hide."""
    _component(key="class_link", data={"words": words, "hidden": list(hidden.items())})
