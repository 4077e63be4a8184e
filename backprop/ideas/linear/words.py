"""What part "linear" says: the equations that are left, and how the errors change on the way."""

import numpy as np

from backprop.engine import Network, Quantity, Trace
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments, filled

SLIDER = "Share of a = z in σ"
LAYER = "The layer to look at"
MAKE_LINEAR = "Make this network linear"
ONE_MATRIX = "All layers as one, where every neuron is linear: W = {product}"
W_TITLE, B_TITLE = "W", "B"
ONE_SLOPE = "Every [sigma_prime] is {low}; the largest entry of [delta] is {largest} in size."
SLOPES = (
    "Each [sigma_prime] is from {low} to {high}; the largest entry of [delta] is {largest} in size."
)
ALREADY = "This network is linear already: the slider has nothing to change."
OTHER_COST = (
    "A linear output may be any number, and this cost cannot take that: here the quadratic cost "
    "stands in for it."
)
LEFT = (
    "With σ(z) = z every slope is 1. What was multiplied by σ′ is multiplied by 1, and σ′ falls "
    "out of BP1 and BP2; {others} never had it. The algorithm has the same five steps."
)
ONLY_WEIGHTS = (
    "So an error changes on its way back by the weights alone: no neuron is saturated, and none "
    "is off."
)
ONE_LAYER = (
    "And all layers come to one, aᴸ = {one}: however deep, a linear network can do no more than "
    "one without a hidden layer."
)
ONE_LAYER_ALREADY = (
    "Without a hidden layer, a linear network is just aᴸ = {one}, with one matrix of weights."
)


def output_title(network: Network) -> str:
    """What all layers come to."""
    return "W x + B" if network.has_biases else "W x"


def equations_left(network: Network, colours: Colours) -> str:
    """The four equations for linear neurons, in letters."""
    delta = coloured(r"\delta^l", "delta", colours)
    last = coloured(r"\delta^L", "delta", colours)
    following = coloured(r"\delta^{l+1}", "delta", colours)
    w, a = coloured("w^{l+1}", "w", colours), coloured("a^{l-1}", "a", colours)
    gradient = coloured(r"\nabla_a C", "nabla_a", colours)
    gone = coloured(r"\cancel{\odot\, \sigma'(z^L)}", "quiet", colours)
    gone_too = coloured(r"\cancel{\odot\, \sigma'(z^l)}", "quiet", colours)
    by_b = coloured(r"\frac{\partial C}{\partial b^l}", "nabla_b", colours)
    by_w = coloured(r"\frac{\partial C}{\partial w^l}", "nabla_w", colours)
    of_biases = [(by_b, f"= {delta}")] if network.has_biases else []
    return aligned(
        [
            (last, rf"= {gradient} \; {gone}"),
            (delta, rf"= ({w})^T {following} \; {gone_too}"),
            *of_biases,
            (by_w, f"= {delta} ({a})^T"),
        ]
    )


def at_share(trace: Trace) -> Segments:
    """How the slopes and the first errors are in this trace, in a sentence."""
    slopes = np.concatenate(list(trace.sigma_prime.values()), axis=None)
    low, high = float(slopes.min()), float(slopes.max())
    texts = {"sigma_prime": "σ′", "delta": Quantity("delta", 2).text}
    numbers = {"low": short(low), "high": short(high)}
    numbers["largest"] = short(float(np.abs(trace.delta[2]).max()))
    template = ONE_SLOPE if numbers["low"] == numbers["high"] else SLOPES
    return filled(template.format(**numbers), texts)


def product(L: int) -> str:
    """The weights of all layers multiplied, w³ w², as the title of W says it."""
    names = [Quantity("w", l).text for l in range(L, 1, -1)]
    return " ".join(names if len(names) < 5 else [names[0], names[1], "…", names[-1]])


def layer_name(l: int) -> str:
    """What a layer is called on its button."""
    return Quantity("delta", l).text


def panel_texts(linear: bool, other_cost: bool, network: Network) -> list[str]:
    """What stands below the equations, as Markdown."""
    one, others = output_title(network), "BP3 and BP4" if network.has_biases else "BP4"
    deep = [ONLY_WEIGHTS, ONE_LAYER.format(one=one)]
    found = [LEFT.format(others=others)]
    found += deep if network.L > 2 else [ONE_LAYER_ALREADY.format(one=one)]
    return [*([ALREADY] if linear else []), *([OTHER_COST] if other_cost else []), *found]
