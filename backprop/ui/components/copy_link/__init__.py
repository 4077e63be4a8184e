"""The link in the address bar, which is always the present lesson, and a button that copies it."""

from pathlib import Path

from backprop.ui.components.component import Component

_component = Component(Path(__file__).parent)


def copy_link() -> None:
    """Put the button on the page; it needs no server to copy."""
    _component(key="copy_link", data={})
