"""A class on one server: students who step every 3 s, against Streamlit as it comes.

Students wait for an answer before they think about the next step, which is kind to a slow server.
Both servers stand side by side and are asked by turns, so that they meet the same machine.
"""

import asyncio
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from time import monotonic, process_time

from websockets.exceptions import WebSocketException

from tests.benchmarks.served import APP, DEFAULTS, Served, served
from tests.benchmarks.student import Student
from tests.benchmarks.table import Row, median, percentile

THINK = 3.0  # seconds between two steps of a student, give or take a quarter
PATIENCE = 60.0  # seconds after which a student gives up


@dataclass(frozen=True)
class Size:
    """How much is measured: students with and without a comparison, and for how long."""

    students: tuple[int, ...] = (1, 30, 100, 200)
    compared: tuple[int, ...] = (1, 30, 100)
    rounds: int = 2
    seconds: float = 15
    rest: float = 10


QUICK = Size(students=(1, 30), compared=(1, 30), rounds=1, seconds=6, rest=3)


class Classroom:
    """`n` students at one server, and what they have met with."""

    def __init__(self, server: Served, n: int) -> None:
        self._usage = server.usage
        self._students = [Student(server.url, number) for number in range(1, n + 1)]
        self._thinking = {student: random.Random(i) for i, student in enumerate(self._students)}
        self.memory_before = self._usage.memory_mb()
        self.opened: list[float] = []  # seconds
        self.steps: list[float] = []  # milliseconds
        self.gone = 0
        self.at_rest = 0.0  # CPU of the server while nobody steps, milliseconds per second
        self.cpu = 0.0  # milliseconds, while stepping, above that
        self.received = 0  # bytes, while stepping

    @property
    def memory(self) -> float:
        """What the server holds now."""
        return self._usage.memory_mb()

    async def open(self) -> None:
        """All open the page at once, as when a link is shown."""
        opened = await asyncio.gather(*(self._try(student, "open") for student in self._students))
        self.opened = [seconds for seconds in opened if seconds is not None]

    async def rest(self, seconds: float) -> None:
        """All look at what they see: what the server takes just to be there."""
        cpu = self._usage.cpu_ms()
        await asyncio.sleep(seconds)
        self.at_rest = (self._usage.cpu_ms() - cpu) / seconds

    async def step_for(self, seconds: float) -> None:
        """All step, each at their own pace; ends when the last has an answer."""
        cpu, received, begin = self._usage.cpu_ms(), self._received(), monotonic()
        end = begin + seconds
        await asyncio.gather(*(self._work(student, end) for student in self._students))
        self.cpu += self._usage.cpu_ms() - cpu - self.at_rest * (monotonic() - begin)
        self.received += self._received() - received

    async def close(self) -> None:
        """All go home."""
        await asyncio.gather(*(student.close() for student in self._students))

    async def _work(self, student: Student, end: float) -> None:
        pause = self._thinking[student].uniform(0, THINK)
        while monotonic() + pause < end and student in self._students:
            await asyncio.sleep(pause)
            seconds = await self._try(student, "step")
            if seconds is None:
                return
            self.steps.append(seconds * 1000)
            pause = max(0.0, THINK * self._thinking[student].uniform(0.75, 1.25) - seconds)

    async def _try(self, student: Student, act: str) -> float | None:
        try:
            async with asyncio.timeout(PATIENCE):
                return await (student.open() if act == "open" else student.step())
        except (OSError, TimeoutError, WebSocketException):
            self.gone += 1
            self._students.remove(student)
            return None

    def _received(self) -> int:
        return sum(student.received for student in self._thinking)


def rows(size: Size) -> Iterator[Row]:
    """For each number of students: how long they wait, and what they cost."""
    for n in size.students:
        yield from asyncio.run(one_class(n, n in size.compared, size))


async def one_class(n: int, compared: bool, size: Size) -> list[Row]:
    """The rows of one number of students, each server started anew."""
    scripts = (APP, DEFAULTS) if compared else (APP,)
    with ExitStack() as stack:
        rooms = [Classroom(stack.enter_context(served(*script)), n) for script in scripts]
        own = process_time(), monotonic()
        for room in rooms:
            await room.open()
        for room in rooms:
            await room.rest(size.rest)
        for _ in range(size.rounds):
            for room in rooms:
                await room.step_for(size.seconds)
        memory = [room.memory for room in rooms]
        busy = (process_time() - own[0]) / (monotonic() - own[1])
        for room in rooms:
            await room.close()
    return summary(n, rooms, memory, busy)


def summary(n: int, rooms: list[Classroom], memory: list[float], busy: float) -> list[Row]:
    """The rows of rooms that have closed: the app's numbers, and the other's beside them."""

    def row(what: str, numbers: list[float], unit: str = "", target: float | None = None) -> Row:
        against = numbers[1] if len(numbers) > 1 else None
        return Row(f"{n:3}: {what}", numbers[0], unit, against, target)

    each = [max(1, len(room.steps)) for room in rooms]
    cpu = [room.cpu / steps for room, steps in zip(rooms, each, strict=True)]
    sent = [room.received / 1000 / steps for room, steps in zip(rooms, each, strict=True)]
    p95 = [percentile(room.steps, 95) for room in rooms]
    return [
        row("page there, all opening at once, p95", [percentile(r.opened, 95) for r in rooms], "s"),
        row("step to its equation, median", [median(room.steps) for room in rooms], "ms"),
        row("step to its equation, p95", p95, "ms", 100 if n == 100 else None),
        row("step to its equation, worst", [max(room.steps, default=0) for room in rooms], "ms"),
        row("students who got no answer", [float(room.gone) for room in rooms], "", 0),
        row("CPU of the server for a step", cpu, "ms", 10),
        row("CPU of the server at rest, of one", [room.at_rest / 10 for room in rooms], "%"),
        row("sent by the server for a step", sent, "KB", 10),
        row("memory of the server before", [room.memory_before for room in rooms], "MB"),
        row("memory of the server with them", memory, "MB", 250 if n <= 100 else None),
        row("CPU that the students took of one", [100 * busy], "%"),
    ]
