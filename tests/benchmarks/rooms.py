"""The same class at the servers that are compared: this app, Streamlit as it comes, and before.

They stand side by side and are asked by turns, so that they meet the same machine.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, process_time

from tests.benchmarks.room import Act, Room
from tests.benchmarks.served import APP, DEFAULTS, served
from tests.benchmarks.student import Student
from tests.benchmarks.table import Row, compared
from tests.browser.server import ROOT


@dataclass(frozen=True)
class Size:
    """How much is measured: students with and without a comparison, and for how long."""

    students: tuple[int, ...] = (1, 30, 100, 200)
    compared: tuple[int, ...] = (1, 30, 100)
    rounds: int = 2
    seconds: float = 15
    rest: float = 10


Students = Callable[[str], Sequence[Student]]
"""The class, made for the address of a server."""
QUICK = Size(students=(1, 30), compared=(1, 30), rounds=1, seconds=6, rest=3)


@dataclass
class Rooms:
    """What a class of `n` has met with at each server."""

    n: int
    ours: Room
    against: Room | None = None
    before: Room | None = None
    busy: float = 0  # the share of one CPU that the students took
    memory: dict[Room, float] = field(default_factory=dict)  # with the students there

    def row(
        self,
        what: str,
        number: Callable[[Room], float],
        unit: str = "",
        target: float | None = None,
    ) -> Row:
        """A number of each."""
        met = (self.ours, self.against, self.before)
        return compared(f"{self.n:3}: {what}", number, met, unit, target)

    @property
    def all(self) -> list[Room]:
        """Those that there are."""
        return [room for room in (self.ours, self.against, self.before) if room]


@contextmanager
def rooms(n: int, students: Students, compared: bool, before: Path | None) -> Iterator[Rooms]:
    """This class at each server, each started anew."""
    with ExitStack() as stack:

        def room(script: tuple[str, ...], root: Path = ROOT) -> Room:
            server = stack.enter_context(served(*script, root=root))
            return Room(server, students(server.url))

        yield Rooms(
            n,
            room(APP),
            room(DEFAULTS) if compared else None,
            room(APP, before) if compared and before else None,
        )


async def work(met: Rooms, act: Act, size: Size) -> None:
    """All open the page, look at it, and act, at one server after the other."""
    own = process_time(), monotonic()
    for room in met.all:
        await room.open()
    for room in met.all:
        await room.rest(size.rest)
    for _ in range(size.rounds):
        for room in met.all:
            await room.work_for(size.seconds, act)
    met.memory = {room: room.memory for room in met.all}
    met.busy = (process_time() - own[0]) / (monotonic() - own[1])
    for room in met.all:
        await room.close()
