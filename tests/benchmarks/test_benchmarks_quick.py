"""What a step and a change cost on the way, whatever the machine: one student without a browser."""

import asyncio
from collections.abc import Iterator

import pytest

from backprop.lesson import Lesson
from tests.benchmarks.room import Act
from tests.benchmarks.served import APP, Served, served
from tests.benchmarks.student import CHANGES, Student
from tests.server.asgi import wait_for

STEP, CHANGE = 10_000, 40_000  # bytes at most


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    with served(*APP) as one:
        yield one


async def walk(student: Student, act: Act, times: int) -> list[tuple[int, list[str]]]:
    """Bytes and elements of each answer; it ends when the numbers awaited are there, no others."""
    answers = []
    async with asyncio.timeout(120):
        await student.open()
        for _ in range(times):
            before = student.received
            await act(student)
            answers.append((student.received - before, [*student.elements]))
        await student.close()
    return answers


def test_a_step_brings_its_equation_in_a_few_kilobytes_and_not_the_trace_again(
    server: Served,
) -> None:
    """Through a lesson and half the way back."""
    for size, elements in wait_for(walk(Student(server.url, Lesson(seed=7)), Student.step, 21)):
        assert 0 < size <= STEP
        assert "backprop_blocks" in elements
        assert "backprop_stage" not in elements


def test_a_change_brings_the_new_numbers_in_forty_kilobytes(server: Served) -> None:
    """Each of them twice, the second time in what the first has made."""
    student = Student(server.url, Lesson(seed=7, step=10))
    for size, elements in wait_for(walk(student, Student.change, 2 * len(CHANGES))):
        assert size <= CHANGE
        assert "backprop_stage" in elements
