"""Numbers that are known to some digits only, and how they add, multiply and divide."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


class Range:
    """All numbers from ``low`` to ``high``, or an array of such, and the one that is ``printed``."""

    def __init__(self, low: Any, high: Any, printed: Any) -> None:
        self.low, self.high, self.printed = (np.asarray(one, float) for one in (low, high, printed))

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.high + other.high, self.printed + other.printed)

    def __neg__(self) -> "Range":
        return Range(-self.high, -self.low, -self.printed)

    def of_ends(self, other: "Range", act: Callable[[Array, Array], Array]) -> "Range":
        """What comes of all pairs, where that lies between what comes of their ends."""
        with np.errstate(all="ignore"):
            ends = [
                np.nan_to_num(act(one, two), nan=0.0, posinf=math.inf, neginf=-math.inf)
                for one in (self.low, self.high)
                for two in (other.low, other.high)
            ]
            printed = act(self.printed, other.printed)
        return Range(np.minimum.reduce(ends), np.maximum.reduce(ends), printed)

    def __mul__(self, other: "Range") -> "Range":
        """The product of numbers or of matrices, whichever they are."""
        if self.low.ndim < 2 or other.low.ndim < 2 or self.low.size == 1 == other.low.size:
            return self.entrywise(other)
        assert self.low.shape[1] == other.low.shape[0], (self.low.shape, other.low.shape)
        terms = self[:, :, None].entrywise(other[None])
        return Range(*(one.sum(1) for one in (terms.low, terms.high, terms.printed)))

    def __getitem__(self, place: Any) -> "Range":
        return Range(self.low[place], self.high[place], self.printed[place])

    def entrywise(self, other: "Range") -> "Range":
        return self.of_ends(other, np.multiply)

    def __truediv__(self, other: "Range") -> "Range":
        found = self.of_ends(other, np.divide)
        if ((other.low < 0) & (other.high > 0)).any():
            return Range(-math.inf, math.inf, found.printed)
        return found

    def through(self, act: Callable[[float], float]) -> "Range":
        """What a function that rises or falls everywhere makes of it."""
        every = np.vectorize(act, otypes=[float])
        ends = every(self.low), every(self.high)
        return Range(np.minimum(*ends), np.maximum(*ends), every(self.printed))

    def power(self, n: int) -> "Range":
        found = self.through(lambda number: number**n)
        around_0 = (self.low < 0) & (self.high > 0) & (n % 2 == 0)
        return Range(np.where(around_0, 0, found.low), found.high, found.printed)

    def turned(self) -> "Range":
        return Range(*(np.atleast_2d(one).T for one in (self.low, self.high, self.printed)))


def printed(text: str) -> Range:
    """What a printed number stands for: 0.501, or 2.34e-5."""
    mantissa, _, power = text.partition("e")
    digits = mantissa.lstrip("-0.").replace(".", "")
    number = float(text)
    if len(digits) < 3 or not digits:
        return Range(number, number, number)
    decimals = len(mantissa.partition(".")[2])
    half = 0.5 * 10.0 ** (int(power or 0) - decimals)
    return Range(number - half, number + half, number)


def exactly(number: Any) -> Range:
    return Range(number, number, number)
