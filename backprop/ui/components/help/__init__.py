"""What a word means: beside its control on hover and on focus, and for a group in a list."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from backprop.ui.components.component import Component

_component = Component(Path(__file__).parent)


def help_with(groups: Mapping[str, Sequence[tuple[str, str, str]]]) -> None:
    """Explain the words of each group: where each is, as a selector, its label, its meaning."""
    _component(key="help", data={"groups": groups})
