"""The pictures of part "demon": the network as it is pushed, the true cost beside the promise."""

from dataclasses import replace

from backprop.engine import Quantity
from backprop.figures.curve import Line, curve_json, height_of, points
from backprop.figures.theme import Json
from backprop.ideas.demon.compute import PROMISE, Demon
from backprop.ideas.demon.words import what_came
from backprop.stage import Picture, StageData, arrays_of, diagram, push
from backprop.writing.text.numbers import percent

_LEAST = 4
"""The chart shows at least so many positions on each side, however few can be taken."""


def stage_data(found: Demon, present: float) -> StageData:
    """What the stage is sent: a frame for each dz at which the cost can be taken."""
    taken = [i for i, trace in enumerate(found.traces) if trace]
    traces = [trace for trace in found.traces if trace]
    z, delta = (Quantity(symbol, found.l, found.j).text for symbol in ("z", "delta"))
    true = Line(f"C at {z} + Δz: what really happens", "C", found.true)
    promised = Line(f"C + {delta} Δz: what the error promises", "delta", found.promised, "dash")
    seen = _around(taken, len(found.dz))
    chart = {
        "module": "browser/curve.js",
        "figure": curve_json(
            found.dz[seen],
            [replace(line, y=line.y[seen]) for line in (true, promised)],
            names=(f"Δz, added to {z}", "cost C"),
            height=height_of(found.true[seen], found.promised[seen]),
            shaded=found.holds,
        ),
        "points": points(
            found.dz[taken], [replace(line, y=line.y[taken]) for line in (true, promised)]
        ),
        "ground": f"within {percent(PROMISE)} of the true change",
        "label": f"The true cost and the promise of {delta} over Δz",
    }
    network = diagram("a", "w", push(found.l, found.j, "Δz"))
    parts: list[str | Json] = ["browser/slider.js", network, "browser/words.js", chart]
    shown = Picture.of(found.here, parts, ("a", "w"))
    return shown.with_frames(
        "dz",
        f"Δz, added to {z}",
        found.dz[taken].tolist(),
        present,
        arrays_of(traces, ["a"]),
        words=[[what_came(found, i)] for i in taken],
    ).data


def _around(taken: list[int], count: int) -> slice:
    """The places that the chart shows: those taken, and on each side half as many more."""
    more = max(_LEAST, len(taken) // 2)
    return slice(max(0, taken[0] - more), min(count, taken[-1] + 1 + more))
