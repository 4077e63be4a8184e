"""The beats of a layer as the steps of the stage of part "terms"."""

from collections.abc import Sequence

from backprop.engine import Quantity, Trace
from backprop.ideas.terms.words_micro_steps import Beat, beat_of, beats
from backprop.stage import StageData, StageStep
from backprop.stage.forward_pass import DIAGRAM, forward


def stage_data(trace: Trace, l: int, number: int) -> StageData:
    """What the stage is sent to step through the beats of layer l, from beat ``number``."""
    every = beats(trace, l)
    shown = forward(trace, "browser/header.js", DIAGRAM, "browser/board.js")
    steps = [_described(beat) for beat in every]
    return (
        shown.with_steps(steps, _born(trace, every)).at_step(number, "term", _leads(trace, l)).data
    )


def _described(beat: Beat) -> StageStep:
    return StageStep(
        title=beat.title,
        tag="23",
        group=Quantity("z", beat.l, beat.j).text,
        l=beat.l,
        result=beat.result.id,
        operands=[one.id for one in beat.operands],
        sentence=beat.sentence,
    )


def _born(trace: Trace, every: Sequence[Beat]) -> dict[str, list[int]]:
    """The beat in which each z and each a is known; those of later layers never are."""
    found: dict[str, list[int]] = {}
    for number, beat in enumerate(every, start=1):
        if beat.kind != "term":
            found.setdefault(beat.result.whole.id, []).append(number)
    for m in range(every[0].l + 1, trace.network.L + 1):
        for symbol in ("z", "a"):
            found[Quantity(symbol, m).id] = [len(every) + 1] * trace.network.sizes[m - 1]
    return found


def _leads(trace: Trace, l: int) -> dict[str, int]:
    """The beat to which a click on a number of this layer leads, by the number's id."""
    sizes = trace.network.sizes
    neurons, weights = range(1, sizes[l - 1] + 1), range(1, sizes[l - 2] + 1)
    numbers = [Quantity(symbol, l, j) for symbol in ("z", "a", "b") for j in neurons]
    numbers += [Quantity("w", l, j, k) for j in neurons for k in weights]
    return {one.id: beat_of(sizes, one) or 1 for one in numbers}
