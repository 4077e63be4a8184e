"""The micro steps of a layer as the steps of the stage of part "terms"."""

from collections.abc import Sequence

from backprop.engine import Quantity, Trace
from backprop.ideas.terms.compute import MicroStep, micro_step_of, micro_steps
from backprop.ideas.terms.words_micro_steps import sentence, title
from backprop.stage import StageData, StageStep
from backprop.stage.forward_pass import DIAGRAM, forward

_OWN = ("b", "z", "a")
"""What a neuron has besides its weights, the bias first."""


def stage_data(trace: Trace, l: int, number: int) -> StageData:
    """What the stage is sent to step through the micro steps of layer l, from ``number`` on."""
    every = micro_steps(trace, l)
    shown = forward(trace, "browser/header.js", DIAGRAM, "browser/board.js")
    steps = [_described(step) for step in every]
    return (
        shown.with_steps(steps, _born(trace, every)).at_step(number, "term", _leads(trace, l)).data
    )


def _described(step: MicroStep) -> StageStep:
    return StageStep(
        title=title(step),
        tag="23",
        group=Quantity("z", step.l, step.j).text,
        l=step.l,
        result=step.result.id,
        operands=[one.id for one in step.operands],
        sentence=sentence(step),
    )


def _born(trace: Trace, every: Sequence[MicroStep]) -> dict[str, list[int]]:
    """The micro step in which each z and each a is known; those of later layers never are."""
    found: dict[str, list[int]] = {}
    for number, step in enumerate(every, start=1):
        if step.kind == "sigma" or step.completes:
            found.setdefault(step.result.whole.id, []).append(number)
    for m in range(every[0].l + 1, trace.network.L + 1):
        for symbol in ("z", "a"):
            found[Quantity(symbol, m).id] = [len(every) + 1] * trace.network.sizes[m - 1]
    return found


def _leads(trace: Trace, l: int) -> dict[str, int]:
    """The micro step to which a click on a number of this layer leads, by the number's id."""
    sizes, has_biases = trace.network.sizes, trace.network.has_biases
    neurons, weights = range(1, sizes[l - 1] + 1), range(1, sizes[l - 2] + 1)
    numbers = [Quantity(symbol, l, j) for symbol in _OWN[not has_biases :] for j in neurons]
    numbers += [Quantity("w", l, j, k) for j in neurons for k in weights]
    return {one.id: micro_step_of(sizes, one, has_biases) or 1 for one in numbers}
