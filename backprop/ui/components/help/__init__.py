"""What a word means: beside its control on hover and on focus, and for a group in a list."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

from backprop.ui.components.component import Component

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_component = Component(Path(__file__).parent)


def help_with(groups: Mapping[str, Sequence["DataclassInstance"]]) -> None:
    """Explain the words of each group: their place as a selector, their label, their meaning."""
    words = {name: [astuple(word) for word in group] for name, group in groups.items()}
    _component(key="help", data={"groups": words})
