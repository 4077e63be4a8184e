"""How the two ways to the gradient of the mean compare: a sign between them, and sentences."""

from collections.abc import Iterable

from backprop.engine import ACTIVATIONS
from backprop.ideas.mean.compute_check import GradientCheck
from backprop.inputs.phrases import count_of
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.numbers import short


def sign(check: GradientCheck) -> str:
    """= where the two ways agree, ≈ where they differ by no more than rounding, else ≠."""
    if check.agrees:
        return "="
    return "≈" if check.difference <= check.rounding else "≠"


def difference(check: GradientCheck, activations: Iterable[str], cost: str) -> str:
    """How far apart the two ways are, and why where it is more than a little.

    ``activations`` are those of layer l and of all layers after it, whose z a moved weight moves.
    """
    kinks = len(check.kinks)
    text = f"The largest difference is {short(check.difference)}."
    if kinks:
        cells = count_of(kinks, "cell")
        names = [name for name in activations if ACTIVATIONS[name].kinked]
        kinked = " or ".join(dict.fromkeys(words_of_activation(name).kink for name in names))
        text += (
            f" At {cells} (◆) a z is so near 0 that {kinked} has two slopes: there they may differ."
        )
    elif sign(check) == "≈":
        text += (
            f" It is rounding: C has about 16 digits, so that moving a weight by h finds "
            f"a slope only to about {short(check.rounding)}."
        )
    elif sign(check) == "≠":
        text += " C bends so sharply here that moving a weight finds few digits of the slope."
    if not check.complete:
        noun = words_of_cost(cost).noun
        text += f" Where there is –, a moved weight leads out of what {noun} can take."
    return text
