"""What the measured times say: of the largest network, of how they grow, of the backward pass."""

from collections.abc import Sequence

from backprop.ideas.count.compute import growth
from backprop.ideas.count.compute_measure import Measured
from backprop.ideas.count.words import slope_text
from backprop.writing.text.numbers import short

FAR = 0.3
"""Slopes that differ by more than this are told apart in words."""

_TIMES = "**{sizes}**, P = {P}: {slow} by differences, {fast} by backpropagation."
_LONGER = (
    "**{sizes}**, P = {P}: {slow} by differences, {fast} by backpropagation, which is about "
    "{ratio} times as fast."
)
_WORKED_OUT = "(The {slow} are worked out from {moved} of its {passes} forward passes.)"
_SLOPES = (
    "Slopes in the chart: {slow} by differences, {fast} by backpropagation; of the multiplications "
    "they are {slow_count} and {fast_count}."
)
_OVERHEAD = (
    "The times grow less than the counts: in small networks NumPy's work around each call "
    "outweighs the multiplications."
)
_ONE_BACKWARD = (
    "The backward pass took {time} times as long as the forward pass; in multiplications it is "
    "{count} times."
)
_BACKWARD = (
    "A backward pass took {low} to {high} times as long as a forward pass; in multiplications it "
    "is {low_count} to {high_count} times."
)
_NOISE = "Points are medians; a bar holds the middle half of the times."


def results(done: Sequence[Measured]) -> list[str]:
    """What these measurements say, in the order of P; nothing where there are none."""
    return [*_largest(done[-1]), *_growing(done), _backward(done), _NOISE] if done else []


def _largest(one: Measured) -> list[str]:
    ratio = one.all_differences.median / one.both.median
    slow = seconds(one.all_differences.median)
    found = (_LONGER if ratio > 1.01 else _TIMES).format(
        sizes="-".join(map(str, one.sizes)),
        P=f"{one.parameters:,}",
        slow=slow,
        fast=seconds(one.both.median),
        ratio=short(ratio),
    )
    if one.complete:
        return [found]
    passes = f"{one.parameters + 1:,}"
    return [found, _WORKED_OUT.format(slow=slow, moved=f"{one.moved:,}", passes=passes)]


def _growing(done: Sequence[Measured]) -> list[str]:
    """How times and counts grow over these networks; nothing where there are too few."""
    parameters = [one.parameters for one in done]
    counted = [one.counted for one in done]
    slopes = [
        growth(parameters, costs)
        for costs in (
            [one.all_differences.median for one in done],
            [one.both.median for one in done],
            [one.differences for one in counted],
            [one.both for one in counted],
        )
    ]
    if None in slopes:
        return []
    slow, fast, slow_count, fast_count = (one or 0.0 for one in slopes)
    found = _SLOPES.format(
        slow=slope_text(slow),
        fast=slope_text(fast),
        slow_count=slope_text(slow_count),
        fast_count=slope_text(fast_count),
    )
    less = slow < slow_count - FAR and fast < fast_count - FAR
    return [found, _OVERHEAD] if less else [found]


def _backward(done: Sequence[Measured]) -> str:
    times = [one.backward_share for one in done]
    counts = [found.backward / found.forward for found in (one.counted for one in done)]
    if len(done) == 1:
        return _ONE_BACKWARD.format(time=short(times[0]), count=short(counts[0]))
    return _BACKWARD.format(
        low=short(min(times)),
        high=short(max(times)),
        low_count=short(min(counts)),
        high_count=short(max(counts)),
    )


def seconds(time: float) -> str:
    """A time in three digits as people say it: 35.1 µs, 1.20 ms, 14.0 s."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if time >= 0.9995 * size:
            return f"{short(time / size)} {unit}"
    return f"{short(time / 1e-6)} µs"
