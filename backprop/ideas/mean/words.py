"""How the two ways to the gradient of the mean compare: a sign between them, and sentences."""

from backprop.ideas.mean.compute_check import GradientCheck
from backprop.inputs.phrases import count_of
from backprop.writing.text.numbers import short


def sign(check: GradientCheck) -> str:
    """= where the two ways agree, ≈ where they differ by no more than rounding, else ≠."""
    if check.agrees:
        return "="
    return "≈" if check.difference <= check.rounding else "≠"


def difference(check: GradientCheck) -> str:
    """How far apart the two ways are, and why where it is more than a little."""
    kinks = len(check.kinks)
    text = f"The largest difference is {short(check.difference)}."
    if kinks:
        cells = count_of(kinks, "cell")
        text += f" At {cells} (◆) a z is so near 0 that relu has two slopes: there they may differ."
    elif sign(check) == "≈":
        text += (
            f" It is rounding: C has about 16 digits, so that moving a weight by h finds "
            f"a slope only to about {short(check.rounding)}."
        )
    elif sign(check) == "≠":
        text += " C bends so sharply here that moving a weight finds few digits of the slope."
    if not check.complete:
        text += " Where there is –, a moved weight leads out of what the cross-entropy can take."
    return text
