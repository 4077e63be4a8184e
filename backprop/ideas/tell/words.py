"""Which weights of a network learn slowly, in words, and why: what the four equations tell."""

from collections.abc import Collection
from math import log10

from backprop.engine import Quantity, Trace
from backprop.engine.quantity import lowered, raised
from backprop.engine.saturation import LOW
from backprop.ideas.tell.compute import SLOW, SlowWeight, end_of, largest_gradients, slowest
from backprop.writing.text.numbers import NARROW, percent, short

SIGNS = {
    "top": ("▲", "saturated at the top"),
    "bottom": ("▼", "saturated at the bottom"),
    "off": ("∅", "off"),
    "low": ("○", "a low input"),
}
"""What is saturated or low has a sign, so that it is seen without its colour; with its words."""

ANY_ACTIVATION = (
    "The four equations hold for any activation, so one can be chosen that does not saturate: "
    "under **Activation** in the sidebar, where *one per layer* gives each layer its own."
)
MORE = "What else is slow, and what helps"
_HINT = "Click another neuron to drive that one; an input has no bias."

_LOW_INPUT = "**{weight}** learns slowly ({gradient}): its input {input} = {value} is low."
_LOW_INPUT_OF = (
    "**{weight}** learns slowly ({gradient}): its input {input} = {value} is low, "
    "{share} of the largest, {most}."
)
_RATHER_LOW_INPUT = (
    "**{weight}** learns slowly ({gradient}): its input {input} = {value} is rather low."
)
_RATHER_LOW_INPUT_OF = (
    "**{weight}** learns slowly ({gradient}): its input {input} = {value} is rather low, "
    "{share} of the largest, {most}."
)
_SLOPE = {
    "top": (
        "**{weight}** learns slowly ({gradient}): neuron {j} of layer {l} is ▲ saturated at the "
        "top, {slope} = {value}."
    ),
    "bottom": (
        "**{weight}** learns slowly ({gradient}): neuron {j} of layer {l} is ▼ saturated at the "
        "bottom, {slope} = {value}."
    ),
    "off": (
        "**{weight}** learns slowly ({gradient}): neuron {j} of layer {l} is ∅ off, "
        "{slope} = {value}."
    ),
    "": (
        "**{weight}** learns slowly ({gradient}): the slope {slope} = {value} is rather small, "
        "{share} of the largest it could be, {most}."
    ),
}
"""By the end at which the neuron is saturated."""
_NEARLY_RIGHT = (
    "**{weight}** learns slowly ({gradient}): output {j} is nearly right, a − y = {apart}."
)
_SMALL_ERROR = (
    "**{weight}** learns slowly ({gradient}): the error at output {j} is small, "
    "{share} of the largest error coming in, {most}."
)
_RATHER_SMALL_ERROR = (
    "**{weight}** learns slowly ({gradient}): the error at output {j} is rather small, "
    "{share} of the largest error coming in, {most}."
)
_CANCELLED = (
    "**{weight}** learns slowly ({gradient}): the errors that come back to neuron {j} of layer {l} "
    "cancel, their sum is {value}."
)
_LITTLE_BACK = (
    "**{weight}** learns slowly ({gradient}): little error comes back to neuron {j} of layer {l}, "
    "{sum}: {share} of the largest error coming in, {most}."
)
_RATHER_LITTLE_BACK = (
    "**{weight}** learns slowly ({gradient}): rather little error comes back to neuron {j} of "
    "layer {l}, {sum}: {share} of the largest error coming in, {most}."
)


def slow_list(trace: Trace) -> tuple[str, str]:
    """What is slow in this network, as Markdown: the first of it, and the rest as a list or ""."""
    first, *rest = filter(None, [from_layer_to_layer(trace), *slow_weights(trace)])
    return first, "\n".join(f"- {sentence}" for sentence in rest)


def slow_weights(trace: Trace) -> list[str]:
    """A sentence for each of the slowest weights, as Markdown, or that there are none."""
    each = [why(slow, trace) for slow in slowest(trace)]
    if max(largest_gradients(trace).values()) == 0:
        return ["No weight learns: every gradient is 0.", *each]
    return each or [
        f"No weight is slow here: every gradient is above {percent(SLOW)} of the largest."
    ]


def why(slow: SlowWeight, trace: Trace) -> str:
    """What holds this weight back, with the number that says so, as Markdown."""
    l, j, k = slow.weight.l, slow.weight.j or 1, slow.weight.k
    apart = float(trace.a[l][j - 1, 0] - trace.y[j - 1, 0]) if slow.reason == "output" else 0.0
    clear = slow.share <= LOW
    match slow.reason:
        case "input" if slow.most > 1:
            template = _LOW_INPUT_OF if clear else _RATHER_LOW_INPUT_OF
        case "input":
            template = _LOW_INPUT if clear else _RATHER_LOW_INPUT
        case "slope":
            template = _SLOPE[end_of(trace, l, j)]
        case "output" if abs(apart) <= LOW:
            template = _NEARLY_RIGHT
        case "output":
            template = _SMALL_ERROR if clear else _RATHER_SMALL_ERROR
        case "cancelled":
            template = _CANCELLED
        case _:
            template = _LITTLE_BACK if clear else _RATHER_LITTLE_BACK
    return template.format(
        weight=Quantity("w", l, j, k).text,
        gradient=f"{slow.weight.text} = {short(slow.gradient)}",
        l=l,
        j=j,
        input=Quantity("a", l - 1, k).text,
        slope=Quantity("sigma_prime", l, j).text,
        sum=_sum_coming_back(slow),
        value=short(slow.value),
        share=_share(slow),
        most=short(slow.most),
        apart=short(apart),
    )


def _sum_coming_back(slow: SlowWeight) -> str:
    """The errors that come back, as a sum with its value: Σ w³ₖ₁ δ³ₖ = 0.012."""
    l, j = slow.weight.l, slow.weight.j or 1
    below = ("," if j > 9 else "") + lowered(j)
    total = f"Σ {Quantity('w', l + 1).text}ₖ{below} {Quantity('delta', l + 1).text}ₖ"
    return f"{total} = {short(slow.value)}".replace(" ", NARROW)


def _share(slow: SlowWeight) -> str:
    """How large the factor is beside the largest it could be: 15 %."""
    part = percent(slow.share, 0 if slow.share >= 0.1 or not slow.value else 1)
    return "less than 0.1 %" if part == "0.0 %" else part


def from_layer_to_layer(trace: Trace) -> str:
    """Whether the gradients vanish or grow on the way back through the layers; "" for neither."""
    sizes, L = largest_gradients(trace), trace.network.L
    less, more = sorted((sizes[2], sizes[L]))
    if less == 0 or less > SLOW * more:
        return ""
    last, first, factor = short(sizes[L]), short(sizes[2]), _factor(more, less)
    if sizes[2] < sizes[L]:
        return (
            f"Gradients vanish on the way back: the largest is {last} in layer {L} and "
            f"{first} in layer 2, {factor} times less."
        )
    return (
        f"Gradients grow on the way back: the largest is {last} in layer {L} and "
        f"{first} in layer 2, {factor} times more."
    )


def _factor(more: float, less: float) -> str:
    """How many times less is in more, from 100,000 on as a power of ten."""
    power = log10(more) - log10(less)
    return f"{more / less:,.0f}" if power < 5 else f"about 10{raised(round(power))}"


def key_of_signs(there: Collection[str]) -> str:
    """What these signs mean, and how to drive another neuron, as Markdown."""
    signs = [f"{sign} {words}" for sign, words in SIGNS.values() if sign in there]
    return "\n\n".join(filter(None, [" · ".join(signs), _HINT]))
