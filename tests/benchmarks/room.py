"""Students at one server, all at once, and what they have met with.

They wait for an answer before they think about what comes next, which is kind to a slow server.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

from websockets.exceptions import WebSocketException

from tests.benchmarks.served import Served
from tests.benchmarks.student import Student

THINK = 3.0  # seconds between two acts of a student, give or take a quarter
PATIENCE = 60.0  # seconds after which a student gives up

Act = Callable[[Student], Awaitable[float]]
"""What a student does: it takes so many seconds."""


class Room:
    """These students at one server."""

    def __init__(self, server: Served, students: Sequence[Student]) -> None:
        self._usage = server.usage
        self._students = [*students]
        self._thinking = {student: random.Random(i) for i, student in enumerate(students, start=1)}
        self.memory_before = self._usage.memory_mb()
        self.opened: list[float] = []  # seconds
        self.waits: list[float] = []  # milliseconds
        self.gone = 0
        self.at_rest = 0.0  # CPU of the server while nobody acts, milliseconds per second
        self.cpu = 0.0  # milliseconds, while they act, above that
        self.received = 0  # bytes, while they act

    @property
    def memory(self) -> float:
        """What the server holds now."""
        return self._usage.memory_mb()

    @property
    def cpu_each(self) -> float:
        """Milliseconds of the server's CPU for one act."""
        return self.cpu / max(1, len(self.waits))

    @property
    def kilobytes_each(self) -> float:
        """Thousands of bytes that the server has sent for one act."""
        return self.received / 1000 / max(1, len(self.waits))

    async def open(self) -> None:
        """All open the page at once, as when a link is shown."""
        opened = await asyncio.gather(*(self._try(one, Student.open) for one in self._students))
        self.opened = [seconds for seconds in opened if seconds is not None]

    async def rest(self, seconds: float) -> None:
        """All look at what they see: what the server takes just to be there."""
        cpu = self._usage.cpu_ms()
        await asyncio.sleep(seconds)
        self.at_rest = (self._usage.cpu_ms() - cpu) / seconds

    async def work_for(self, seconds: float, act: Act) -> None:
        """All act, each at their own pace; ends when the last has an answer."""
        cpu, received, begin = self._usage.cpu_ms(), self._received(), monotonic()
        end = begin + seconds
        await asyncio.gather(*(self._work(student, end, act) for student in self._students))
        self.cpu += self._usage.cpu_ms() - cpu - self.at_rest * (monotonic() - begin)
        self.received += self._received() - received

    async def one(self, act: Act, settle: float) -> tuple[float, float]:
        """All act once: the CPU of the server in milliseconds, and the kilobytes that it sent."""
        cpu, received = self._usage.cpu_ms(), self._received()
        await asyncio.gather(*(act(student) for student in self._students))
        await asyncio.sleep(settle)
        return self._usage.cpu_ms() - cpu, (self._received() - received) / 1000

    async def close(self) -> None:
        """All go home."""
        await asyncio.gather(*(student.close() for student in self._students))

    async def _work(self, student: Student, end: float, act: Act) -> None:
        pause = self._thinking[student].uniform(0, THINK)
        while monotonic() + pause < end and student in self._students:
            await asyncio.sleep(pause)
            seconds = await self._try(student, act)
            if seconds is None:
                return
            self.waits.append(seconds * 1000)
            pause = max(0.0, THINK * self._thinking[student].uniform(0.75, 1.25) - seconds)

    async def _try(self, student: Student, act: Act) -> float | None:
        try:
            async with asyncio.timeout(PATIENCE):
                return await act(student)
        except (OSError, TimeoutError, WebSocketException):
            self.gone += 1
            self._students.remove(student)
            return None

    def _received(self) -> int:
        return sum(student.received for student in self._thinking)
