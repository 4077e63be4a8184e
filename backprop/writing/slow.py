"""What the four equations tell about a network: which weights learn slowly, in words, and why."""

from backprop.engine import Quantity, Trace
from backprop.engine.saturation import LOW, STEEPEST, ends
from backprop.engine.slow import SLOW, Slow, largest, slowest
from backprop.writing.numbers import short
from backprop.writing.sentence import Segments

_ENDS = {
    "top": "is saturated at its upper end",
    "bottom": "is saturated at its lower end",
    "off": "is off, so that nothing comes through",
}


def slow_weights(trace: Trace) -> list[str]:
    """A sentence for each of the slowest weights, or the one that there are none."""
    if max(largest(trace).values()) == 0:
        return ["No weight learns: every gradient is 0.", *_each(trace)]
    return _each(trace) or [
        f"No weight is slow here: every gradient is above {SLOW:.0%}".replace("%", " %")
        + " of the largest."
    ]


def _each(trace: Trace) -> list[str]:
    return [
        f"{Quantity('w', slow.weight.l, slow.weight.j, slow.weight.k).text} learns slowly "
        f"({slow.weight.text} = {short(slow.gradient)}): {why(slow, trace)}."
        for slow in slowest(trace)
    ]


def why(slow: Slow, trace: Trace) -> str:
    """What holds this weight back, with the number that says so."""
    l, j, k = slow.weight.l, slow.weight.j or 1, slow.weight.k
    rather = "" if slow.share <= LOW else "rather "
    value = short(slow.value)
    neuron = f"neuron {j} of layer {l}"
    match slow.reason:
        case "input":
            beside = "" if abs(slow.value) <= LOW or rather else " beside the others"
            return f"its input {Quantity('a', l - 1, k).text} = {value} is {rather}low{beside}"
        case "slope":
            slope = f"{Quantity('sigma_prime', l, j).text} = {value}"
            state = end_of(trace, l, j)
            return f"{neuron} {state}, {slope}" if state else f"the slope {slope} is rather small"
        case "output":
            apart = float(trace.a[l][j - 1, 0] - trace.y[j - 1, 0])
            if abs(apart) <= LOW:
                return f"output {j} is nearly right, a − y = {short(apart)}"
            return f"the error at output {j} is {rather}small beside the others"
        case "cancelled":
            return f"the errors that come back to {neuron} cancel, their sum is {value}"
    total = f"Σ {Quantity('w', l + 1).text}ₖ{_below(j)} {Quantity('delta', l + 1).text}ₖ = {value}"
    return f"{rather}little error comes back to {neuron}, {total}"


def _below(j: int) -> str:
    """The number j as an index, after one that is a letter."""
    return ("," if j > 9 else "") + Quantity("b", 2, j).text.removeprefix("b²")


def end_of(trace: Trace, l: int, j: int) -> str:
    """That a neuron is saturated, and at which end; "" where it is not."""
    activation = trace.network.activation[l]
    end = str(ends(activation, trace.z[l])[j - 1, 0])
    if activation == "leaky-relu" and end:
        return "is on its flat side"
    return _ENDS.get(end, "")


def driven(trace: Trace, l: int, j: int) -> Segments:
    """The numbers of one neuron from its weighted input to the gradients of its weights."""

    def said(symbol: str) -> tuple[str, str]:
        quantity = Quantity(symbol, l, j)
        return f"{quantity.text} = {short(float(trace.value(quantity).flat[0]))}", symbol

    steepest = short(STEEPEST[trace.network.activation[l]])
    state = end_of(trace, l, j)
    gradient = abs(trace.nabla_w[l][j - 1]).max()
    return [
        ("Now ", ""), said("z"), (" and ", ""), said("a"), (". The slope is ", ""),
        said("sigma_prime"), (f" of at most {steepest}", ""),
        (f": the neuron {state}. " if state else ". ", ""),
        ("Its error is ", ""), said("delta"), (", the largest gradient of its weights ", ""),
        (short(float(gradient)), "nabla_w"), (".", ""),
    ]  # fmt: skip
