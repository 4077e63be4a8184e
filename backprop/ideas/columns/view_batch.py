"""The mini-batch of the present lesson, worked out anew wherever it is needed."""

from backprop.engine.examples import Examples
from backprop.ideas.columns.compute import MiniBatch, mini_batch
from backprop.lesson import examples_of, run_rows
from backprop.ui import state


def present_batch() -> tuple[MiniBatch, Examples]:
    """The mini-batch of the examples, and the runs of them all.

    Where none of them can be run, it is of the lesson's own.
    """
    lesson, own = state.current(), (state.current().x + state.current().y,)
    found = run_rows(lesson, examples_of(lesson))
    runs = found if found.traces else run_rows(lesson, own)
    return mini_batch(state.trace().network, runs), found
