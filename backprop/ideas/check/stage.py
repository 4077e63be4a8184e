"""The pictures of part "check": the slopes in two ways, their relative error, and its valley."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from backprop.engine import Network, Quantity, Trace
from backprop.engine.activations import Array
from backprop.figures.curve import Line, Remark, curve_json, points
from backprop.figures.json import Json
from backprop.figures.limits import largest
from backprop.ideas.check.compute import Checked, Sweep
from backprop.ideas.check.words import (
    AT_FLOOR,
    BACKPROP,
    ENDS,
    KINK,
    MEDIAN,
    NUMERIC,
    RELATIVE,
    ROUNDING,
    SLIDER,
    TEXTS,
    TRUNCATION,
    X_AXIS,
    Y_AXIS,
    best_label,
    chart_label,
    layer_title,
    worst_label,
)
from backprop.ideas.check.words_summary import summary
from backprop.stage import Picture, StageData

CHOICE = "check-eps"
REST = 1e-5
"""The eps at the beginning."""
ROWS, COLUMNS = 9, 6
"""All layers are shown where they have together so many rows at most, and none more columns."""
FLOOR = 1e-16
"""The lowest error of the chart: a smaller one, and 0, is drawn there."""
_BELOW = 0.25
"""What is left free below the lines, as a share of how far they reach."""
_OUT = 4
"""An arm is named so many positions from the end of its curve."""


def shown_layers(network: Network, chosen: int) -> list[int]:
    """The layers whose slopes are shown: all of a small network, else the chosen one."""
    sizes = network.sizes
    if sum(sizes[1:]) <= ROWS and max(sizes[:-1]) + network.has_biases <= COLUMNS:
        return list(range(2, network.L + 1))
    return [chosen]


def stage_data(trace: Trace, sweeps: Sequence[Sweep], one: Checked, present: float) -> StageData:
    """What the stage is sent: a frame for each eps of the sweeps, ``one`` of them in the chart."""
    layers = [found.l for found in sweeps]
    whole = len(layers) == trace.network.L - 1
    texts = [summary(sweeps, whole, i) for i in range(len(one.eps))]
    words = {"module": "browser/words.js", "lines": max(map(len, texts))}
    parts: list[str | Json] = [
        "browser/slider.js", words, _heatmaps(trace.network, sweeps, one.of, whole),
        _valley(sweeps, one, layers if not whole else []),
    ]  # fmt: skip
    return (
        Picture.of(trace, parts, ())
        .with_frames(
            CHOICE,
            SLIDER,
            one.eps,
            present,
            {},
            words=texts,
            rest=REST,
        )
        .data
    )


def _heatmaps(network: Network, sweeps: Sequence[Sweep], focus: Quantity, whole: bool) -> Json:
    """The slopes and the errors of each layer, at each eps."""
    return {
        "module": "ideas/check/comparison.js",
        "layers": [] if whole else list(range(2, network.L + 1)),
        "shown": [_of_layer(one) for one in sweeps],
        "limit": largest(*(one.backprop for one in sweeps)),
        "matrices": [NUMERIC, BACKPROP, RELATIVE],
        "ends": list(ENDS),
        "focus": focus.id,
        "texts": TEXTS,
    }


def _of_layer(one: Sweep) -> Json:
    w, b = (Quantity(f"nabla_{symbol}", one.l).text for symbol in ("w", "b"))
    return {
        "l": one.l,
        "title": layer_title(one.l),
        "rows": one.shape[0],
        "columns": one.shape[1],
        "biases": one.biases,
        "names": {"w": w, "b": b},
        "backprop": _sent(one.backprop, 9),
        "numeric": [_sent(row, 6) for row in one.numeric],
        "relative": [_sent(row, 3) for row in one.relative],
        "kinks": [np.flatnonzero(row).tolist() for row in one.kink],
    }


def _sent(numbers: Array, digits: int) -> list[float | None]:
    """With so many significant digits, None for what is no number."""
    return [None if np.isnan(n) else float(f"{n:.{digits}g}") for n in numbers.tolist()]


def _valley(sweeps: Sequence[Sweep], one: Checked, layers: list[int]) -> Json:
    """The chart of the errors over eps: of one weight or bias, the largest, and the median."""
    every = np.hstack([found.relative for found in sweeps])
    x = np.log10(one.eps)
    like = f"nabla_{one.of.symbol}"
    lines = [
        Line(one.of.text, like, _log(one.valley.error)),
        Line(worst_label(layers), "C", _log(_over(every, np.max)), "dash"),
        Line(MEDIAN, "quiet", _log(_over(every, np.median)), "dot"),
    ]
    figure = curve_json(
        x,
        lines,
        names=(X_AXIS, Y_AXIS),
        height=_height(lines),
        powers=True,
        remarks=_remarks(one, x, lines),
    )
    return {
        "module": "browser/curve.js",
        "figure": figure,
        "points": points(x, lines),
        "ground": "",
        "label": chart_label(one.of),
    }


def _over(every: Array, of: Callable[[Array], Any]) -> Array:
    """The largest or the median of each row, of what is there; NaN where nothing is."""
    rows = [row[~np.isnan(row)] for row in every]
    return np.array([of(row) if len(row) else np.nan for row in rows])


def _log(errors: Array) -> Array:
    return np.log10(np.maximum(errors, FLOOR))


def _height(lines: Sequence[Line]) -> tuple[float, float]:
    """From a power of ten with room for an arrow and words below all lines to the one above."""
    known = np.concatenate([line.y[~np.isnan(line.y)] for line in lines])
    if not len(known):
        return float(np.log10(FLOOR)), 0.0
    low, high = float(known.min()), float(known.max())
    return float(np.floor(low - max(1.2, _BELOW * (high - low)))), float(np.ceil(high + 0.3))


def _remarks(one: Checked, x: Array, lines: Sequence[Line]) -> list[Remark]:
    """The names of the arms that there are, and where between them the error is least."""
    valley, lowest = one.valley, one.valley.lowest
    found = []
    floor = np.log10(FLOOR)
    if any((line.y == floor).any() for line in lines):
        found.append(Remark(AT_FLOOR, float(x[0]), float(floor), "right"))
    if lowest is None or not (valley.rounds or valley.bends):
        return found
    known = np.flatnonzero(~np.isnan(lines[0].y))
    top = np.max([line.y for line in lines], axis=0)
    found.append(Remark(best_label(one.eps[lowest]), float(x[lowest]), float(lines[0].y[lowest])))
    if valley.rounds:
        left = min(known[0] + _OUT, lowest)
        found.append(Remark(ROUNDING, float(x[left]), float(top[left]), "right"))
    if valley.bends:
        right = max(known[-1] - _OUT, lowest)
        name = KINK if valley.kink.any() else TRUNCATION
        found.append(Remark(name, float(x[right]), float(top[right]), "left"))
    return found
