"""Frames: the numbers of the stage at each position of a slider, computed before it moves."""

from collections.abc import Mapping, Sequence

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.stage.arrays import of_symbol, packed
from backprop.writing.text.numbers import exact, written
from backprop.writing.text.sentence import Segments

Marks = dict[str, dict[str, str]]
"""By the id of a cell or a neuron, its sign and the words for it."""


def frames(
    choice: str,
    label: str,
    positions: Sequence[float],
    present: float,
    arrays: Mapping[str, Sequence[Array]],
    words: Sequence[Sequence[Segments]] = (),
    marks: Sequence[Marks] = (),
    rest: float = 0.0,
) -> Json:
    """The stage's frames for a slider over these positions, which begins nearest to ``present``.

    ``choice`` is the lesson's choice that keeps the position; ``arrays`` has, by its
    id, an array at each position. ``words`` are, by position, sentences in pieces, ``marks``, by
    position, signs by the id of a cell or of a neuron, n2_1. A press leads back to the position
    nearest to ``rest``.
    """
    more: Json = {"words": list(words)} if words else {}
    more |= {"marks": list(marks)} if marks else {}
    distances = np.abs(np.asarray(positions) - present)
    return {
        "choice": choice,
        "label": label,
        "values": [written([position]) for position in positions],
        "texts": [exact(position) for position in positions],
        "start": int(distances.argmin()),
        "rest": int(np.abs(np.asarray(positions) - rest).argmin()),
        "arrays": {name: packed(every) for name, every in arrays.items()},
    } | more


def arrays_of(traces: Sequence[Trace], symbols: Sequence[str]) -> dict[str, list[Array]]:
    """The arrays of these symbols at each position, by id: those that change along the way."""
    found = {}
    for symbol in symbols:
        every = [of_symbol(symbol, trace) for trace in traces]
        for l, first in every[0].items():
            if any((one[l] != first).any() for one in every):
                found[Quantity(symbol, l).id] = [one[l] for one in every]
    return found
