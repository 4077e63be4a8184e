"""A matrix in which entries are marked: by a colour, by a box, or as not known yet.

Nothing moves when a mark does: a box takes no room, and a number that is not known yet keeps its
own. A large matrix is drawn in dots.
"""

from collections.abc import Callable
from typing import NamedTuple

from backprop.engine.activations import Array
from backprop.writing.formulas.brackets import bmatrix
from backprop.writing.formulas.matrices import LARGEST, in_cell
from backprop.writing.formulas.palette import painted


class Mark(NamedTuple):
    """How one entry is written."""

    colour: str
    boxed: bool = False
    known: bool = True


def marked(array: Array, mark: Callable[[int, int], Mark], dots: bool = False) -> str:
    """The matrix with its numbers, or in ``dots``; ``mark(j, k)`` is that of row j, column k."""
    rows = (
        " & ".join(_cell(value, mark(j, k), dots) for k, value in enumerate(row, start=1))
        for j, row in enumerate(array.tolist(), start=1)
    )
    spaced = [rf"\: {row} \:" for row in rows]
    if dots:  # close together
        body = r" \\ ".join(spaced)
        return rf"\left[\begin{{smallmatrix}} {body} \end{{smallmatrix}}\right]"
    return bmatrix(spaced)


def too_large(*arrays: Array) -> bool:
    """Whether one of these is too large to be written with its numbers in a narrow column."""
    return any(max(array.shape) > LARGEST for array in arrays)


def boxed(latex: str) -> str:
    """In a box that takes no room, so that nothing moves when the box does."""
    return rf"\kern-0.34em\smash{{\boxed{{{latex}}}}}\kern-0.34em"


def _cell(value: float, mark: Mark, dots: bool) -> str:
    if dots:
        text = r"\bullet" if mark.known else r"\circ"
    else:
        text = in_cell(value) if mark.known else rf"\phantom{{{in_cell(value)}}}"
    return painted(boxed(text) if mark.boxed else text, mark.colour)
