"""What part "spread" says on its stage: the steps of the change, and how well (47) fits."""

from backprop.engine import Quantity
from backprop.ideas.spread.compute import Spread
from backprop.writing.text.numbers import (
    NARROW,
    share_text,
    told_apart,
)
from backprop.writing.text.sentence import Segments, filled

PUSHED = "Δw = {dw}"
"""What stands on the line of the weight."""
RATE = "× {rate}"
"""What stands on the line to one neuron on the way."""
TRULY, PREDICTED = "{change}", "≈ {change}"
"""What stands beside a neuron on the way."""
LEGEND = filled(
    "Beside each neuron on the way: how its [a] changes, and below it, after ≈, what its rate "
    "predicts.",
    {"a": "activation"},
)
SPOKEN = "changes by {truly}, predicted {predicted}"
"""What a screen reader adds to a neuron on the way."""
MOST_DIGITS = 9
_SAME = "C changes by [C], and (47) predicts the same."
_NOTHING_SHOWS = "C changes by nothing that a float64 can tell; (47) predicts [nabla_w]."
_COMPARED = {
    "none": "C does not change, and (47) predicts no change.",
    "lost": _NOTHING_SHOWS,
    "still": _NOTHING_SHOWS,
    "unseen": "C changes by [C]; (47) predicts 0, the rate where the weight stands.",
    "same": _SAME,
    "rounded": "C changes by [C]; (47) predicts [nabla_w], the same but for rounding.",
    "near": "C changes by [C]; (47) predicts [nabla_w]: they differ by {apart}, {share} of the "
    "actual change.",
    "other way": "C changes by [C]; (47) predicts [nabla_w]: the wrong way.",
    "far": "C changes by [C]; (47) predicts [nabla_w]: off by more than the change itself.",
}


def slider_label(spread: Spread) -> str:
    """The label of the slider."""
    return f"Δw, added to {spread.weight.text}"


def title(spread: Spread, step: int) -> str:
    """What a step is called: the weight, its activation, a layer after another, the cost."""
    l, L = spread.l, spread.here.network.L
    if step == 1:
        return f"The weight {spread.weight.text} changes"
    if step == 2:
        return f"The change reaches {Quantity('a', l, spread.j).text}"
    t = l + step - 2
    return f"The change reaches layer {t}" if t <= L else "The change reaches the cost"


def sentence(spread: Spread, step: int) -> Segments:
    """What happens in a step, true for every size of the change."""
    l, j, L = spread.l, spread.j, spread.here.network.L
    t, sizes = l + step - 2, spread.here.network.sizes
    names = {"w": spread.weight.text, "a": Quantity("a", l, j).text, "C": "C"}
    if step == 1:
        template = "Δw is added to the [weight w]. It leads to neuron {j} of layer {l} alone."
    elif step == 2:
        template = "Of its layer only [a] can change: for a small Δw by about its rate times Δw."
    elif t > L:
        template = (
            "The [cost C] follows the outputs: for a small Δw it changes by about its rate times "
            "Δw."
        )
    elif t == l + 1:
        template = (
            "Through one weight [a] reaches the neuron of layer {t}."
            if sizes[t - 1] == 1
            else "Through one weight each, [a] reaches the neurons of layer {t}."
        )
    elif sizes[t - 2] == 1:
        template = "Each neuron of layer {t} is reached through the one of layer {before}."
    else:
        template = (
            "Each neuron of layer {t} is reached through all of layer {before}: the parts add up."
        )
    return filled(template.format(j=j, l=l, t=t, before=t - 1), names)


def comparison(spread: Spread, i: int) -> Segments:
    """The true and the predicted change of the cost for the dw at place i."""
    if spread.dw[i] == 0:
        return filled("Move the slider: it adds Δw to [w].", {"w": spread.weight.text})
    change = spread.change_of_cost(i)
    true, predicted, apart = told_apart(change.true, change.predicted, MOST_DIGITS)
    near = change.kind == "near"
    template = _SAME if near and true == predicted else _COMPARED[change.kind]
    facts = {"apart": apart, "share": share_text(change.share)} if near else {}
    numbers = {"C": signed(true), "nabla_w": signed(predicted)}
    return filled(template.format(**facts), numbers)


def signed(text: str) -> str:
    """A change, with its sign."""
    return (text if text.startswith("−") or text == "0" else f"+{text}").replace(" ", NARROW)
