"""How long calls take here and now, measured side by side.

The calls take turns, so that whatever else the machine does falls on all of them alike; of each
the median is given, and the middle half of its times as a measure of the noise.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter

import numpy as np


@dataclass(frozen=True)
class Timing:
    """The time of one call in seconds: the median of ``rounds``, and its quartiles."""

    median: float
    low: float
    high: float
    rounds: int


def timed(
    calls: Mapping[str, Callable[[], object]], seconds: float, least: int = 3, most: int = 1000
) -> dict[str, Timing]:
    """The timings of these calls, by their names.

    They take turns until ``seconds`` have passed, at least ``least`` rounds and at most ``most``.
    """
    taken: dict[str, list[float]] = {name: [] for name in calls}
    begin = perf_counter()
    rounds = 0
    while rounds < least or (rounds < most and perf_counter() - begin < seconds):
        for name, call in calls.items():
            start = perf_counter()
            call()
            taken[name].append(perf_counter() - start)
        rounds += 1
    return {name: _timing(times) for name, times in taken.items()}


def _timing(times: list[float]) -> Timing:
    low, median, high = np.percentile(times, (25, 50, 75)).tolist()
    return Timing(median, low, high, len(times))
