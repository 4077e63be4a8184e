"""What a step costs on the way, whatever the machine: one student without a browser."""

import asyncio

from tests.benchmarks.served import APP, served
from tests.benchmarks.student import Student
from tests.server.asgi import wait_for

MOST = 10_000  # bytes for a step


async def walk(url: str) -> list[tuple[int, list[str]]]:
    """The bytes and the elements of each step through a lesson and half the way back."""
    student = Student(url, 7)
    answers = []
    async with asyncio.timeout(120):
        await student.open()
        for _ in range(len(student.formulas) * 3 // 2):
            before = student.received
            await student.step()  # ends when the numbers of that step are there, and no others
            answers.append((student.received - before, [*student.elements]))
        await student.close()
    return answers


def test_a_step_brings_its_equation_in_a_few_kilobytes_and_not_the_trace_again() -> None:
    with served(*APP) as server:
        answers = wait_for(walk(server.url))
    assert len(answers) == 21
    for size, elements in answers:
        assert 0 < size <= MOST
        assert "backprop_blocks" in elements
        assert "backprop_stage" not in elements
