"""The pictures of part "spread": the network while one weight changes, neuron by neuron."""

from backprop.engine import Quantity
from backprop.figures.json import Json
from backprop.ideas.spread.compute import Spread
from backprop.ideas.spread.words import (
    LEGEND,
    PREDICTED,
    PUSHED,
    RATE,
    SPOKEN,
    TRULY,
    comparison,
    sentence,
    slider_label,
    title,
)
from backprop.stage import Picture, StageData, StageStep, arrays_of, diagram


def step_count(spread: Spread) -> int:
    """How many steps the change takes: the weight, its activation, the layers after, the cost."""
    return spread.here.network.L - spread.l + 3


def stage_data(spread: Spread, step: int, present: float) -> StageData:
    """What the stage is sent: a frame for each dw that is taken, a step for each stage of the way.

    It begins at ``step``, from 1, and at the frame nearest to ``present``.
    """
    taken = spread.taken()
    network = diagram("a", "w", _changes(spread, taken))
    words = {"module": "browser/words.js", "lines": 2}
    parts: list[str | Json] = ["browser/header.js", "browser/slider.js", network, words]
    traces = [trace for trace in spread.traces if trace]
    layers = range(spread.l, spread.here.network.L + 1)
    figures = arrays_of(traces, ["a"]) | {f"change{t}": spread.changes(t) for t in layers}
    return (
        Picture.of(spread.here, parts, ("a", "w"))
        .with_steps([_step(spread, n) for n in range(1, step_count(spread) + 1)], {})
        .at_step(step, "spread-step", {})
        .with_frames(
            "spread-dw",
            slider_label(spread),
            spread.dw[taken].tolist(),
            present,
            figures,
            words=[[comparison(spread, i), LEGEND] for i in taken],
        )
        .data
    )


def _changes(spread: Spread, taken: list[int]) -> Json:
    """The overlay of the diagram: the true and the predicted changes beside the neurons."""
    return {
        "module": "ideas/spread/changes.js",
        "weight": spread.weight.id,
        "rates": {str(t): rates.tolist() for t, rates in spread.rates.items()},
        "edges": spread.edge_rates.tolist(),
        "next": spread.strongest_next,
        "cost": {
            "rate": spread.gradient,
            "changes": [spread.change_of_cost(i).true for i in taken],
        },
        "texts": {
            "pushed": PUSHED,
            "rate": RATE,
            "truly": TRULY,
            "predicted": PREDICTED,
            "spoken": SPOKEN,
        },
    }


def _step(spread: Spread, n: int) -> StageStep:
    """The weight, its activation, a layer after another, the cost."""
    l, j, L = spread.l, spread.j, spread.here.network.L
    t, weight, first = l + n - 2, spread.weight, Quantity("a", l, j)
    tag, result, operands = "", weight.id, list[str]()
    if n == 2:
        tag, result, operands = "48", first.id, [weight.id]
    elif t > L:
        tag, result, operands = "47", "C", [Quantity("a", L).id]
    elif t == l + 1:
        tag, result = "49", Quantity("a", t).id
        operands = [f"{Quantity('w', t).id}__{j}", first.id]
    elif n > 2:
        result, operands = Quantity("a", t).id, [Quantity("w", t).id, Quantity("a", t - 1).id]
    return StageStep(
        title=title(spread, n),
        tag=tag,
        group=Quantity.parse(result).text,
        l=min(max(t, l), L),
        result=result,
        operands=operands,
        sentence=sentence(spread, n),
    )
