"""Whole pages are drawn one after the other, so that steps need not wait for many at once.

Python runs one thread at a time: pages drawn side by side are all late, and so is everybody's step.
One at a time they are no later on the whole. Who has taken much of late waits for those who come
a while later, but not for all that come.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from heapq import heappop, heappush
from itertools import count
from math import exp2
from threading import Event, Lock
from time import monotonic, thread_time

HALF_LIFE = 5.0
"""Seconds after which half of what a session has taken is forgotten."""

WEIGHT = 4.0
"""For each second that a session has taken it waits as if it had come so many seconds later."""


class Account:
    """The seconds of the server's time that one session has taken of late."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._taken, self._at = 0.0, clock()

    @property
    def taken(self) -> float:
        """The seconds, half of them forgotten after each HALF_LIFE."""
        return self._taken * exp2((self._at - self._clock()) / HALF_LIFE)

    def charge(self, seconds: float) -> None:
        """Add what a turn has cost."""
        self._taken, self._at = self.taken + seconds, self._clock()


class Turns:
    """One turn at a time; next is who came first, later by WEIGHT times what their account has."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._busy = False
        self.waiting: list[tuple[float, int, Event]] = []
        self._number = count()

    @contextmanager
    def turn(self, account: Account) -> Iterator[None]:
        """Wait for a turn, and charge the account with the time of this thread until it ends."""
        self._begin(account)
        begin = thread_time()
        try:
            yield
        finally:
            account.charge(thread_time() - begin)
            self._end()

    def _begin(self, account: Account) -> None:
        mine = Event()
        with self._lock:
            if self._busy:
                due = self._clock() + WEIGHT * account.taken
                heappush(self.waiting, (due, next(self._number), mine))
            else:
                self._busy = True
                mine.set()
        mine.wait()

    def _end(self) -> None:
        with self._lock:
            if self.waiting:
                heappop(self.waiting)[-1].set()  # handed on
            else:
                self._busy = False


PAGES = Turns()
"""The turns of all sessions of this server."""
