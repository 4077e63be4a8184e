"""A press of gradient descent: one step down, and the note of how it moved the cost."""

from collections.abc import Callable

from backprop.engine import Network, descend
from backprop.lesson import Lesson, with_network
from backprop.ui import state
from backprop.ui.notes import attempt, note
from backprop.writing import how_cost_moved

DESCEND, DESCENDED = "descend", "descended"
"""The places of the notes: why there is no step, and what came of it (kept: the two costs)."""


def take_step() -> None:
    """Take one step of gradient descent on the present lesson, and note how the cost moved."""
    lesson, trace = state.current(), state.trace()
    if attempt(DESCEND, lambda: moved(lesson, lambda: descend(trace.network, trace, lesson.eta))):
        after = state.trace().cost
        flat = not any(
            one.any() for s in ("nabla_b", "nabla_w") for one in trace.arrays(s).values()
        )
        note(DESCENDED, how_cost_moved(trace.cost, after, flat), kept=(trace.cost, after))


def moved(lesson: Lesson, step: Callable[[], Network]) -> Lesson:
    """The lesson with the network that a step gives.

    Raises ValueError, with a way out, where the step leads beyond what a network may have.
    """
    try:
        return with_network(lesson, step())
    except ValueError as error:
        raise ValueError(f"This step is too long; a smaller η helps. {error}") from None
