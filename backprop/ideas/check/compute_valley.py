"""The valley: the error of a numeric slope over eps, its two arms, and where it is least.

The slope by a difference has two errors. Truncation: over a long step the cost bends, and the error
grows with eps, or, central, with its square. Rounding: both costs have about 16 digits, and the
shorter the step, the fewer of them are left in their difference.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array

NEAR = 2
"""An error is judged with its so many neighbours on each side: one alone may be small by luck."""
ARM = 10
"""The error rises to an arm of the valley where it comes to so many times its lowest."""
LEAST = 1e-15
"""An error up to this is none: the last digit of a float64, or a few of them."""


@dataclass(frozen=True, eq=False)
class Valley:
    """The relative error over eps, of one weight or bias or of many: where it is least, and why."""

    error: Array
    kink: npt.NDArray[np.bool_]

    @cached_property
    def steady(self) -> Array:
        """The largest error of each eps and its neighbours; infinite where there is none."""
        known = np.pad(self.error, NEAR, constant_values=-1.0)
        windows = np.lib.stride_tricks.sliding_window_view(known, 2 * NEAR + 1)
        found = np.where(np.isnan(windows), -1.0, windows).max(axis=1)
        return np.where(np.isnan(self.error), np.inf, found)

    @cached_property
    def best(self) -> int | None:
        """The place of the best eps with its neighbours; None where there is nothing to compare."""
        found = int(self.steady.argmin())
        return found if np.isfinite(self.steady[found]) else None

    @cached_property
    def lowest(self) -> int | None:
        """Where the error itself is least, be it by luck; of several the nearest to the best."""
        if self.best is None:
            return None
        places = np.flatnonzero(self.error == np.nanmin(self.error))
        return int(places[np.abs(places - self.best).argmin()])

    @property
    def rounds(self) -> bool:
        """Whether a smaller eps makes it worse."""
        return self._rises(self.error[: self.best])

    @property
    def bends(self) -> bool:
        """Whether a larger eps makes it worse."""
        return self.best is not None and self._rises(self.error[self.best + 1 :])

    def _rises(self, arm: Array) -> bool:
        if self.best is None:
            return False
        return bool((arm > ARM * max(float(self.steady[self.best]), LEAST)).any())
