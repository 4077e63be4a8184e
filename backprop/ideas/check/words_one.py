"""What is said of the slope by one weight or bias at one eps: how well the two agree, and why."""

from dataclasses import dataclass
from math import floor, isnan, log10

import numpy as np

from backprop.engine import ACTIVATIONS, COSTS, Network, Quantity
from backprop.engine.four_equations import uses_slope
from backprop.engine.nudge import CENTRAL
from backprop.engine.output_pairs import pair_of
from backprop.engine.saturation import ends
from backprop.engine.trace import Trace
from backprop.ideas.check.compute import Checked
from backprop.ideas.check.compute_valley import LEAST, NEAR
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.numbers import short

APART = 0.1
"""From this relative error on the two slopes do not agree at all."""
POOR = 1e-4
"""Where no eps brings the error below this, the slope is too small beside C to be checked well."""

_OUT_OF_RANGE = (
    "**No numeric slope:** with {w} moved so far, an output leaves the range from {low} to {high}, "
    "and {cost} has no value there. Take a smaller ε."
)
_TOO_LARGE = (
    "**No numeric slope:** with {w} moved so far, the cost grows beyond what a float64 holds. "
    "Take a smaller ε."
)
_BOTH_ZERO = {
    True: "**Both slopes are exactly 0:** C is the same at {w} + ε and at {w} − ε.",
    False: "**Both slopes are exactly 0:** C is the same at {w} + ε and at {w}.",
}
_THE_SAME = "**The two are the same to the last digit.**"
_AS_FAR = "**The two agree to about 15 digits,** which is as far as rounding lets them."
_AGREE_ONE = "**The two agree to about one digit:** the relative error is {error}."
_AGREE = "**The two agree to about {digits} digits:** the relative error is {error}."
_DISAGREE = "**The two do not agree:** the relative error is {error}."

_STAYED = (
    "{w} + ε is {w} again: a float64 keeps about 16 digits of {value}, and ε is beyond them. So "
    "the cost stays as it is."
)
_NO_CHANGE = (
    "The costs are the same to the last of about 16 digits: the change that the slope predicts, "
    "about {change}, is lost in rounding."
)
_KINK = (
    "On the way a weighted input crosses 0, the kink of {kink}: this difference mixes the slopes "
    "on both sides."
)
_ROUNDING = (
    "**Rounding:** so short a step changes the cost only from about its {digit} significant digit "
    "on, of about 16, and rounding spoils the rest. Take a larger ε."
)
_TRUNCATION = {
    True: "**Truncation:** over so long a step the cost bends; for smaller ε the error shrinks "
    "with ε². Take a smaller ε.",
    False: "**Truncation:** over so long a step the cost bends; for smaller ε the error shrinks "
    "with ε. Take a smaller ε, or central differences.",
}
_BEST = {
    False: "This ε is among the best: a larger one adds truncation, a smaller one rounding.",
    True: "This ε is among the best: a larger one crosses a kink, a smaller one adds rounding.",
}
_TINY = (
    "Whatever ε is, few digits agree: the slope is so small beside C that no more of it are left "
    "in the difference."
)
_SATURATED = {
    False: "Neuron {j} of layer {l} is saturated, and its σ′, {slope}, is a factor of the slope.",
    True: "Neuron {j} of layer {l} is saturated on every example, and its σ′, at most {slope}, is "
    "a factor of the slope.",
}
_ZERO = (
    "By backpropagation the slope is exactly 0, so what the difference gives is nothing but its "
    "error."
)


@dataclass(frozen=True)
class Neuron:
    """The neuron that a weight leads to, or whose bias it is: its slope, and whether it is flat.

    Over ``several`` examples it is the steepest of its slopes, and flat where all are.
    """

    l: int
    j: int
    slope: float
    saturated: bool
    several: bool


def neuron_of(trace: Trace, of: Quantity) -> Neuron:
    """The neuron of this weight or bias; it counts as saturated where the gradient has its slope.

    A relu that is off and the flat side of a leaky relu are no saturation.
    """
    j, network = (of.j or 1) - 1, trace.network
    flat = np.isin(ends(network.activation[of.l], trace.z[of.l][j]), ("top", "bottom")).all()
    slope = float(abs(trace.sigma_prime[of.l][j]).max())
    saturated = bool(flat) and uses_slope(network, of.l)
    return Neuron(of.l, j + 1, slope, saturated, trace.x.shape[1] > 1)


def sentences(one: Checked, i: int, network: Network, value: float, neuron: Neuron) -> list[str]:
    """How well the slopes agree at place i, and what spoils it; ``value`` is what was moved."""
    error = float(one.valley.error[i])
    if isnan(error):
        return [_no_slope(one, network)]
    numeric = float(one.numeric[i])
    if numeric == 0 and one.backprop == 0:
        return [_BOTH_ZERO[one.method == CENTRAL].format(w=one.of.text)]
    found = [_agreement(error)]
    if why := _why(one, i, network, value):
        found.append(why)
    if one.backprop == 0:
        return found if why else [*found, _ZERO]
    best = one.valley.best
    lowest = 0.0 if best is None else float(one.valley.steady[best])
    if lowest > POOR and not one.valley.kink.any():
        found.append(_TINY)
        if neuron.saturated:
            facts = {"j": neuron.j, "l": neuron.l, "slope": short(neuron.slope)}
            found.append(_SATURATED[neuron.several].format(**facts))
    return found


def _no_slope(one: Checked, network: Network) -> str:
    cost = words_of_cost(network.cost)
    if pair_of(network).takes_outputs and (limits := COSTS[network.cost].range):
        low, high = (f"{end:g}" for end in limits)
        return _OUT_OF_RANGE.format(w=one.of.text, low=low, high=high, cost=cost.noun)
    return _TOO_LARGE.format(w=one.of.text)


def _agreement(error: float) -> str:
    if error <= LEAST:
        return _AS_FAR if error else _THE_SAME
    if error >= APART:
        return _DISAGREE.format(error=short(error))
    digits = floor(-log10(error))
    template = _AGREE_ONE if digits == 1 else _AGREE
    return template.format(digits=digits, error=short(error))


def _why(one: Checked, i: int, network: Network, value: float) -> str:
    """What the error at place i comes from; "" where there is none, or nothing to be said."""
    valley, change = one.valley, float(one.above[i] - one.below[i])
    if one.stayed[i]:
        return _STAYED.format(w=one.of.text, value=short(value))
    if change == 0:
        step = (2 if one.method == CENTRAL else 1) * one.eps[i]
        return _NO_CHANGE.format(change=short(abs(one.backprop) * step))
    if valley.error[i] <= LEAST or valley.best is None or valley.lowest is None:
        return ""
    if valley.kink[i]:
        names = [words_of_activation(n).kink for n in kinked_from(network, one.of.l)]
        return _KINK.format(kink=" or ".join(dict.fromkeys(names)))
    if abs(i - valley.best) <= NEAR or valley.error[i] <= valley.steady[valley.best]:
        return _BEST[bool(valley.kink.any())] if valley.rounds and valley.bends else ""
    first, last = sorted((valley.best, valley.lowest))  # no advice leads away from either
    if i < first and valley.rounds:
        return _ROUNDING.format(digit=ordinal(_first_digit(one, i)))
    if i > last and valley.bends and not valley.kink.any():
        return _TRUNCATION[one.method == CENTRAL]
    return ""


def kinked_from(network: Network, l: int) -> list[str]:
    """The activations with a kink of layer l and of those after it."""
    names = [network.activation[n] for n in range(l, network.L + 1)]
    return [name for name in names if ACTIVATIONS[name].kinked]


def _first_digit(one: Checked, i: int) -> int:
    """From which significant digit on the two costs differ."""
    size = max(abs(float(one.above[i])), abs(float(one.below[i])))
    return 1 + floor(log10(size / abs(float(one.above[i] - one.below[i]))))


def ordinal(n: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"
