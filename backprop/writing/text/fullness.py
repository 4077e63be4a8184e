"""Whether the numbers of a product are printed in full, so that = may stand before them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from backprop.engine import ACTIVATIONS, Trace
from backprop.writing.text.numbers import is_all


@dataclass(frozen=True)
class Fullness:
    """What a network's numbers are like: whether some have ``endless`` digits.

    Some have ``vanished`` where a slope that is never 0 is too small for a float64.
    """

    endless: bool
    vanished: bool

    @classmethod
    def of(cls, trace: Trace) -> "Fullness":
        """Of the numbers of this trace."""
        names = trace.network.activation
        vanished = any(
            (slopes == 0).any()
            for l, slopes in trace.sigma_prime.items()
            if not ACTIVATIONS[names[l]].straight
        )
        return cls(bool(trace.endless), vanished)

    def of_product(
        self, factors: Sequence[float], value: float, given: Collection[float] = ()
    ) -> tuple[bool, bool]:
        """Whether three digits are all of the factors, and whether the printed value follows.

        ``given`` are numbers that were typed, and so are not endless.
        """
        full = [self.holds(one, given) for one in factors]
        nothing = any(known and not one for known, one in zip(full, factors, strict=True))
        return all(full), nothing or (all(full) and self.holds(value, given))

    def holds(self, value: float, given: Collection[float] = ()) -> bool:
        """Whether three digits are all of this number."""
        if not value:
            return not self.vanished
        return is_all(value) and (not self.endless or value in given)
