"""What is said of a step, in blocks: formulas, a table, a line of code. It changes with the stage.

The browser is told the blocks of the step and of its neighbours, so that a press waits for nobody.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NotRequired, TypedDict

from backprop.server.streamlit_files import from_a_page, latex_url
from backprop.ui.components.component import Component

_component = Component(Path(__file__).parent, early=True)


class Formulas(TypedDict):
    """Formulas side by side, in LaTeX."""

    formulas: Sequence[str]
    j: NotRequired[int]
    """The neuron whose numbers they have, where terms of them may be lit."""
    order: NotRequired[Sequence[int]]
    """Which term each of the numbers belongs to, as they stand there; 0: to none."""


class Table(TypedDict):
    """A table of texts; the first of each row is its head."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


class Code(TypedDict):
    """A line of code, and a sentence about it that ends in a link."""

    code: str
    note: str
    link: str
    address: str


Block = Formulas | Table | Code


class Version(TypedDict):
    """What the blocks of a step depend on beside the step: the stage's, while it shows the same."""

    trace: str
    level: str
    selected: str
    theme: str


def blocks(
    version: Version,
    step: int,
    new: Mapping[int, Sequence[Block]],
    forget: Callable[[], None],
) -> None:
    """Put the blocks of this step on the page.

    ``new`` has by step those that the browser has not been told of this version, which it keeps;
    ``forget`` is called before the next run where it needs one that it has missed.
    """
    data = {**version, "step": step, "steps": new, "latex": from_a_page(latex_url())}
    _component(key="blocks", data=data, on_missing_change=forget)
