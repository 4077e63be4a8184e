"""The presses of a mini-batch: one step of the lesson's network, or an epoch of them."""

from collections.abc import Sequence
from typing import Any

from backprop.engine import Network
from backprop.ideas.batch.compute import Batch, cost_over, networks_after
from backprop.ideas.batch.view_position import Position, position
from backprop.ideas.batch.words_costs import moved, moved_by_epoch
from backprop.lesson.descent import moved as moved_by
from backprop.ui import state
from backprop.ui.notes import attempt, note

REFUSED, TAKEN = "batch-refused", "batch-taken"
"""The places of the notes: why there is no step, and what came of it (kept: the costs)."""


def take_step(press: Any) -> None:
    """Take the step over the batch of a press; the next one becomes the present one."""
    here = position(state.current())
    number = _number(press)
    if number not in range(1, len(here.epoch) + 1):
        return
    batch = here.epoch[number - 1]
    costs = _taken(here, [batch])
    if costs:
        before, after = costs
        state.choose("batch-number", str(number % len(here.epoch) + 1))
        state.place_moved()
        assert before is not None
        network = state.current().network()
        sentence = moved(network, number, batch, len(here.examples.traces), before, after)
        note(TAKEN, sentence, kept=[after])


def take_epoch(press: Any) -> None:
    """Take the steps over all batches, one after the other; it is one change of the lesson."""
    here = position(state.current())
    if not _number(press):
        return
    costs = _taken(here, here.epoch)
    if costs:
        state.choose("batch-number", "1")
        state.place_moved()
        note(TAKEN, moved_by_epoch(state.current().network(), costs), kept=costs)


def _number(press: object) -> int:
    """The batch that was pressed; 0 for a press on a network of before, and for nonsense."""
    match press:
        case {"number": int(number), "moved": seen} if seen == state.moved():
            return number
    return 0


def _taken(here: Position, epoch: Sequence[Batch]) -> list[float | None]:
    """The costs over all examples before the steps and after each; empty where one is refused."""
    lesson = state.current()
    network = lesson.network()
    after: list[Network] = []

    def last() -> Network:
        after.extend(networks_after(network, here.examples, epoch, lesson.eta))
        return after[-1]

    if not attempt(REFUSED, lambda: moved_by(lesson, last)):
        return []
    return [cost_over(one, here.examples) for one in (network, *after)]
