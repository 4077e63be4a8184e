"""A class on one server: students who step every 3 s."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from backprop.lesson import Lesson
from tests.benchmarks.rooms import Rooms, Size, rooms, work
from tests.benchmarks.student import Student
from tests.benchmarks.table import Row, median, percentile


def rows(size: Size, before: Path | None) -> Iterator[Row]:
    """For each number of students: how long they wait, and what they cost."""
    for n in size.students:
        with rooms(n, partial(own, n), n in size.compared, before) as met:
            asyncio.run(work(met, Student.step, size))
        yield from summary(met)


def own(n: int, url: str) -> list[Student]:
    """Students, each with a network of their own."""
    return [Student(url, Lesson(seed=number)) for number in range(1, n + 1)]


def summary(met: Rooms) -> Iterator[Row]:
    """The rows of rooms that have closed."""
    n, row = met.n, met.row
    yield row("page there, all at once, p95", lambda room: percentile(room.opened, 95), "s")
    yield from waits(met, "step to its equation", 100 if n == 100 else None)
    yield row("CPU of the server for a step", lambda room: room.cpu_each, "ms", 10)
    yield row("CPU of the server at rest, of one", lambda room: room.at_rest / 10, "%")
    yield row("sent by the server for a step", lambda room: room.kilobytes_each, "KB", 10)
    yield row("memory of the server before", lambda room: room.memory_before, "MB")
    most = 250 if n <= 100 else None
    yield row("memory of the server with them", lambda room: met.memory[room], "MB", most)
    yield Row(f"{n:3}: CPU that the students took of one", 100 * met.busy, "%")


def waits(met: Rooms, what: str, target: float | None) -> Iterator[Row]:
    """How long answers took, and how many there were not."""
    yield met.row(f"{what}, median", lambda room: median(room.waits), "ms")
    yield met.row(f"{what}, p95", lambda room: percentile(room.waits, 95), "ms", target)
    yield met.row(f"{what}, worst", lambda room: max(room.waits, default=0), "ms")
    yield met.row("students who got no answer", lambda room: float(room.gone), "", 0)
