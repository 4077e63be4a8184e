"""What is set around parts of a formula: the brackets of a matrix, and a brace with a note."""

from collections.abc import Iterable


def bmatrix(rows: Iterable[str]) -> str:
    """A matrix of these rows, the cells of each separated by &."""
    body = r" \\ ".join(rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"


def underbrace(latex: str, note: str) -> str:
    """A part of a formula over a brace with a note under it: its shape, or its name."""
    return rf"\underbrace{{{latex}}}_{{{note}}}"
