"""How far all slopes that are shown are off at one eps: a sentence or two below the slider."""

from collections.abc import Sequence

import numpy as np

from backprop.engine import Quantity
from backprop.ideas.check.compute import Sweep
from backprop.ideas.check.compute_valley import LEAST
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments, filled

_ALL = (
    "The relative errors of all {n} weights and biases: up to {most}, at [{symbol}]; median {half}."
)
_LAYER = "The relative errors of the {n} of layer {l}: up to {most}, at [{symbol}]; median {half}."
_ALL_AGREE = "For all {n} weights and biases the two slopes agree to 15 digits or more."
_LAYER_AGREES = (
    "For the {n} weights and biases of layer {l} the two slopes agree to 15 digits or more."
)
_ALL_WITHOUT = "Of all {n} weights and biases none has a numeric slope at this ε."
_LAYER_WITHOUT = "Of the {n} weights and biases of layer {l} none has a numeric slope at this ε."
_ONE_WITHOUT = "One has no numeric slope (–)."
_KINKS = "Marked ◆: on the way a weighted input crosses a kink, so that two slopes are mixed."
_SOME_WITHOUT = "{missing} have no numeric slope (–)."


def summary(sweeps: Sequence[Sweep], whole: bool, i: int) -> list[Segments]:
    """At place i of the slider; ``whole`` where the sweeps are of all layers of the network."""
    every = np.hstack([one.relative[i] for one in sweeps])
    known = every[~np.isnan(every)]
    facts = {"n": len(every), "l": sweeps[0].l}
    if not len(known):
        return [filled((_ALL_WITHOUT if whole else _LAYER_WITHOUT).format(**facts), {})]
    if known.max() <= LEAST:
        first = filled((_ALL_AGREE if whole else _LAYER_AGREES).format(**facts), {})
    else:
        worst = worst_of(sweeps, i)
        template = (_ALL if whole else _LAYER).format(
            **facts,
            symbol=worst.symbol,
            most=short(float(known.max())),
            half=short(float(np.median(known))),
        )
        first = filled(template, {worst.symbol: worst.text})
    found = [first]
    if missing := len(every) - len(known):
        without = _ONE_WITHOUT if missing == 1 else _SOME_WITHOUT.format(missing=missing)
        found.append(filled(without, {}))
    if any(one.kink[i].any() for one in sweeps):
        found.append(filled(_KINKS, {}))
    return found


def worst_of(sweeps: Sequence[Sweep], i: int) -> Quantity:
    """The weight or bias with the largest relative error at place i; one has an error there."""
    largest = [float(np.nanmax(np.append(one.relative[i], -1.0))) for one in sweeps]
    found = sweeps[largest.index(max(largest))]
    return found.quantity(int(np.nanargmax(found.relative[i])))
