"""Arrays as a stage is sent them: each number once, exact and short. The browser draws them."""

from base64 import b64encode
from collections.abc import Mapping, Sequence

import numpy as np

from backprop.engine import Trace
from backprop.engine.activations import Array
from backprop.stage.data import StageArray

INDICES = ("j", "k")
MATRICES = ("w", "nabla_w")


def sent(
    values: Array,
    title: str,
    *,
    matrix: bool,
    indices: tuple[str, str] = INDICES,
    numbered: bool = True,
) -> StageArray:
    """An array of shape (rows, columns), a vector being one column.

    ``matrix`` says whether an entry has two indices; a vector's has one. ``indices`` are the
    letters for a row and for a column, ``numbered`` is False where the rows have no numbers.
    """
    shape = list(values.shape) if matrix else [len(values)]
    found = StageArray(title=title, shape=shape, values=packed([values]))
    if indices != INDICES:
        found["indices"] = indices
    if not numbered:
        found["numbered"] = False
    return found


def of_symbol(symbol: str, trace: Trace) -> Mapping[int, Array]:
    """By layer, the arrays of a symbol: of a vector the column of the first example."""
    found = trace.arrays(symbol)
    return found if symbol in MATRICES else {l: values[:, :1] for l, values in found.items()}


def packed(arrays: Sequence[Array]) -> str:
    """The numbers of arrays of one shape, row by row: float64, little-endian, in base64."""
    return b64encode(np.asarray(arrays, dtype="<f8").tobytes()).decode()
