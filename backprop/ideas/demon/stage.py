"""The pictures of part "demon": the network as it is pushed, the true and the predicted cost."""

from dataclasses import replace

from backprop.figures.curve import Line, curve_json, height_of, points
from backprop.figures.json import Json
from backprop.ideas.demon.compute import Demon
from backprop.ideas.demon.words import (
    COST_AXIS,
    PUSH,
    VALID,
    chart_label,
    comparison_sentence,
    dz_label,
    prediction_label,
    true_label,
)
from backprop.stage import Picture, StageData, arrays_of, diagram, push

_LEAST = 4
"""The chart shows at least so many positions on each side, however few can be taken."""


def stage_data(found: Demon, present: float) -> StageData:
    """What the stage is sent: a frame for each dz at which the cost can be taken."""
    taken = [i for i, trace in enumerate(found.traces) if trace]
    traces = [trace for trace in found.traces if trace]
    true = Line(true_label(found), "C", found.true)
    prediction = Line(prediction_label(found), "delta", found.prediction, "dash")
    seen = _around(taken, len(found.dz))
    chart = {
        "module": "browser/curve.js",
        "figure": curve_json(
            found.dz[seen],
            [replace(line, y=line.y[seen]) for line in (true, prediction)],
            names=(dz_label(found), COST_AXIS),
            height=height_of(found.true[seen], found.prediction[seen]),
            shaded=found.valid_range,
        ),
        "points": points(
            found.dz[taken], [replace(line, y=line.y[taken]) for line in (true, prediction)]
        ),
        "ground": VALID,
        "label": chart_label(found),
    }
    network = diagram("a", "w", push(found.l, found.j, PUSH))
    words = {"module": "browser/words.js", "lines": 1}
    parts: list[str | Json] = ["browser/slider.js", network, words, chart]
    shown = Picture.of(found.here, parts, ("a", "w"))
    return shown.with_frames(
        "dz",
        dz_label(found),
        found.dz[taken].tolist(),
        present,
        arrays_of(traces, ["a"]),
        words=[[comparison_sentence(found, i)] for i in taken],
    ).data


def _around(taken: list[int], count: int) -> slice:
    """The places that the chart shows: those taken, and on each side half as many more."""
    more = max(_LEAST, len(taken) // 2)
    return slice(max(0, taken[0] - more), min(count, taken[-1] + 1 + more))
