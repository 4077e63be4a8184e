"""What the page says of the mean over examples, and how the two ways to its gradient compare."""

from collections.abc import Iterable
from math import isfinite, log10

from backprop.chapter.links import book_links
from backprop.engine import ACTIVATIONS, Network, Quantity
from backprop.ideas.mean.compute_check import NUDGE, GradientCheck
from backprop.inputs.phrases import count_of
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.convention_words import cost_in_words, cost_over_examples, reduced
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.numbers import short

COST_OF_ONE = "Cₓ"
_EXAMPLES_TEXTS = {
    "numbers": "example",
    "row": "Example {number}",
    "cell": "{name} of example {number}",
    "left_out": "{name}: left out",
    "mean": "{cost} =",
    "mean_cell": "the {cost}",
}
GRADIENTS_TEXTS = {
    "layers": "Layer",
    "layer": "layer {l}",
    "example": "Gradient of example {number}",
    "at_kink": "{name} = {value}, at a kink",
    "no_value": "{name} has no value",
}
"""What it says at the gradients."""
ASSUMPTION = {
    "mean": "**The first assumption:** C is the mean of the costs Cₓ of the single examples. So "
    "backpropagation, which takes one example at a time, gives what is to be averaged.",
    "sum": "**The first assumption:** C is made of the costs Cₓ of the single examples alone, here "
    "their sum; the book's C is that divided by n. So backpropagation, which takes one example at "
    "a time, gives what is to be added up.",
}
"""By what becomes of the costs of several examples."""
LEGEND = (
    "$n$: how many examples there are; $x$: one of them; $y = y(x)$: its desired outputs; "
    "$L$: the last layer; $a^L = a^L(x)$: the outputs of the network for $x$"
)
"""What the letters of (26) mean, as Markdown."""
_FIRST = "The {reduced} of the gradients is from backpropagation, once for each example."
_FIRST_OF_ONE = (
    "The {reduced} over 1 example is that example's own: its gradient is from backpropagation."
)
_SECOND = (
    "The slope below it is from forward passes alone, with {name} moved up and down by "
    f"$h = 10^{{{{{round(log10(NUDGE))}}}}}$."
)
_SAME = "The two are the same, to the last digit."
_KINK = (
    "At {cells} (◆) a weighted input crosses 0, the kink of a {kinked}, while the weight or bias "
    "is moved: there the two may differ."
)
_ROUNDING = (
    "That is rounding: C has about 16 digits, so that moving a weight by h finds a slope only to "
    "about {rounding}."
)
_BENDS = (
    "Either C bends too much within 2h for its slope to be found so, or rounding has taken the "
    "digits of one of the two."
)
_NO_VALUE = "Where there is –, a moved weight leads to an output that {noun} cannot take."


def examples_texts(network: Network) -> dict[str, str]:
    """What the stage says in the table of examples, with places for names and numbers in braces."""
    named = {name: _EXAMPLES_TEXTS[name] for name in ("mean", "mean_cell")}
    cost = cost_over_examples(network)
    return _EXAMPLES_TEXTS | {name: text.format(cost=cost) for name, text in named.items()}


def gradient_titles(network: Network) -> tuple[str, str]:
    """What the gradient over all examples is called, made in one way and in the other."""
    return f"the {reduced(network)} of the gradients", f"the gradient of {cost_in_words(network)}"


def both_ways(weight: Quantity, slope: float, n: int, network: Network) -> str:
    """How the two ways to the gradient of a weight or bias over n examples work, as Markdown.

    ``slope`` is what moving it finds; where it is not finite, there is just one way.
    """
    first = (_FIRST if n > 1 else _FIRST_OF_ONE).format(reduced=reduced(network))
    return f"{first} {_SECOND.format(name=weight.text)}" if isfinite(slope) else first


def where_in_the_book(cost: str) -> str:
    """Where the book has (26), as Markdown; there it is for the quadratic cost."""
    return words_of_cost(cost).about_26.format(number=book_links("26"))


def input_name(k: int) -> str:
    """What input k of an example is called."""
    return Quantity("a", 1, k).text.replace("a¹", "x")


def gradients_heading(network: Network, l: int) -> str:
    """What the gradients of layer l are, one for each example."""
    names = (Quantity(f"nabla_{symbol}", l).text for symbol in network.parameters)
    return f"{' and '.join(names)} of each example".replace("∂C", "∂Cₓ")


def sign(check: GradientCheck) -> str:
    """= where the two ways agree to the last digit, ≈ where nearly, or but for rounding, else ≠."""
    if check.difference == 0 and check.complete:
        return "="
    return "≈" if check.agrees or check.difference <= check.rounding else "≠"


def difference(check: GradientCheck, activations: Iterable[str], cost: str) -> str:
    """How far apart the two ways are, and why where it is more than a little.

    ``activations`` are those of layer l and of all layers after it, whose z a moved weight moves.
    """
    apart = short(check.difference)
    sentences = [f"The two differ by at most {apart}." if check.difference else _SAME]
    if check.kinks:
        names = [name for name in activations if ACTIVATIONS[name].kinked]
        kinked = " or ".join(dict.fromkeys(words_of_activation(name).noun for name in names))
        sentences.append(_KINK.format(cells=count_of(len(check.kinks), "cell"), kinked=kinked))
    elif sign(check) == "≠":
        sentences.append(_BENDS)
    elif not check.agrees:
        sentences.append(_ROUNDING.format(rounding=short(check.rounding)))
    if not check.complete:
        sentences.append(_NO_VALUE.format(noun=words_of_cost(cost).noun))
    return " ".join(sentences)
