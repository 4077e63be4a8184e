"""Which weights of a network learn slowly, in words, and why: what the four equations tell."""

from collections.abc import Collection
from math import log10

from backprop.engine import Quantity, Trace
from backprop.engine.output_pairs import slope_counts
from backprop.engine.quantity import lowered, raised
from backprop.engine.saturation import LOW
from backprop.ideas.tell.compute import (
    SLOW,
    SlowWeight,
    end_of,
    largest_errors,
    largest_gradients,
    slowest,
    terms_back,
)
from backprop.writing.text.numbers import NARROW, percent, short
from backprop.writing.text.zero_words import why_nothing_back

SIGNS = {
    "top": ("▲", "saturated at the top"),
    "bottom": ("▼", "saturated at the bottom"),
    "off": ("∅", "off"),
    "flat": ("◢", "on its flat side"),
    "low": ("○", "near 0"),
}
"""What is saturated or near 0 has a sign, so that it is seen without its colour; with its words."""

ANY_ACTIVATION = (
    "The four equations hold for any activation, so one can be chosen that does not saturate: "
    "under **Activation** in the sidebar, where *one per layer* gives each layer its own."
)
MORE = "What else is slow, and what helps"
_HINT = "Click another neuron to drive that one; an input is given and cannot be driven."

_SLOWLY = "**{weight}** learns slowly: {gradient}, beside {largest}, the largest in the network."
_NOT = "**{weight}** does not learn here: {gradient}."
_INPUT_NEAR_0 = "Its input {input} = {value} is near 0."
_INPUT_SMALL = "Its input {input} = {value} is fairly small."
_INPUT_OF = "Its input {input} = {value} is {share} of the largest input of its layer, {most}."
_SLOPE = {
    "top": "Neuron {j} of layer {l} is ▲ saturated at the top: {slope} = {value}.",
    "bottom": "Neuron {j} of layer {l} is ▼ saturated at the bottom: {slope} = {value}.",
    "flat": "Neuron {j} of layer {l} is ◢ on its flat side: {slope} = {value}.",
    "": "The slope {slope} = {value} is {share} of the largest it could be, {most}.",
}
"""By the end at which the neuron is saturated; one that is off has the slope 0, see _ZERO."""
_NEARLY_RIGHT = "Output {j} is nearly right: a − y = {apart}."
_OUTPUT_OF = "{rate} = {value} is {share} of the largest ∂C/∂a in the network, {most}."
_ERROR_OF = "The error {delta} = {value} is {share} of the largest of the outputs, {most}."
_CANCELLED = (
    "What comes back to neuron {j} of layer {l} nearly cancels: {sum}, where the sizes of the "
    "terms add up to {sizes}."
)
_BACK = (
    "Little comes back to neuron {j} of layer {l}: {sum} is {share} of the largest ∂C/∂a in the "
    "network, {most}."
)
_ZERO = {
    "input": "Its input {input} is 0.",
    "off": "Neuron {j} of layer {l} is ∅ off: {slope} = 0.",
    "slope": (
        "Neuron {j} of layer {l} is so saturated that its slope {slope} is 0 to the last digit."
    ),
    "back": "∂C/∂a of neuron {j} of layer {l} is 0: {nothing}.",
    "none": "The product of its factors is too small for a number of 16 digits to hold.",
}
"""What makes a gradient exactly 0."""


def slow_list(trace: Trace) -> tuple[str, str]:
    """What is slow in this network, as Markdown: the first of it, and the rest as a list or ""."""
    first, *rest = filter(None, [from_layer_to_layer(trace), *slow_weights(trace)])
    return first, "\n".join(f"- {sentence}" for sentence in rest)


def slow_weights(trace: Trace) -> list[str]:
    """Sentences for each of the slowest weights, as Markdown, or that there are none."""
    each = [why(slow, trace) for slow in slowest(trace)]
    if max(largest_gradients(trace).values()) == 0:
        return [_none_learns(trace), *each]
    share = percent(SLOW)
    return each or [
        f"No weight is slow here: the gradient of each is above {share} of the largest."
    ]


_NO_BIAS_LEARNS = (
    "Nothing learns from this example: the gradient of each weight is 0, and no bias learns."
)


def _none_learns(trace: Trace) -> str:
    if not trace.network.learns_biases:
        return _NO_BIAS_LEARNS
    every = {Quantity("b", l, j + 1): abs(error[0]) for l, some in trace.delta.items()
             for j, error in enumerate(some.tolist())}  # fmt: skip
    bias = max(every, key=lambda one: every[one])
    if not every[bias]:
        return "Nothing learns from this example: every gradient is 0, of the biases, too."
    slope = Quantity("nabla_b", bias.l, bias.j)
    gradient = f"{slope.text} = {short(float(trace.value(slope)[0]))}"
    return (
        "No weight learns from this example: the gradient of each is 0. Biases do, "
        f"fastest {bias.text}: {gradient}."
    )


def why(slow: SlowWeight, trace: Trace) -> str:
    """What holds this weight back, with the numbers that say so, as Markdown."""
    l, j, k = slow.weight.l, slow.weight.j or 1, slow.weight.k
    apart = float(trace.a[l][j - 1, 0] - trace.y[j - 1, 0]) if slow.reason == "output" else 0.0
    names = {
        "weight": Quantity("w", l, j, k).text,
        "gradient": _equation(slow.weight.text, slow.gradient),
        "largest": short(max(largest_gradients(trace).values())),
        "l": l,
        "j": j,
        "input": Quantity("a", l - 1, k).text,
        "slope": Quantity("sigma_prime", l, j).text,
        "delta": Quantity("delta", l, j).text,
        "rate": f"∂C/∂{Quantity('a', l, j).text}",
        "value": short(slow.value),
        "share": _share(slow),
        "most": short(slow.most),
        "apart": short(apart),
    }
    if slow.gradient == 0:
        templates = [_ZERO[name] for name in _zeros(slow, trace)]
        names["nothing"] = why_nothing_back(trace, l, j)
        return " ".join([_NOT, *templates]).format(**names)
    if slow.reason in ("back", "cancelled"):
        names["sum"] = _sum_coming_back(slow)
        names["sizes"] = short(terms_back(trace, l, j)[1])
    return f"{_SLOWLY} {_reason(slow, trace, apart)}".format(**names)


def _zeros(slow: SlowWeight, trace: Trace) -> list[str]:
    """The names of all that makes a gradient 0."""
    l, j = slow.weight.l, slow.weight.j or 1
    names = {"output": "back", "cancelled": "back"}
    if end_of(trace, l, j) == "off":
        names["slope"] = "off"
    return [names.get(one, one) for one in slow.zeros] or ["none"]


def _reason(slow: SlowWeight, trace: Trace, apart: float) -> str:
    """The template for what holds a weight back whose gradient is not 0."""
    match slow.reason:
        case "input" if slow.most > 1:
            return _INPUT_OF
        case "input":
            return _INPUT_NEAR_0 if slow.share <= LOW else _INPUT_SMALL
        case "slope":
            return _SLOPE[end_of(trace, slow.weight.l, slow.weight.j or 1)]
        case "output" if abs(apart) <= LOW:
            return _NEARLY_RIGHT
        case "output":
            return _OUTPUT_OF if slope_counts(trace.network, slow.weight.l) else _ERROR_OF
        case "cancelled":
            return _CANCELLED
    return _BACK


def _equation(name: str, value: float) -> str:
    return f"{name} = {short(value)}".replace(" ", NARROW)


def _sum_coming_back(slow: SlowWeight) -> str:
    """What comes back, as a sum with its value: Σ w³ₖ₁ δ³ₖ = ∂C/∂a²₁ = 0.012."""
    l, j = slow.weight.l, slow.weight.j or 1
    below = ("," if j > 9 else "") + lowered(j)
    total = f"Σ {Quantity('w', l + 1).text}ₖ{below} {Quantity('delta', l + 1).text}ₖ"
    return _equation(f"{total} = ∂C/∂{Quantity('a', l, j).text}", slow.value)


def _share(slow: SlowWeight) -> str:
    """How large the factor is beside the largest it could be: 15 %."""
    part = percent(slow.share, 0 if slow.share >= 0.1 or not slow.value else 1)
    return "less than 0.1 %" if slow.share < 0.001 else part


def from_layer_to_layer(trace: Trace) -> str:
    """Whether the errors vanish or grow on the way back through the layers; "" for neither."""
    sizes, L = largest_errors(trace), trace.network.L
    less, more = sorted((sizes[2], sizes[L]))
    if less == 0 or less > SLOW * more:
        return ""
    last, first, factor = short(sizes[L]), short(sizes[2]), _factor(more, less)
    if sizes[2] < sizes[L]:
        return (
            f"Errors vanish on the way back: the largest |δ| is {last} in layer {L} and "
            f"{first} in layer 2, {factor} times smaller."
        )
    return (
        f"Errors grow on the way back: the largest |δ| is {last} in layer {L} and "
        f"{first} in layer 2, {factor} times larger."
    )


def _factor(more: float, less: float) -> str:
    """How many times less is in more, from 100,000 on as a power of ten."""
    power = log10(more) - log10(less)
    return f"{more / less:,.0f}" if power < 5 else f"about 10{raised(round(power))}"


def key_of_signs(there: Collection[str]) -> str:
    """What these signs mean, and how to drive another neuron, as Markdown."""
    signs = [f"{sign} {words}" for sign, words in SIGNS.values() if sign in there]
    return "\n\n".join(filter(None, [" · ".join(signs), _HINT]))
