"""The lines of the program as the steps of the stage of part "code"."""

from collections.abc import Sequence

from backprop.engine import Quantity, Trace
from backprop.figures.json import Json
from backprop.ideas.code.compute import CodeStep, code_steps, slope_is_used
from backprop.ideas.code.stage_arrays import arrays_of_line, operands
from backprop.ideas.code.stage_listing import listing_part
from backprop.ideas.code.words import ARRAYS, step_sentence, step_title
from backprop.stage import Picture, StageData, StageStep

GROUPS = {"nabla_a": "Error", "delta": "Error", "nabla_b": "Gradients", "nabla_w": "Gradients"}


def stage_data(trace: Trace, number: int) -> StageData:
    """What the stage is sent to step through the program, from step ``number`` on."""
    every = code_steps(trace)
    arrays: Json = {
        "module": "ideas/code/arrays.js",
        "rows": [arrays_of_line(step, trace) for step in every],
        "label": ARRAYS,
    }
    parts: list[str | Json] = ["browser/header.js", listing_part(trace, every), arrays]
    steps = [_described(step, trace) for step in every]
    shown = Picture.of(trace, parts)
    return (
        shown.with_steps(steps, _born(trace, every), level="layer")
        .at_step(number, "code-step", _leads(trace, every))
        .data
    )


def _described(step: CodeStep, trace: Trace) -> StageStep:
    return StageStep(
        title=step_title(step),
        tag=step.step.equation.tag if step.step else "",
        group=GROUPS.get(step.quantity.symbol, "Forward"),
        l=step.quantity.l,
        result=step.quantity.id,
        operands=operands(step, trace),
        sentence=step_sentence(step, trace),
    )


def _born(trace: Trace, every: Sequence[CodeStep]) -> dict[str, list[int]]:
    """The step in which each array is known, the slopes with the error that uses them."""
    found = {}
    for number, step in enumerate(every, start=1):
        names = [step.quantity]
        if step.quantity.symbol == "delta" and slope_is_used(step):
            names.append(Quantity("sigma_prime", step.quantity.l))
        for one in names:
            found[one.id] = [number] * trace.network.sizes[one.l - 1]
    return found


def _leads(trace: Trace, every: Sequence[CodeStep]) -> dict[str, int]:
    """By array, the step that makes it; a given one leads to the first step that uses it."""
    found: dict[str, int] = {}
    for number, step in enumerate(every, start=1):
        for id in (step.quantity.id, *operands(step, trace)):
            found.setdefault(id, number)
    return found
