"""The gradient check over many eps: the slopes by moving each weight and bias of a layer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array
from backprop.engine.gradient_check import relative_error, slopes
from backprop.engine.nudge import nudged
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.ideas.check.compute_valley import Valley

EPS = (*(float(f"{one}e-{power}") for power in range(13, 1, -1) for one in (1, 2, 5)), 0.1)
"""The steps that the slider has: three in each power of ten, from 1e-13 to 1e-1."""
_MOST = 20_000_000
"""Beyond so many numbers that a layer's sweep works on, only whole powers of ten are taken."""


@dataclass(frozen=True, eq=False)
class Sweep:
    """The slopes by the weights and biases of layer l at each eps, one column for each of them.

    The columns are the weights row by row, each row followed by its bias if there are ``biases``.
    ``backprop`` has the shape (n,), the others (len(eps), n): the costs on either side, whether a
    kink lies between them, and whether the step was so short that the number stayed what it was.
    ``endless`` says that activations have endless digits, and so the costs have, too.
    """

    l: int
    shape: tuple[int, int]
    biases: bool
    eps: tuple[float, ...]
    method: str
    backprop: Array
    above: Array
    below: Array
    numeric: Array
    kink: npt.NDArray[np.bool_]
    stayed: npt.NDArray[np.bool_]
    endless: bool

    @cached_property
    def relative(self) -> Array:
        """|numeric - backprop| / max(|numeric|, |backprop|), NaN where there is no slope."""
        return relative_error(self.numeric, self.backprop)

    def column(self, of: Quantity) -> int:
        """Where this weight or bias stands."""
        j, k = (of.j or 1) - 1, self.shape[1] if of.k is None else of.k - 1
        return j * (self.shape[1] + self.biases) + k

    def quantity(self, column: int) -> Quantity:
        """The weight or bias that stands there."""
        j, k = divmod(column, self.shape[1] + self.biases)
        if k == self.shape[1]:
            return Quantity("b", self.l, j + 1)
        return Quantity("w", self.l, j + 1, k + 1)


def sweep(trace: Trace, l: int, eps: Sequence[float], method: str) -> Sweep:
    """The check of layer l at each of these eps, by the method "forward" or "central"."""
    network = trace.network
    parts = []
    for one in eps:
        found = [
            nudged(network, trace.x, trace.y, symbol, l, one, method)
            for symbol in network.parameters
        ]
        parts.append(
            (
                _beside(each.above for each in found),
                _beside(each.below for each in found),
                _beside(slopes(each, one, method) for each in found),
                _beside(each.kink for each in found),
                _beside(each.width == 0 for each in found),
            )
        )
    n, before = network.w[l].shape
    gradient = _beside(trace.arrays(f"nabla_{symbol}")[l] for symbol in network.parameters)
    above, below, numeric, kink, stayed = map(np.array, zip(*parts, strict=True))
    return Sweep(
        l, (n, before), network.has_biases, tuple(eps), method, gradient, above, below, numeric,
        kink, stayed, bool(trace.endless),
    )  # fmt: skip


def _beside(arrays: Iterable[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """The weights row by row, each row followed by its bias, if it has one."""
    return np.hstack([*arrays]).ravel()


def steps_for(trace: Trace, l: int) -> tuple[float, ...]:
    """The eps that are swept: EPS, or its powers of ten where a sweep would take long."""
    sizes = trace.network.sizes
    numbers = len(EPS) * sizes[l - 1] * (sizes[l - 2] + 1) * sum(sizes[l - 1 :]) * trace.x.shape[1]
    return EPS if numbers <= _MOST else EPS[::3]


@dataclass(frozen=True, eq=False)
class Checked:
    """One weight or bias at each eps: its slope by backpropagation and by moving it.

    ``backprop`` is a number, the others have the shape (len(eps),).
    """

    of: Quantity
    eps: tuple[float, ...]
    method: str
    backprop: float
    above: Array
    below: Array
    numeric: Array
    valley: Valley
    stayed: npt.NDArray[np.bool_]
    endless: bool


def checked(swept: Sweep, of: Quantity) -> Checked:
    """The part of a sweep that is about this weight or bias; its arrays are its own."""
    n = swept.column(of)
    return Checked(
        of, swept.eps, swept.method, float(swept.backprop[n]), swept.above[:, n].copy(),
        swept.below[:, n].copy(), swept.numeric[:, n].copy(),
        Valley(swept.relative[:, n].copy(), swept.kink[:, n].copy()), swept.stayed[:, n].copy(),
        swept.endless,
    )  # fmt: skip
