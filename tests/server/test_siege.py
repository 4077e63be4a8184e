"""One visitor does their worst, for real, and a student goes on all the same.

python -m tests.benchmarks siege measures how long the student waits.
"""

from collections.abc import Iterator

import pytest

from backprop.lesson import Lesson
from tests.benchmarks.served import APP, Served, served
from tests.benchmarks.siege import attack
from tests.benchmarks.student import Student
from tests.server.asgi import wait_for

SECONDS = 3
MOST = 100  # megabytes that an attack may add


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    with served(*APP) as one:
        yield one


@pytest.mark.parametrize("name", ["layers", "flood", "heavy"])
def test_a_student_is_answered_during_an_attack(server: Served, name: str) -> None:
    async def go() -> int:
        student = Student(server.url, Lesson(seed=7))
        await student.open()
        steps = 0
        with attack(name, server.url, SECONDS) as going:
            while going.poll() is None:
                await student.step()
                steps += going.poll() is None
        await student.close()
        return steps

    before = server.usage.memory_mb()
    server.usage.forget_peak()
    assert wait_for(go()) >= 3
    assert server.usage.peak_mb() - before < MOST
