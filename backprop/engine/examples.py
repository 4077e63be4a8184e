"""Several examples, each run by itself; one that cannot be run is kept with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array
from backprop.engine.algorithm import run
from backprop.engine.network import Network
from backprop.engine.trace import Trace


@dataclass(frozen=True, eq=False)
class Examples:
    """The run of each example by itself, and why an example cannot be run; both count from 1."""

    traces: dict[int, Trace]
    refused: dict[int, str]

    @property
    def x(self) -> Array:
        """The inputs of those that were run, of shape (n_1, n)."""
        return np.hstack([trace.x for trace in self.traces.values()])

    @property
    def y(self) -> Array:
        """The desired outputs of those that were run, of shape (n_L, n)."""
        return np.hstack([trace.y for trace in self.traces.values()])


def one_by_one(network: Network, rows: Iterable[tuple[npt.ArrayLike, npt.ArrayLike]]) -> Examples:
    """Each example (x, y) run by itself, forward and backward.

    x has the shape (n_1,) and y (n_L,); an example that ``run`` refuses is kept with its reason.
    """
    found = Examples({}, {})
    for number, (x, y) in enumerate(rows, start=1):
        try:
            found.traces[number] = run(network, x, y)
        except ValueError as error:
            found.refused[number] = str(error)
    return found
