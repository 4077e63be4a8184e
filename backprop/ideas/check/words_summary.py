"""How far all slopes that are shown are off at one eps: a sentence or two below the slider."""

from collections.abc import Sequence
from math import isnan

import numpy as np

from backprop.engine import Quantity
from backprop.engine.activations import Array
from backprop.ideas.check.compute import Sweep
from backprop.ideas.check.compute_valley import LEAST
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments, filled

_COUNTED = {True: "{n} weights and biases", False: "{n} weights"}
"""What the slopes are by, by whether there are biases."""
_ALL = "The relative errors of all {counted}: up to {most}, at [{symbol}]; median {half}."
_LAYER = "The relative errors of the {n} of layer {l}: up to {most}, at [{symbol}]; median {half}."
_ALL_AGREE = "For all {counted} the two slopes agree to 15 digits or more."
_LAYER_AGREES = "For the {counted} of layer {l} the two slopes agree to 15 digits or more."
_ALL_WITHOUT = "Of all {counted} none has a numeric slope at this ε."
_LAYER_WITHOUT = "Of the {counted} of layer {l} none has a numeric slope at this ε."
_ONE_WITHOUT = "One has no numeric slope (–)."
_OF_ONE = "The relative error of [{symbol}] is {most}."
_ONE_AGREES = "For [{symbol}] the two slopes agree to 15 digits or more."
_ONE_HAS_NONE = "[{symbol}] has no numeric slope at this ε."
"""Of a layer with one weight and no bias."""
_KINKS = "Marked ◆: on the way a weighted input crosses a kink, so that two slopes are mixed."
_SOME_WITHOUT = "{missing} have no numeric slope (–)."


def summary(sweeps: Sequence[Sweep], whole: bool, i: int) -> list[Segments]:
    """At place i of the slider; ``whole`` where the sweeps are of all layers of the network."""
    every = np.hstack([one.relative[i] for one in sweeps])
    known = every[~np.isnan(every)]
    found = [_of_one(sweeps[0], i) if len(every) == 1 else _of_all(sweeps, whole, i, known)]
    if not len(known):
        return found
    if missing := len(every) - len(known):
        without = _ONE_WITHOUT if missing == 1 else _SOME_WITHOUT.format(missing=missing)
        found.append(filled(without, {}))
    if any(one.kink[i].any() for one in sweeps):
        found.append(filled(_KINKS, {}))
    return found


def _of_all(sweeps: Sequence[Sweep], whole: bool, i: int, known: Array) -> Segments:
    """How far they are off, ``known`` being the errors that there are."""
    n = sum(len(one.backprop) for one in sweeps)
    facts = {"n": n, "counted": _COUNTED[sweeps[0].biases].format(n=n), "l": sweeps[0].l}
    if not len(known):
        return filled((_ALL_WITHOUT if whole else _LAYER_WITHOUT).format(**facts), {})
    if known.max() <= LEAST:
        return filled((_ALL_AGREE if whole else _LAYER_AGREES).format(**facts), {})
    worst = worst_of(sweeps, i)
    template = (_ALL if whole else _LAYER).format(
        **facts,
        symbol=worst.symbol,
        most=short(float(known.max())),
        half=short(float(np.median(known))),
    )
    return filled(template, {worst.symbol: worst.text})


def _of_one(one: Sweep, i: int) -> Segments:
    """The same of a layer with one weight and no bias."""
    error, of = float(one.relative[i][0]), one.quantity(0)
    if isnan(error):
        template = _ONE_HAS_NONE
    else:
        template = _ONE_AGREES if error <= LEAST else _OF_ONE.replace("{most}", short(error))
    return filled(template.format(symbol=of.symbol), {of.symbol: of.text})


def worst_of(sweeps: Sequence[Sweep], i: int) -> Quantity:
    """The weight or bias with the largest relative error at place i; one has an error there."""
    largest = [float(np.nanmax(np.append(one.relative[i], -1.0))) for one in sweeps]
    found = sweeps[largest.index(max(largest))]
    return found.quantity(int(np.nanargmax(found.relative[i])))
