"""The first minute: four acts, each with the steps that it plays, its words and its labels."""

from collections.abc import Sequence

import numpy as np

from backprop.engine import Quantity, Step, Trace
from backprop.engine.nudge import FORWARD, nudged
from backprop.figures.json import Json
from backprop.writing.text import opening_words as words
from backprop.writing.text.numbers import short

OPENING, WISHES = "browser/opening.js", "browser/wishes.js"
NUDGES = (0.1, 0.01, 0.001)
"""How far the weight is moved: the first of these that brings the cost down."""


def opening(trace: Trace, steps: Sequence[Step], shown: bool) -> Json:
    """The part of the stage, which has these steps. Not ``shown``, it can be asked for."""
    part = {"module": OPENING, "again": words.AGAIN}
    return part | {"told": _told(trace, steps)} if shown else part


def _told(trace: Trace, steps: Sequence[Step]) -> Json:
    weight = most_to_blame(trace)
    last = {step.quantity.whole.id: n for n, step in enumerate(steps, start=1)}
    then = last[Quantity("nabla_w", weight.l).id] if weight else len(steps)
    answers, wanted = _outputs(trace)
    acts = [
        (_at(last, "a", [trace.network.L]), words.question(answers, wanted)),
        (_forward(last, trace.network.L), words.forward(answers, wanted)),
        ([last["C"]], words.how_wrong(answers, wanted, trace.cost)),
        (_at(last, "delta", range(trace.network.L, 1, -1)), words.backward(_shares(trace))),
        ([then], words.verdict(_blamed(trace, weight), _lines(trace))),
    ]
    return {
        "name": words.NAME,
        "promise": words.PROMISE,
        "skip": words.SKIP,
        "progress": words.PROGRESS,
        "acts": [{"steps": played, **vars(said)} for played, said in acts],
        "weight": weight.id if weight else "",
        "then": then,
    }


def wishes(trace: Trace, shown: bool) -> Json:
    """What is drawn over the diagram: beside each output the wish and the gap, and the weight."""
    if not shown:
        return {"module": WISHES}
    answers, wanted = _outputs(trace)
    weight = most_to_blame(trace)
    return {
        "module": WISHES,
        "wishes": list(map(words.wish, answers, wanted)),
        "gaps": list(map(words.gap, answers, wanted)),
        "weight": weight.id if weight else "",
        "number": short(float(trace.value(weight)[()])) if weight else "",
    }


def most_to_blame(trace: Trace) -> Quantity | None:
    """The weight whose gradient is largest, the first of several; None where all are 0."""
    largest = {l: float(np.abs(values).max()) for l, values in trace.nabla_w.items()}
    l = max(largest, key=largest.__getitem__)
    if not largest[l]:
        return None
    j, k = divmod(int(np.abs(trace.nabla_w[l]).argmax()), trace.nabla_w[l].shape[1])
    return Quantity("w", l, j + 1, k + 1)


def _blamed(trace: Trace, weight: Quantity | None) -> words.Blamed | None:
    if weight is None:
        return None
    gradients = np.concatenate([np.abs(values).ravel() for values in trace.nabla_w.values()])
    gradient = float(trace.nabla_w[weight.l][weight.index])
    step, after = _fall(trace, weight, gradient)
    j, k = weight.index
    return words.Blamed(
        weight=float(trace.network.w[weight.l][weight.index]),
        gradient=gradient,
        carried=float(trace.a[weight.l - 1][k, 0]),
        share=float(trace.delta[weight.l][j, 0]),
        alone=bool((gradients == abs(gradient)).sum() == 1),
        step=step,
        before=trace.cost,
        after=after,
    )


def _fall(trace: Trace, weight: Quantity, gradient: float) -> tuple[float, float | None]:
    """How far the weight is moved against its gradient, and the cost there, if that is lower."""
    for step in NUDGES:
        h = -step if gradient > 0 else step
        moved = nudged(trace.network, trace.x, trace.y, "w", weight.l, h, FORWARD)
        after = float(moved.above[weight.index])
        if after < trace.cost * (1 - 10.0 ** (2 - words.MOST_DIGITS)):
            return step, after
    return NUDGES[0], None


def _forward(last: dict[str, int], L: int) -> list[int]:
    return [last[f"{symbol}{l}"] for l in range(2, L + 1) for symbol in ("z", "a")]


def _at(last: dict[str, int], symbol: str, layers: Sequence[int]) -> list[int]:
    return [last[Quantity(symbol, l).id] for l in layers]


def _shares(trace: Trace) -> list[tuple[int, int, float]]:
    found = []
    for l in range(trace.network.L, 1, -1):
        shares = _column(trace.delta[l])
        j = max(range(len(shares)), key=lambda j: abs(shares[j]))
        found.append((l, j + 1, shares[j]))
    return found


def _lines(trace: Trace) -> int:
    return sum(values.size for values in trace.nabla_w.values())


def _outputs(trace: Trace) -> tuple[list[float], list[float]]:
    """The answers and the wishes."""
    return _column(trace.a[trace.network.L]), _column(trace.y)


def _column(values: np.typing.NDArray[np.float64]) -> list[float]:
    return [float(value) for value in values[:, 0]]
