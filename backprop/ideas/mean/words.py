"""What the page says of the mean over examples, and how the two ways to its gradient compare."""

from collections.abc import Iterable
from math import log10

from backprop.chapter.links import book_links
from backprop.engine import ACTIVATIONS, Quantity
from backprop.ideas.mean.compute_check import NUDGE, SYMBOLS, GradientCheck
from backprop.inputs.phrases import count_of
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.numbers import short

COST_OF_ONE = "Cₓ"
MEAN_OF_GRADIENTS = "the mean of the gradients"
GRADIENT_OF_MEAN = "the gradient of the mean"
EXAMPLES_TEXTS = {
    "numbers": "example",
    "row": "Example {number}",
    "cell": "{name} of example {number}",
    "left_out": "{name}: left out",
    "mean": "mean C =",
    "mean_cell": "the mean cost C",
}
"""What the stage says in the table of examples, with places for names and numbers in braces."""
GRADIENTS_TEXTS = {
    "layers": "Layer",
    "layer": "layer {l}",
    "example": "Gradient of example {number}",
    "at_kink": "{name} = {value}, at a kink",
    "no_value": "{name} has no value",
}
"""What it says at the gradients."""
BOTH_WAYS = (
    "The first is backpropagation, once for each example. The second knows nothing of it: "
    "forward passes alone, with the weight moved up and down by "
    f"$h = 10^{{{round(log10(NUDGE))}}}$."
)


def where_in_the_book(cost: str) -> str:
    """Where the book has (26), as Markdown; there it is for the quadratic cost."""
    return words_of_cost(cost).about_26.format(number=book_links("26"))


def input_name(k: int) -> str:
    """What input k of an example is called."""
    return Quantity("a", 1, k).text.replace("a¹", "x")


def gradients_heading(l: int) -> str:
    """What the gradients of layer l are, one for each example."""
    w, b = (Quantity(f"nabla_{symbol}", l).text for symbol in SYMBOLS)
    return f"{w} and {b} of each example".replace("∂C", "∂Cₓ")


def sign(check: GradientCheck) -> str:
    """= where the two ways agree, ≈ where they differ by no more than rounding, else ≠."""
    if check.agrees:
        return "="
    return "≈" if check.difference <= check.rounding else "≠"


def difference(check: GradientCheck, activations: Iterable[str], cost: str) -> str:
    """How far apart the two ways are, and why where it is more than a little.

    ``activations`` are those of layer l and of all layers after it, whose z a moved weight moves.
    """
    sentences = [f"The largest difference is {short(check.difference)}."]
    if check.kinks:
        cells = count_of(len(check.kinks), "cell")
        names = [name for name in activations if ACTIVATIONS[name].kinked]
        kinked = " or ".join(dict.fromkeys(words_of_activation(name).kink for name in names))
        sentences.append(
            f"At {cells} (◆) a z is so near 0 that {kinked} has two slopes: there they may differ."
        )
    elif sign(check) == "≈":
        sentences.append(
            "It is rounding: C has about 16 digits, so that moving a weight by h finds "
            f"a slope only to about {short(check.rounding)}."
        )
    elif sign(check) == "≠":
        sentences.append(
            "C bends so sharply here that moving a weight finds few digits of the slope."
        )
    if not check.complete:
        noun = words_of_cost(cost).noun
        sentences.append(f"Where there is –, a moved weight leads out of what {noun} can take.")
    return " ".join(sentences)
