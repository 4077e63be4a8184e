"""Where the learner is in an epoch: its batches, and the present one."""

from typing import NamedTuple

from backprop.engine.examples import Examples
from backprop.ideas.batch.compute import Batch, batches
from backprop.lesson import Lesson, examples_of, run_rows

FEW = 6
"""Up to so many examples every size of a batch is offered, and of more the powers of 2."""


class Position(NamedTuple):
    """The examples that can be run, the batches of an epoch, and the present one, from 1."""

    examples: Examples
    epoch: list[Batch]
    number: int

    @property
    def batch(self) -> Batch:
        """The examples of the present batch."""
        return self.epoch[self.number - 1]


def position(lesson: Lesson) -> Position:
    """Where the lesson is: of its examples, or of its own one where none of them can be run."""
    own = (lesson.x + lesson.y,)
    examples = run_rows(lesson, examples_of(lesson))
    if not examples.traces:
        examples = Examples(run_rows(lesson, own).traces, examples.refused)
    numbers = list(examples.traces)
    m = size_of(lesson, len(numbers))
    epoch = batches(numbers, m, shuffled=lesson.choice("batch-order") == "shuffled")
    return Position(examples, epoch, nearest(lesson.value_of("batch-number"), len(epoch)))


def size_of(lesson: Lesson, count: int) -> int:
    """How many of so many examples go into a batch."""
    return nearest(lesson.value_of("batch-size"), count)


def sizes(present: int, count: int) -> list[int]:
    """The sizes that are offered for so many examples, the present one among them."""
    if count <= FEW:
        return list(range(1, count + 1))
    powers = [2**i for i in range(count.bit_length()) if 2**i < count]
    return sorted({*powers, count, present})


def nearest(chosen: int, last: int) -> int:
    """What was chosen, or the nearest from 1 to ``last``."""
    return min(max(chosen, 1), last)
