"""What the four equations tell about a network: which weights learn slowly, in words, and why."""

from collections.abc import Sequence
from math import log10

from backprop.engine import ACTIVATIONS, Quantity, Trace
from backprop.engine.output_pairs import slope_counts
from backprop.engine.quantity import lowered, raised
from backprop.engine.saturation import LOW, ends
from backprop.ideas.tell.compute import SLOW, SlowWeight, largest_gradients, slowest
from backprop.ideas.tell.words_signs import SIGNS
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.cost_words import words_of_pair
from backprop.writing.text.ending import where_it_ends
from backprop.writing.text.numbers import NARROW, percent, short
from backprop.writing.text.sentence import Segments

_LARGEST_ERROR = "the largest error coming in"


def slow_list(trace: Trace) -> str:
    """What is slow in this network, as a list in Markdown."""
    sentences = filter(None, [from_layer_to_layer(trace), *slow_weights(trace)])
    return "\n".join(f"- {sentence}" for sentence in sentences)


def slow_weights(trace: Trace) -> list[str]:
    """A sentence for each of the slowest weights, as Markdown, or that there are none."""
    if max(largest_gradients(trace).values()) == 0:
        return ["No weight learns: every gradient is 0.", *_each(trace)]
    return _each(trace) or [
        f"No weight is slow here: every gradient is above {percent(SLOW)} of the largest."
    ]


def _each(trace: Trace) -> list[str]:
    return [
        f"**{Quantity('w', slow.weight.l, slow.weight.j, slow.weight.k).text}** learns slowly "
        f"({slow.weight.text} = {short(slow.gradient)}): {why(slow, trace)}."
        for slow in slowest(trace)
    ]


def why(slow: SlowWeight, trace: Trace) -> str:
    """What holds this weight back, with the number that says so."""
    l, j, k = slow.weight.l, slow.weight.j or 1, slow.weight.k
    rather = "" if slow.share <= LOW else "rather "
    value = short(slow.value)
    neuron = f"neuron {j} of layer {l}"
    match slow.reason:
        case "input":
            beside = f", {_share(slow, 'the largest')}" if slow.most > 1 else ""
            return f"its input {Quantity('a', l - 1, k).text} = {value} is {rather}low{beside}"
        case "slope":
            slope = f"{Quantity('sigma_prime', l, j).text} = {value}"
            state = end_of(trace, l, j)
            if state:
                return f"{neuron} is {state}, {slope}"
            return f"the slope {slope} is rather small, {_share(slow, 'the largest it could be')}"
        case "output":
            apart = float(trace.a[l][j - 1, 0] - trace.y[j - 1, 0])
            if abs(apart) <= LOW:
                return f"output {j} is nearly right, a − y = {short(apart)}"
            return f"the error at output {j} is {rather}small, {_share(slow, _LARGEST_ERROR)}"
        case "cancelled":
            return f"the errors that come back to {neuron} cancel, their sum is {value}"
    below = ("," if j > 9 else "") + lowered(j)
    total = f"Σ {Quantity('w', l + 1).text}ₖ{below} {Quantity('delta', l + 1).text}ₖ = {value}"
    total, share = total.replace(" ", NARROW), _share(slow, _LARGEST_ERROR)
    return f"{rather}little error comes back to {neuron}, {total}: {share}"


def _share(slow: SlowWeight, of: str) -> str:
    """What the factor is held against: 15 % of the largest, 0.776."""
    part = percent(slow.share, 0 if slow.share >= 0.1 or not slow.value else 1)
    part = "less than 0.1 %" if part == "0.0 %" else part
    return f"{part} of {of}, {short(slow.most)}"


def end_of(trace: Trace, l: int, j: int) -> str:
    """At which end a neuron is saturated, the sign first; "" where it is not."""
    end = str(ends(trace.network.activation[l], trace.z[l])[j - 1, 0])
    return " ".join(SIGNS[end]) if end else ""


def driven(trace: Trace, l: int, j: int) -> Segments:
    """The numbers of one neuron from its weighted input to the gradients of its weights."""

    def equation(symbol: str) -> tuple[str, str]:
        quantity = Quantity(symbol, l, j)
        return (
            f"{quantity.text}{NARROW}={NARROW}{short(float(trace.value(quantity).flat[0]))}",
            symbol,
        )

    state = end_of(trace, l, j)
    gradient = abs(trace.nabla_w[l][j - 1]).max()
    return [
        equation("z"), (", ", ""), equation("a"), (". Slope ", ""), equation("sigma_prime"),
        (f" of at most {short(ACTIVATIONS[trace.network.activation[l]].steepest)}", ""),
        (f", {state}" if state else "", ""), (". Error ", ""), equation("delta"),
        (", largest gradient of its weights ", ""), (short(float(gradient)), "nabla_w"), (".", ""),
    ]  # fmt: skip


def from_layer_to_layer(trace: Trace) -> str:
    """Whether the gradients vanish or grow on the way back through the layers; "" for neither."""
    sizes, L = largest_gradients(trace), trace.network.L
    less, more = sorted((sizes[2], sizes[L]))
    if less == 0 or less > SLOW * more:
        return ""
    what, times = ("vanish", "less") if sizes[2] < sizes[L] else ("grow", "more")
    return (
        f"Gradients {what} on the way back: the largest is {short(sizes[L])} in layer {L} and "
        f"{short(sizes[2])} in layer 2, {_factor(more, less)} times {times}."
    )


def _factor(more: float, less: float) -> str:
    """How many times less is in more, from 100,000 on as a power of ten."""
    power = log10(more) - log10(less)
    return f"{more / less:,.0f}" if power < 5 else f"about 10{raised(round(power))}"


def ending(every: Sequence[float], taken: Sequence[float], cut: str) -> str:
    """Where and why the slider ends before all its positions are taken; "" where it does not."""
    return where_it_ends("The slider", every, taken, cut)


def when_driven(trace: Trace, l: int, j: int) -> str:
    """What comes of driving a neuron up or down by its bias: it depends on its activation."""
    network, name = trace.network, trace.network.activation[l]
    if slope_counts(network, l) or not ACTIVATIONS[name].saturates:
        return words_of_activation(name).driven
    return words_of_pair(network).driven.format(j=j)
