"""A lesson's step of gradient descent: over which examples it goes, and where it leads."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from backprop.engine import Network, Trace, descend, run
from backprop.inputs.limits import MAX_VALUE
from backprop.lesson.change import with_network
from backprop.lesson.record import Lesson

TOO_LONG = f"A weight or bias would grow beyond {MAX_VALUE:,.0f}; a smaller η helps."


@dataclass(frozen=True, eq=False)
class Descent:
    """The step that a lesson can take.

    It goes over the examples of ``trace``: ``rows`` of the table, or 0 for this example alone.
    ``lesson`` is the one after it, ``cost`` its cost over the same examples, ``then`` its trace on
    this example; where there is no step, they are None, and ``refused`` says why.
    """

    trace: Trace
    rows: int
    lesson: Lesson | None = None
    cost: float | None = None
    then: Trace | None = None
    refused: str = ""

    @property
    def flat(self) -> bool:
        """Whether all gradients of what is learned are 0."""
        learned = self.trace.network.learned
        every = (self.trace.arrays(f"nabla_{symbol}").values() for symbol in learned)
        return not any(one.any() for arrays in every for one in arrays)


@dataclass(frozen=True)
class Round:
    """A lesson among those that gradient descent went through, and its cost.

    ``way`` is how many changes it is away from the present one: below 0 to take back.
    """

    way: int
    cost: float


def descent_of(lesson: Lesson, own: Trace | None = None) -> Descent:
    """The next step of gradient descent: w - eta dC/dw and b - eta dC/db, of C over them.

    ``own`` is the lesson's trace where it is known. Raises ValueError where the network cannot be
    run.
    """
    trace, rows = lesson.batch(own)
    try:
        after = moved(lesson, lambda: descend(trace.network, trace, lesson.eta))
        found = run(after.network(), trace.x, trace.y)
        then = run(after.network(), lesson.x, lesson.y) if rows else found
    except ValueError as error:
        return Descent(trace, rows, refused=str(error))
    return Descent(trace, rows, after, found.cost, then)


def moved(lesson: Lesson, step: Callable[[], Network]) -> Lesson:
    """The lesson with the network that a step gives.

    Raises ValueError, with a way out, where the step leads beyond what a network may have.
    """
    try:
        return with_network(lesson, step())
    except ValueError as error:
        raise ValueError(TOO_LONG) from error


def rounds_of(past: Sequence[Lesson], present: Lesson, future: Sequence[Lesson]) -> list[Round]:
    """The present lesson among those before and after it that have other weights and no more.

    The last of ``past`` is the one before, and the last of ``future`` the one after it. Only eta
    may be another, too, and the row where a step goes over all. Raises ValueError where a network
    cannot be run.
    """
    before = [Round(-n, one.batch_cost) for n, one in _others(present, reversed(past))]
    after = [Round(n, one.batch_cost) for n, one in _others(present, reversed(future))]
    return [*reversed(before), Round(0, present.batch_cost), *after]


def _others(present: Lesson, others: Iterable[Lesson]) -> Iterable[tuple[int, Lesson]]:
    last, same = _weights(present), _task(present)
    for n, one in enumerate(others, start=1):
        if _task(one) != same:
            return
        if (weights := _weights(one)) != last:
            yield n, one
        last = weights


def _task(lesson: Lesson) -> tuple[object, ...]:
    """What must be the same for costs to be compared."""
    examples = lesson.data if lesson.is_over_rows else (lesson.x, lesson.y)
    kind = lesson.activation, lesson.cost, lesson.reduction, lesson.biases
    return lesson.sizes, *kind, lesson.is_over_rows, examples


def _weights(lesson: Lesson) -> tuple[object, ...]:
    return lesson.weights or (lesson.seed, lesson.spread)
