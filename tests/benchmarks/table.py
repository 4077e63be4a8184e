"""The one table that everything is printed in: what, measured, two to compare with, target."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import isnan
from typing import TypeVar

import numpy as np

T = TypeVar("T")

WIDTHS = (48, 10, 10, 11, 10, 11, 10, 7)
HEADER = ("what", "measured", "against", "ratio", "before", "ratio", "target", "reached")


@dataclass(frozen=True)
class Row:
    """One measured number; less is better for all of them, and a target is the most it may be.

    ``against`` is what others have, as Streamlit as it comes; ``before``, what the commit before
    had.
    """

    what: str
    measured: float
    unit: str = ""
    against: float | None = None
    target: float | None = None
    before: float | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the target is kept; None where there is none."""
        return None if self.target is None else self.measured <= self.target

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in words."""
        others = (
            ("" if other is None else written(other, self.unit), ratio(self.measured, other))
            for other in (self.against, self.before)
        )
        target = "" if self.target is None else f"≤ {self.target:g} {self.unit}".rstrip()
        reached = {None: "", True: "yes", False: "NO"}[self.reached]
        measured = written(self.measured, self.unit)
        return (self.what, measured, *(cell for pair in others for cell in pair), target, reached)


def compared(
    what: str,
    number: Callable[[T], float],
    met: Sequence[T | None],
    unit: str = "",
    target: float | None = None,
) -> Row:
    """A number of this app, of what it stands against, and of the commit before, if met at all."""
    ours, against, before = (number(one) if one else None for one in met)
    assert ours is not None
    return Row(what, ours, unit, against, target, before)


def ratio(measured: float, against: float | None) -> str:
    """How many times less or more than what it is measured against."""
    if not measured or not against or isnan(measured + against):
        return ""
    times, word = max((against / measured, "less"), (measured / against, "more"))
    return f"{times:.{1 if times < 9.95 else 0}f} x {word}"


def written(number: float, unit: str) -> str:
    """A number with its unit: three digits where they mean something; "none" for NaN."""
    if isnan(number):
        return "none"
    digits = 0 if number == int(number) or number >= 99.5 else 1 if number >= 9.95 else 2
    return f"{number:,.{digits}f} {unit}".rstrip()


def median(numbers: Sequence[float]) -> float:
    """The number in the middle; NaN of none."""
    return percentile(numbers, 50)


def percentile(numbers: Sequence[float], share: int) -> float:
    """The number that `share` in a hundred stay below; NaN of none."""
    return float(np.percentile(numbers, share)) if numbers else float("nan")


def line(cells: Iterable[str]) -> str:
    """Cells side by side: the first to the left, numbers to the right."""
    first, *others = zip(cells, WIDTHS, strict=True)
    right = [cell.rjust(width) for cell, width in others]
    return "  ".join((first[0].ljust(first[1]), *right)).rstrip()
