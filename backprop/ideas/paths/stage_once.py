"""The pictures of part "paths" where all are summed at once: the errors, layer by layer from C."""

from backprop.engine import Quantity, Trace
from backprop.figures.json import Json
from backprop.ideas.paths.words_once import sentence_once, title_once
from backprop.stage import Picture, StageData, StageStep, diagram
from backprop.stage.board import rows

SYMBOLS = ("a", "w", "sigma_prime", "nabla_a", "delta", "y")


def step_count(trace: Trace, weight: Quantity) -> int:
    """A step for the error of each layer down to the weight's, and one for its gradient."""
    return trace.network.L - weight.l + 2


def stage_once(trace: Trace, weight: Quantity, step: int) -> StageData:
    """What the stage is sent: the errors are made from right to left; it begins at ``step``."""
    l, L = weight.l, trace.network.L
    layers = range(L, l - 2, -1)
    parts: list[str | Json] = ["browser/header.js", diagram("delta", "w"), "browser/board.js"]
    born = {
        Quantity("delta", t).id: [n] * trace.network.sizes[t - 1]
        for n, t in enumerate(layers, 1)
        if t >= l
    }
    return (
        Picture.of(trace, parts, SYMBOLS)
        .with_rows({str(t): {"Backward": _row(trace, t)} for t in layers if t >= l})
        .with_steps([_step(trace, weight, t) for t in layers], born, level="layer")
        .at_step(step, "paths-n", {})
        .data
    )


def _row(trace: Trace, t: int) -> list[str]:
    """The row of the board up to the error."""
    whole = rows(trace.network, t)["Backward"]
    return whole[: whole.index("→")]


def _step(trace: Trace, weight: Quantity, t: int) -> StageStep:
    """The error of layer t, or for the layer before the weight's its gradient."""
    l, L = weight.l, trace.network.L
    operands = [Quantity("delta", t + 1).id, Quantity("w", t + 1).id]
    if t < l:
        operands = [Quantity("delta", l, weight.j).id, Quantity("a", l - 1, weight.k).id]
    elif t == L:
        operands = [Quantity("nabla_a", L).id]
    return StageStep(
        title=title_once(weight, t),
        tag="BP4" if t < l else "BP1a" if t == L else "BP2",
        group="Error" if t >= l else "Gradients",
        l=max(t, l),
        result=weight.id if t < l else Quantity("delta", t).id,
        operands=operands,
        sentence=sentence_once(trace, weight, t),
    )
