"""The mini-batch of the present lesson, worked out anew wherever it is needed."""

from backprop.engine.examples import Examples
from backprop.ideas.columns.compute import MiniBatch, mini_batch
from backprop.lesson import run_rows
from backprop.ui import state


def present_batch() -> tuple[MiniBatch, Examples]:
    """The mini-batch of the table, and the runs of all its rows.

    Where there is no table, or no row of it can be run, it is of the lesson's own example.
    """
    lesson, own = state.current(), (state.current().x + state.current().y,)
    found = run_rows(lesson, lesson.data or own)
    runs = found if found.traces else run_rows(lesson, own)
    return mini_batch(state.trace().network, runs), found
