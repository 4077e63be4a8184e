"""A class under siege: what three students meet with while one visitor does their worst.

Each attack (see tests/attacks.py) is a process of its own against a server of its own. At the end
comes a class that has hardly more descriptors than students.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from time import monotonic

from backprop.lesson import Lesson
from tests.attacks import ATTACKS
from tests.benchmarks.machine import Usage
from tests.benchmarks.served import APP, served
from tests.benchmarks.student import Student
from tests.benchmarks.table import Row, percentile
from tests.browser.server import ROOT

STUDENTS, THINK = 3, 0.3  # seconds between two steps of a student
PATIENCE = 60.0
SETTLE = 3.0  # seconds after an attack until the memory is looked at
CLASS, DESCRIPTORS, LEFT = 300, 1024, 130


def rows(seconds: float, students: int = CLASS) -> Iterator[Row]:
    """The table: each attack for so many seconds, and a class of so many students."""
    for name in ("nobody", *ATTACKS):
        yield from under(name, seconds)
    yield from crowd(students)


def under(name: str, seconds: float) -> Iterator[Row]:
    """What students wait for and what the server holds during the attack of this name."""
    with served(*APP) as server:
        usage = server.usage
        waits, before = asyncio.run(_students(server.url, usage, name, seconds))
        peak, after = usage.peak_mb() - before, usage.memory_mb() - before
    attacked = name in ATTACKS
    yield Row(f"{name}: a step, median", percentile(waits, 50), "ms")
    yield Row(f"{name}: a step, worst", max(waits), "ms", target=250 if attacked else None)
    if attacked:
        yield Row(f"{name}: memory at its peak, beyond before", peak, "MB", target=100)
        yield Row(f"{name}: memory afterwards, beyond before", after, "MB", target=50)


async def _students(url: str, usage: Usage, name: str, seconds: float) -> tuple[list[float], float]:
    """The milliseconds of each step, and the memory before the attack."""
    students = [Student(url, Lesson(seed=number)) for number in range(7, 7 + STUDENTS)]
    for one in students:
        await one.open()
        await one.step()
    waits: list[float] = []

    async def work(student: Student, end: float) -> None:
        while monotonic() < end:
            async with asyncio.timeout(PATIENCE):
                waits.append(1000 * await student.step())
            await asyncio.sleep(THINK)

    before = usage.memory_mb()
    usage.forget_peak()
    with attack(name, url, seconds) if name in ATTACKS else nullcontext():
        end = monotonic() + seconds
        await asyncio.gather(*(work(one, end) for one in students))
    await asyncio.sleep(SETTLE)
    for one in students:
        await one.close()
    return waits, before


@contextmanager
def attack(name: str, url: str, seconds: float) -> "Iterator[subprocess.Popen[str]]":
    """The process of an attack, from when it begins until it has ended."""
    command = [sys.executable, "-m", "tests.attacks", name, url, str(seconds)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield process
        print(f"  {name}: {process.stdout.read().strip()}", flush=True)


def crowd(students: int) -> Iterator[Row]:
    """A class at a server that may have DESCRIPTORS, after LEFT others have come and gone."""
    with served(*APP, descriptors=DESCRIPTORS) as server:
        answered, most = asyncio.run(_crowd(server.url, server.usage, students))
    yield Row(
        f"{students} students, {DESCRIPTORS} descriptors: no answer",
        students - answered,
        "",
        target=0,
    )
    yield Row(f"{students} students: descriptors", most, "", target=DESCRIPTORS)


async def _crowd(url: str, usage: Usage, students: int) -> tuple[int, int]:
    """How many students got a page and a step, and the descriptors with all of them there."""
    for number in range(LEFT):
        passing = Student(url, Lesson(seed=number))
        await passing.open()
        await passing.close()
    room = [Student(url, Lesson(seed=number)) for number in range(students)]
    answered = 0
    for one in room:
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await one.open()
                await one.step()
            answered += 1
    most = usage.descriptors()
    await asyncio.gather(*(one.close() for one in room))
    return answered, most
