"""What the measured times say: of the largest network, of how they grow, of the backward pass."""

from collections.abc import Sequence

from backprop.engine import operations
from backprop.ideas.count.compute import growth
from backprop.ideas.count.compute_measure import Measured
from backprop.ideas.count.words import rounded
from backprop.writing.text.numbers import with_digits

FAR = 0.3
"""Slopes that differ by more than this are told apart in words."""

_LONGER = (
    "**{sizes}**, with {P} weights and biases: {slow} by differences, {fast} by backpropagation. "
    "That is {ratio} times as long."
)
_NOT_LONGER = (
    "**{sizes}**, with {P} weights and biases: {slow} by differences, {fast} by backpropagation."
)
_WORKED_OUT = "Measured were {moved} of its {passes} forward passes; for all it is worked out."
_SLOPES = (
    "The times grow like P to the power of {slow} by differences and {fast} by backpropagation; "
    "the multiplications like {slow_count} and {fast_count}."
)
_OVERHEAD = (
    "They grow less, as in small networks NumPy's own work around each call takes longer than the "
    "multiplications."
)
_ONE_BACKWARD = (
    "The backward pass took {time} times as long as the forward pass; {count} times is counted."
)
_BACKWARD = (
    "A backward pass took {low} to {high} times as long as a forward pass; counted are {low_count} "
    "to {high_count} times as many multiplications."
)


def results(done: Sequence[Measured]) -> list[str]:
    """What these measurements say, in the order of P; nothing where there are none."""
    return [*_largest(done[-1]), *_growing(done), _backward(done)] if done else []


def _largest(one: Measured) -> list[str]:
    ratio = one.all_differences / one.both.median
    template = _LONGER if ratio > 1 else _NOT_LONGER
    found = template.format(
        sizes="-".join(map(str, one.sizes)),
        P=f"{one.parameters:,}",
        slow=seconds(one.all_differences),
        fast=seconds(one.both.median),
        ratio=rounded(ratio),
    )
    if one.complete:
        return [found]
    passes = f"{one.parameters + 1:,}"
    return [found, _WORKED_OUT.format(moved=f"{one.moved:,}", passes=passes)]


def _growing(done: Sequence[Measured]) -> list[str]:
    """How times and counts grow over these networks; nothing where there is but one P."""
    parameters = [one.parameters for one in done]
    counted = [operations(one.sizes) for one in done]
    slopes = [
        growth(parameters, costs)
        for costs in (
            [one.all_differences for one in done],
            [one.both.median for one in done],
            [one.differences for one in counted],
            [one.both for one in counted],
        )
    ]
    slow, fast, slow_count, fast_count = (0.0 if one is None else one for one in slopes)
    if slopes[0] is None:
        return []
    found = _SLOPES.format(
        slow=f"{slow:.1f}",
        fast=f"{fast:.1f}",
        slow_count=f"{slow_count:.1f}",
        fast_count=f"{fast_count:.1f}",
    )
    less = slow < slow_count - FAR and fast < fast_count - FAR
    return [found, _OVERHEAD] if less else [found]


def _backward(done: Sequence[Measured]) -> str:
    times = [one.backward_share for one in done]
    counts = [found.backward / found.forward for found in (operations(one.sizes) for one in done)]
    if len(done) == 1:
        return _ONE_BACKWARD.format(time=rounded(times[0]), count=rounded(counts[0]))
    return _BACKWARD.format(
        low=rounded(min(times)),
        high=rounded(max(times)),
        low_count=rounded(min(counts)),
        high_count=rounded(max(counts)),
    )


def seconds(time: float) -> str:
    """A time as people say it: 35 µs, 1.2 ms, 14 s."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if time >= 0.995 * size:
            return f"{rounded(time / size)} {unit}"
    return f"{with_digits(time / 1e-6, 2)} µs"
