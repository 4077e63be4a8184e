"""Students who change the network: what each change costs, a class of them, and one new link."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from backprop.lesson import Lesson, with_value
from tests.benchmarks.bare import floor
from tests.benchmarks.classroom import waits
from tests.benchmarks.room import Room
from tests.benchmarks.rooms import Rooms, Size, rooms, work
from tests.benchmarks.student import CHANGES, Student
from tests.benchmarks.table import Row

CPU, KILOBYTES, P95, JOINED = 18, 40, 250, 3
"""Targets: ms and KB of the server, ms for 95 in 100 of a class, seconds until all are there."""
STEP = 10  # the equation of δ²: every change is seen in it
LINK = with_value(Lesson(seed=9, x=(0.31, 0.59, 0.26), step=STEP), "w2_1_1", 0.5)
SETTLE = 0.1  # seconds after an answer in which the server finishes its work


def rows(size: Size, before: Path | None) -> Iterator[Row]:
    """The table."""
    yield from costs(4 * size.rounds, before)
    yield from least(20 * size.rounds)
    for n in size.compared:
        with rooms(n, partial(changers, n), True, before) as met:
            asyncio.run(work(met, Student.change, size))
        yield from waits(met, "change to its numbers", P95 if n == 100 else None)
        yield met.row("CPU of the server for a change", lambda room: room.cpu_each, "ms", CPU)
        yield Row(f"{n:3}: CPU that the students took of one", 100 * met.busy, "%")
    yield from joined(max(size.compared), before)


def changers(n: int, url: str) -> list[Student]:
    """Students where changes are seen, each with a network of their own."""
    return [Student(url, Lesson(seed=seed, step=STEP)) for seed in range(1, n + 1)]


def costs(times: int, before: Path | None) -> Iterator[Row]:
    """What each change of one student costs the server, this often by turns."""
    with rooms(1, partial(changers, 1), True, before) as met:
        cost = asyncio.run(_each(met, times))
    for n, (what, unit, target) in enumerate([("CPU", "ms", CPU), ("sent", "KB", KILOBYTES)]):
        for name in CHANGES:
            spent = {room: cost[room, name][n] for room in met.all}
            yield met.row(f"{what} for {name}", spent.__getitem__, unit, target)


async def _each(met: Rooms, times: int) -> dict[tuple[Room, str], tuple[float, float]]:
    """By room and change, milliseconds of CPU and kilobytes; the first round is for warming up."""
    cost = {(room, name): (0.0, 0.0) for room in met.all for name in CHANGES}
    for room in met.all:
        await room.open()
    for turn in range(times + 1):
        for name in CHANGES:
            for room in met.all:
                cpu, kilobytes = await room.one(Student.change, SETTLE)
                if turn:
                    before = cost[room, name]
                    cost[room, name] = before[0] + cpu / times, before[1] + kilobytes / times
    for room in met.all:
        await room.close()
    return cost


def least(runs: int) -> Iterator[Row]:
    """Streamlit's own least: a fragment with one text."""
    found = floor(runs)
    yield Row("one text in a bare fragment, CPU", found.cpu, "ms")
    yield Row("one text in a bare fragment, sent", found.kilobytes, "KB")
    yield Row("one text in a bare fragment, wait, median", found.wait, "ms")


def joined(n: int, before: Path | None) -> Iterator[Row]:
    """A class that opens a link all at once, which the server has not seen yet."""
    with rooms(n, lambda url: [Student(url, LINK) for _ in range(n)], True, before) as met:
        asyncio.run(_join(met))
    yield met.row("the last one at a new link", lambda room: max(room.opened), "s", JOINED)
    yield met.row("of them without an answer", lambda room: float(room.gone), "", 0)


async def _join(met: Rooms) -> None:
    for room in met.all:
        await room.open()
        await room.close()
