"""What part "spread" says on its stage: the steps of the change, and how well (47) fits."""

from backprop.engine import Quantity
from backprop.ideas.spread.compute import Change, Spread
from backprop.writing.text.numbers import (
    NARROW,
    digits_to_tell,
    percent,
    with_digits,
)
from backprop.writing.text.sentence import Segments, filled

PUSHED = "Δw = {dw}"
"""What stands on the line of the weight."""
RATE = "× {rate}"
"""What stands on the line to one neuron on the way."""
TRULY, PREDICTED = "{change}", "≈ {change}"
"""What stands beside a neuron on the way."""
LEGEND = filled(
    "Beside each neuron on the way: what really happens to its [a], and below it, after ≈, what "
    "its rate predicts.",
    {"a": "activation"},
)
SPOKEN = "really changes by {truly}, predicted {predicted}"
"""What a screen reader adds to a neuron on the way."""
MOST_DIGITS = 6
_COMPARED = {
    "none": "C does not change, and (47) says so.",
    "lost": "C really changes by less than a float64 can tell; (47) predicts [nabla_w].",
    "still": "C really does not change; (47) predicts [nabla_w].",
    "unseen": "C really changes by [C]; (47) predicts 0: a rate of 0 sees only where it stands.",
    "same": "C really changes by [C], and (47) predicts just that.",
    "rounded": "C really changes by [C]; (47) predicts [nabla_w], the same but for rounding.",
    "near": "C really changes by [C]; (47) predicts [nabla_w]: {within}.",
    "other way": "C really changes by [C]; (47) predicts [nabla_w]: the wrong way.",
    "far": "C really changes by [C]; (47) predicts [nabla_w]: off by more than the change itself.",
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
    t = l + step - 2
    names = {"w": spread.weight.text, "a": Quantity("a", l, j).text, "C": "C"}
    if step == 1:
        template = "Δw is added to the [weight w]. It leads to neuron {j} of layer {l} alone."
    elif step == 2:
        template = "Of its layer only [a] can answer: it changes by about its rate times Δw."
    elif t > L:
        template = (
            "What the outputs do, the [cost C] follows: it changes by about its rate times Δw."
        )
    elif t == l + 1:
        template = "Through one weight each, [a] reaches the neurons of layer {t}."
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
    true, predicted = both(change)
    near = within(change) if change.kind == "near" else ""
    numbers = {"C": signed(true), "nabla_w": signed(predicted)}
    return filled(_COMPARED[change.kind].format(within=near), numbers)


def both(change: Change) -> tuple[str, str]:
    """Both numbers in as many digits as tell them apart, at least three."""
    values = change.true, change.predicted
    if change.kind == "same":
        same = with_digits(change.predicted, 3)
        return same, same
    digits = digits_to_tell(values, MOST_DIGITS)
    return with_digits(values[0], digits), with_digits(values[1], digits)


def within(change: Change) -> str:
    """How near the prediction is, in a round share that holds."""
    for share, digits in ((0.001, 1), (0.01, 0)):
        if change.share <= share:
            return f"within {percent(share, digits)}"
    hundredths = int(change.share * 100) + 1
    return f"within {percent(hundredths / 100)}"


def signed(text: str) -> str:
    """A change, with its sign."""
    return (text if text.startswith("−") or text == "0" else f"+{text}").replace(" ", NARROW)
