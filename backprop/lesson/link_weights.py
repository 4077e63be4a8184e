"""Weights in a link beside the word for all of them: matrix by matrix, or a list of changes.

``w2=0.1,0.2;0.3,0.4`` has the rows of a matrix, ``b2=0.5,0.6`` its biases, and
``edits=w3_2_1:0.5,b2_1:-0.2`` single numbers. The others stay what preset, seed or word say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from backprop.engine.vector import from_vector
from backprop.inputs.limits import MAX_LAYERS
from backprop.inputs.parsing import parse_link_numbers
from backprop.inputs.phrases import count_of, shown
from backprop.lesson.record import Lesson
from backprop.writing.text.numbers import written

MATRICES = tuple(f"{symbol}{l}" for l in range(1, MAX_LAYERS + 1) for symbol in "wb")
"""The parameters for one matrix; layer 1 has none, and its reader says so."""


def ways(
    weights: Sequence[float], usual: Sequence[float], sizes: Sequence[int]
) -> Iterator[dict[str, str]]:
    """The parameters that make ``weights`` of the ``usual`` ones, matrix by matrix or as a list.

    Both are laid out as ``Lesson.weights``; there is no way where they are the same, bit for bit.
    """
    changed = np.flatnonzero(_bits(weights) != _bits(usual)).tolist()
    if changed:
        ids = [*_places(tuple(sizes))]
        names = {ids[i].split("_")[0] for i in changed}
        w, b = from_vector(weights, sizes)
        yield {
            f"{symbol}{l}": ";".join(written(row, ",") for row in rows.tolist())
            for symbol, arrays in (("w", w), ("b", {l: b[l].T for l in b}))
            for l, rows in arrays.items()
            if f"{symbol}{l}" in names
        }
        yield {"edits": ",".join(f"{ids[i]}:{written([weights[i]])}" for i in changed)}


def with_matrix(lesson: Lesson, name: str, text: str) -> Lesson:
    """The lesson with this w^l or b^l. Raises ValueError where it has another shape."""
    l, sizes = int(name[1:]), lesson.sizes
    if l == 1:
        raise ValueError("Layer 1 is the input; the first weights and biases are w2 and b2.")
    if l > len(sizes):
        raise ValueError(f"This network has {len(sizes)} layers.")
    n, before = sizes[l - 1], sizes[l - 2]
    if name[0] == "b":
        numbers = parse_link_numbers(text, n, name)
    else:
        rows = text.split(";")
        if len(rows) != n:
            raise ValueError(
                f"{name} needs {count_of(n, 'row')} of {count_of(before, 'number')}, with “;” "
                f"between rows; here {'is' if len(rows) == 1 else 'are'} {len(rows)}."
            )
        what = f"Each of the {n} rows of {name}" if n > 1 else f"The row of {name}"
        numbers = tuple(number for row in rows for number in parse_link_numbers(row, before, what))
    start = _places(sizes)[f"{name}_1" if name[0] == "b" else f"{name}_1_1"]
    old = lesson.numbers
    return replace(lesson, weights=(*old[:start], *numbers, *old[start + len(numbers) :]))


def with_edits(lesson: Lesson, text: str) -> Lesson:
    """The lesson with these single weights and biases."""
    places, weights = _places(lesson.sizes), list(lesson.numbers)
    edits, seen = text.split(","), set[str]()
    if len(edits) > len(places):
        raise ValueError(f"This network has {len(places)} weights and biases; here are more.")
    for edit in edits:
        name, _, number = edit.partition(":")
        name = name.strip()
        if name not in places:
            raise ValueError(
                "A change is a weight or bias of this network and its number, such as w2_1_1:0.5; "
                f"this is {shown(name)}."
            )
        if name in seen:
            raise ValueError(f"A weight or bias is changed once; {name} stands there twice.")
        seen.add(name)
        (weights[places[name]],) = parse_link_numbers(number, 1, name)
    return replace(lesson, weights=tuple(weights))


@lru_cache(maxsize=16)
def _places(sizes: tuple[int, ...]) -> dict[str, int]:
    """Where each weight and bias stands in ``Lesson.weights``, by its id."""
    ids = [
        name
        for l, (before, n) in enumerate(pairwise(sizes), start=2)
        for name in (
            *(f"w{l}_{j}_{k}" for j in range(1, n + 1) for k in range(1, before + 1)),
            *(f"b{l}_{j}" for j in range(1, n + 1)),
        )
    ]
    return {name: i for i, name in enumerate(ids)}


def _bits(numbers: Sequence[float]) -> np.ndarray:
    return np.array(numbers, dtype=np.float64).view(np.int64)
