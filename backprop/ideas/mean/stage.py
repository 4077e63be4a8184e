"""The stage of the idea: the table of examples, and the gradients of one layer for each of them."""

from collections.abc import Sequence

from backprop.engine import Trace
from backprop.engine.examples import Examples
from backprop.ideas.mean.compute_check import GradientCheck
from backprop.ideas.mean.stage_examples import examples_part
from backprop.ideas.mean.stage_gradients import gradients_part
from backprop.stage import Picture, StageData


def stage_data(
    trace: Trace,
    rows: Sequence[tuple[float, ...]],
    present: int | None,
    found: Examples,
    check: GradientCheck,
) -> StageData:
    """What the stage is sent; ``rows`` are x and then y, ``present`` is one of them, from 0.

    ``trace`` is the lesson's own, ``found`` the run of each row, ``check`` that of their gradients.
    """
    parts = [
        examples_part(rows, present, found),
        gradients_part(check, trace.network, present),
    ]
    return Picture.of(trace, parts, symbols=()).data
