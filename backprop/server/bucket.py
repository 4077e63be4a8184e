"""A token bucket: what may happen often in a short while, and only so often for long."""

from collections.abc import Callable
from time import monotonic


class Bucket:
    """`rate` tokens come in a second, and at most `burst` of them are kept; it begins full."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._tokens, self._at = burst, clock()

    @property
    def left(self) -> float:
        """The tokens that are there; less than 0 where some were taken on credit."""
        now = self._clock()
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        return self._tokens

    def take(self, tokens: float) -> float:
        """Take so many tokens, on credit where they are missing: the seconds until it is paid."""
        self._tokens = self.left - tokens
        return max(0.0, -self._tokens / self._rate)
