"""How a step over a batch differs from one over all examples, and what steps did to the cost."""

from collections.abc import Sequence
from math import isclose

from backprop.engine import Network
from backprop.ideas.batch.compute import Batch
from backprop.ideas.batch.words import named
from backprop.inputs.phrases import count_of
from backprop.writing.text.convention_words import cost_over_examples
from backprop.writing.text.numbers import short, told_apart

_SAME_WAY = 0.5
"""Degrees below which two gradients point the same way."""

_SAME_COST = 1e-14
"""The share of a cost that may be rounding."""

_DIFFERS = {
    "only": "This batch has the only example: its step is that of gradient descent.",
    "whole": "This batch has all the examples: its step is that of gradient descent over all.",
    "none": "A step over all {count} examples needs {count} passes, this one needs {m}. "
    "Its gradient or theirs is 0, so their directions cannot be compared.",
    "same": "A step over all {count} examples needs {count} passes, this one needs {m}. "
    "Here both gradients point the same way, to less than a degree.",
    "apart": "A step over all {count} examples needs {count} passes, this one needs {m}. "
    "The price: its gradient points about {angle:.0f}° away from theirs.",
}
_STEP = {
    "lost": "The step over batch {number} is taken. Now the cost of at least one example cannot be "
    "taken.",
    "stays": "The step over batch {number} is taken. The {C} over all examples stays "
    "at {before}, to 14 digits.",
    "down": "The step over batch {number} is taken. The {C} over all examples went down "
    "from {before} to {after}.",
    "up": "The step over batch {number} is taken. The {C} over all examples went up "
    "from {before} to {after}: a step that sees only {batch} may do that.",
    "too long": "The step over batch {number} is taken. The {C} over all examples went up "
    "from {before} to {after}: the step was too long.",
}
_EPOCH = {
    "lost": "The epoch took {steps}. Now the cost of at least one example cannot be taken.",
    "stays": "The epoch took {steps}. The {C} over all examples stays at {before}, to 14 digits.",
    "down": "The epoch took {steps}. The {C} over all examples went down from {before} to {after}.",
    "up": "The epoch took {steps}. The {C} over all examples went up from {before} to {after}.",
}


def differs(batch: Batch, count: int, angle: float | None) -> str:
    """How this step differs from one over all ``count`` examples; ``angle`` is in degrees."""
    if len(batch) == count:
        case = "whole" if count > 1 else "only"
    elif angle is None:
        case = "none"
    else:
        case = "same" if angle < _SAME_WAY else "apart"
    return _DIFFERS[case].format(m=len(batch), count=count, angle=angle or 0.0)


def moved(
    network: Network, number: int, batch: Batch, count: int, before: float, after: float | None
) -> str:
    """What the step over batch ``number`` did to the cost over all ``count`` examples."""
    case = _way(before, after)
    if case == "up" and len(batch) == count:
        case = "too long"
    return _STEP[case].format(number=number, batch=named(batch), **_told(network, before, after))


def moved_by_epoch(network: Network, costs: Sequence[float | None]) -> str:
    """What an epoch did to the cost over all examples: ``costs`` before and after each step."""
    before, after = costs[0], costs[-1]
    steps = count_of(len(costs) - 1, "step")
    assert before is not None
    return _EPOCH[_way(before, after)].format(steps=steps, **_told(network, before, after))


def _way(before: float, after: float | None) -> str:
    if after is None:
        return "lost"
    if isclose(after, before, rel_tol=_SAME_COST):
        return "stays"
    return "down" if after < before else "up"


def _told(network: Network, before: float, after: float | None) -> dict[str, str]:
    """What C is called, and both costs with as many digits as tell them apart."""
    name = cost_over_examples(network)
    if after is None:
        return {"C": name, "before": short(before), "after": ""}
    told = told_apart(before, after, most=17)
    return {"C": name, "before": told[0], "after": told[1]}
