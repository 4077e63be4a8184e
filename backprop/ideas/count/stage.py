"""The pictures of part "count": the passes as squares, and the cost over the number of weights."""

from collections.abc import Sequence

import numpy as np

from backprop.engine import Network, Trace, operations
from backprop.engine.timing import Timing
from backprop.figures.curve import Line, Remark, curve_json
from backprop.figures.json import Json
from backprop.ideas.count.compute import growth, series_with
from backprop.ideas.count.compute_measure import Measured
from backprop.ideas.count.words import (
    BY_COUNT,
    BY_TIME,
    CHART,
    MULTIPLICATIONS,
    OWN,
    SECONDS,
    X_AXIS,
    passes_texts,
    slope_label,
)
from backprop.stage import Picture, StageData

SLOW, FAST = "C", "nabla_w"
"""The colours: of the costs that are taken again and again, and of the gradient."""
FEW = 4
"""Of fewer times a slope says more about chance than about the way."""


def stage_data(trace: Trace, done: Sequence[Measured]) -> StageData:
    """What the stage is sent: the counts of all networks, or the times of those measured."""
    network = trace.network
    chart = _times(network, done) if done else _counts(network)
    return Picture.of(trace, [_passes(trace), chart], ()).data


def _passes(trace: Trace) -> Json:
    network = trace.network
    found = operations(network.sizes, network.has_biases)
    return {
        "module": "ideas/count/passes.js",
        "passes": found.parameters + 1,
        "backward": found.backward / found.forward,
        "texts": passes_texts(found, network.has_biases),
        "colours": [SLOW, FAST],
    }


def _counts(network: Network) -> Json:
    """The multiplications of all networks of the series, and of this one."""
    sizes, biases = network.sizes, network.has_biases
    counted = [operations(one, biases) for one in series_with(sizes, biases)]
    x = [one.parameters for one in counted]
    slow, fast = [one.differences for one in counted], [one.both for one in counted]
    lines = [_line(BY_COUNT[0], SLOW, x, slow), _line(BY_COUNT[1], FAST, x, fast)]
    own = operations(sizes, biases)
    slopes = [*_slope(x, slow), *_slope(x, fast)]
    return _chart(lines, network, (own.both, own.differences), MULTIPLICATIONS, slopes)


def _times(network: Network, done: Sequence[Measured]) -> Json:
    """The times of the networks that have been measured; all differences of some are worked out."""
    x = [one.parameters for one in done]
    slow, fast = [one.all_differences for one in done], [one.both for one in done]
    known = sum(one.complete for one in done)
    rest = max(0, known - 1)
    lines = [
        _line(BY_TIME[0], SLOW, x[:known], slow[:known]),
        _line(BY_TIME[1], SLOW, x[rest:], slow[rest:], "dash"),
        _line(BY_TIME[2], FAST, x, fast),
    ]
    own = next((one for one in done if one.sizes == network.sizes), None)
    ends = (own.both.median, own.all_differences.median) if own else (np.nan, np.nan)
    slow_medians, fast_medians = ([one.median for one in both] for both in (slow, fast))
    known = len(done) >= FEW
    slopes = [*_slope(x, slow_medians), *_slope(x, fast_medians)] if known else []
    return _chart(lines, network, ends, SECONDS, slopes)


def _slope(x: Sequence[float], y: Sequence[float]) -> list[Remark]:
    """How steep a line is, written at its upper end; nothing of a single point."""
    slope = growth(x, y)
    at = float(np.log10(x[-1])), float(np.log10(y[-1]))
    return [] if slope is None else [Remark(slope_label(slope), *at, "left")]


def _line(
    name: str, like: str, x: Sequence[float], y: Sequence[float | Timing], dash: str = "solid"
) -> Line:
    """A line of numbers, or of times: their medians, and bars for the middle half."""
    heights = np.log10([one.median if isinstance(one, Timing) else one for one in y])
    times = [one for one in y if isinstance(one, Timing)]
    reach = np.log10([one.low for one in times]), np.log10([one.high for one in times])
    sign = "circle" if dash == "solid" else "circle-open"
    return Line(name, like, heights, dash, np.log10(x), sign, reach if times else None)


def _chart(
    lines: list[Line],
    network: Network,
    own: tuple[float, float],
    unit: str,
    remarks: list[Remark],
) -> Json:
    """The chart with these lines, and between the two the place of this network."""
    parameters = operations(network.sizes, network.has_biases).parameters
    here = Line(OWN, "quiet", np.log10(own), "dot", np.log10([parameters] * 2), "diamond")
    every = np.concatenate([line.y for line in [*lines, here]])
    low, high = float(np.nanmin(every)), float(np.nanmax(every))
    reach = np.log10([min(1.5, 0.75 * parameters), 40_000])
    figure = curve_json(
        reach,
        [*lines, here],
        names=(X_AXIS[network.has_biases], unit),
        height=(np.floor(low - 0.2), np.ceil(high + 0.2)),
        powers=True,
        remarks=remarks,
    )
    return {
        "module": "browser/curve.js", "figure": figure, "points": [], "ground": "", "label": CHART,
        "tall": 0.44,
    }  # fmt: skip
