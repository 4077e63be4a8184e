"""The stage of the five lanes: every array of the trace where the algorithm computes it."""

from collections.abc import Sequence

from backprop.engine import Quantity, Trace
from backprop.figures.json import Json
from backprop.ideas.lanes.compute import OUTPUT_ERROR, Computed, computed
from backprop.ideas.lanes.words import NAMES, TEXTS, WAYS, input_step
from backprop.stage import Picture, StageData, StageStep
from backprop.stage.explorer import described


def stage_data(trace: Trace, number: int) -> StageData:
    """What the stage is sent to go through the algorithm, from its array ``number`` (from 1) on."""
    every = computed(trace)
    steps = [_step(one, trace) for one in every]
    born = {
        one.result.id: [n] * trace.network.sizes[one.result.l - 1]
        for n, one in enumerate(every, start=1)
    }
    shown = Picture.of(trace, ["browser/header.js", _lanes(every, steps, trace)], symbols=())
    return (
        shown.with_steps(steps, born, level="layer")
        .at_step(number, "lanes-step", _leads(every, trace))
        .data
    )


def _step(one: Computed, trace: Trace) -> StageStep:
    found = described(one.step, trace) if one.step else input_step()
    found["group"] = str(one.lane)
    return found


def _lanes(every: Sequence[Computed], steps: Sequence[StageStep], trace: Trace) -> Json:
    """The part with the lanes: their names, and the arrays by lane and layer."""
    L = trace.network.L
    y = Computed(OUTPUT_ERROR, Quantity("y", L), None)
    uses = {step["result"]: step["operands"] for step in steps}
    shown = [*every]
    shown.insert(next(n for n, one in enumerate(every) if one.lane == OUTPUT_ERROR), y)
    return {
        "module": "ideas/lanes/lanes.js",
        "lanes": [
            {"number": lane, "name": name, "way": WAYS.get(lane, "")}
            for lane, name in NAMES.items()
        ],
        "given": {
            Quantity(symbol, l).id: {"title": Quantity(symbol, l).text, "symbol": symbol, "l": l}
            for l in range(2, L + 1)
            for symbol in trace.network.parameters
        },
        "arrays": [
            {
                "id": one.result.id,
                "title": one.result.text,
                "lane": one.lane,
                "l": one.result.l,
                "values": trace.value(one.result).tolist(),
                "uses": uses.get(one.result.id, []),
            }
            for one in shown
        ],
        "texts": TEXTS,
    }


def _leads(every: Sequence[Computed], trace: Trace) -> dict[str, int]:
    """The step to which a click on a number leads, by the number's id."""
    return {
        f"{one.result.id}_{'_'.join(str(i + 1) for i in place)}": n
        for n, one in enumerate(every, start=1)
        for place in _places(one.result, trace)
    }


def _places(array: Quantity, trace: Trace) -> list[tuple[int, ...]]:
    """The indices of its entries, from 0: j and k of a matrix, j of a column."""
    rows, columns = trace.value(array).shape
    if array.symbol == "nabla_w":
        return [(j, k) for j in range(rows) for k in range(columns)]
    return [(j,) for j in range(rows)]
