"""A function of a vector with its numbers: f([2; 3]) = [f(2); f(3)] = [4; 9], equation (24)."""

from backprop.engine.activations import Array
from backprop.writing.formulas.brackets import bmatrix
from backprop.writing.formulas.matrices import in_cell
from backprop.writing.formulas.palette import painted
from backprop.writing.text.numbers import is_all, short


def applied(letter: str, v: Array, result: Array, colours: tuple[str, str]) -> str:
    """The function called ``letter`` of v, entry by entry, and the result: both of shape (n,).

    ``colours`` are those of the numbers that go in and that come out.
    """
    into = [_painted(value, colours[0]) for value in v.tolist()]
    out = [_painted(value, colours[1]) for value in result.tolist()]
    taken = [f"{letter}({number})" for number in into]
    sign = "=" if all(is_all(x, short(x)) for x in (*v, *result)) else r"\approx"
    return rf"{letter}\left({bmatrix(into)}\right) = {bmatrix(taken)} {sign} {bmatrix(out)}"


def _painted(value: float, colour: str) -> str:
    return painted(in_cell(value), colour)
