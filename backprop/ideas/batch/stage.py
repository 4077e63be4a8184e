"""The stage of a mini-batch: the epoch as its batches, and the step over the present one."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from backprop.engine import Network, Trace
from backprop.engine.examples import Examples
from backprop.figures.json import Json
from backprop.figures.limits import largest, scale_for
from backprop.ideas.batch.compute import Batch
from backprop.ideas.batch.words import about, group, names, sentence, texts, title
from backprop.lesson import weight_in_focus
from backprop.stage import Picture, StageData, StageStep


def stage_data(
    trace: Trace,
    examples: Examples,
    epoch: Sequence[Batch],
    number: int,
    l: int,
    eta: float,
    costs: Sequence[float | None],
) -> StageData:
    """What the stage is sent: the step of layer l over each batch, from batch ``number`` on.

    ``trace`` is the lesson's own; ``costs`` are those over all examples, before and after each step
    of the epoch that has just been taken, or only the present one.
    """
    steps = [
        StageStep(
            title=title(n, len(epoch), batch),
            tag="",
            group=group(len(epoch)),
            l=l,
            result=f"batch{n}",
            operands=[],
            sentence=[(sentence(batch, trace.network), "")],
        )
        for n, batch in enumerate(epoch, start=1)
    ]
    parts: list[str | Json] = [
        "browser/header.js",
        _epoch(trace.network, examples, epoch, costs),
        _update(trace.network, examples, epoch, l, eta),
    ]
    shown = Picture.of(trace, parts, symbols=())
    return shown.with_steps(steps, {}, level="layer").at_step(number, "batch-number", {}).data


def _epoch(
    network: Network, examples: Examples, epoch: Sequence[Batch], costs: Sequence[float | None]
) -> Json:
    """The part with all examples in their batches, and the costs."""
    x, y = examples.x, examples.y
    return {
        "module": "ideas/batch/epoch.js",
        "batches": [
            [_example(number, examples.traces[number]) for number in batch] for batch in epoch
        ],
        "scales": {"x": scale_for(x), "y": scale_for(y)},
        "limits": {"x": largest(x), "y": largest(y)},
        "cost": costs[-1],
        "after": list(costs[1:]),
        "texts": texts(network),
    }


def _example(number: int, trace: Trace) -> Json:
    x, y = trace.x.ravel().tolist(), trace.y.ravel().tolist()
    return {"number": number, "x": x, "y": y, "about": about(x, y)}


def _update(
    network: Network, examples: Examples, epoch: Sequence[Batch], l: int, eta: float
) -> dict[str, Any]:
    """The part with the step of layer l: what each example gives, w^l and b^l, and eta."""
    found = examples.traces
    gradients = [one.arrays(f"nabla_{s}")[l] for one in found.values() for s in network.learned]
    return {
        "module": "ideas/batch/update.js",
        "l": l,
        "w": network.w[l].tolist(),
        "b": network.b[l].ravel().tolist() if network.learns_biases else [],
        "eta": eta,
        "mean": network.takes_mean,
        "batches": [list(batch) for batch in epoch],
        "examples": {
            str(number): {
                "delta": one.delta[l].ravel().tolist(),
                "a": one.a[l - 1].ravel().tolist(),
                "about": about(one.x.ravel().tolist(), one.y.ravel().tolist()),
            }
            for number, one in found.items()
        },
        "limits": {
            "a": largest(*(one.a[l - 1] for one in found.values())),
            "gradient": largest(*gradients),
        },
        "scale": scale_for(np.hstack([one.a[l - 1] for one in found.values()])),
        "names": names(l, network),
        "focus": weight_in_focus("", l).id,
        "texts": texts(network),
    }
