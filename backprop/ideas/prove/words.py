"""What the exercise says: what to do, how a proof stands, and what it comes to."""

import math

from backprop.engine import ProofLine, Quantity, Trace
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.numbers import equals, latex_number, short, told_apart

PROVE = "To prove"
CHOSEN = "the neuron whose numbers the lines have"
TASK = (
    "Some of the lines make a proof, in more than one order; the others are slips that are easily "
    "made. A line may use only what stands above it. The arrow keys move a line, Delete "
    "takes it out."
)

TEXTS = {
    "pool": "Lines to choose from",
    "proof": "Your proof",
    "add": "{formula}",
    "placed": "{formula}, in the proof",
    "line": "Line {n}: {formula}",
    "up": "Move line {n} up",
    "down": "Move line {n} down",
    "out": "Take line {n} out",
    "empty": "Press a line to put it into the proof. Begin with a definition, or with the chain "
    "rule.",
    "holds": "So far every line holds.",
    "wrong": "Line {n} does not hold in general.",
    "early": "Line {n} is true, but it uses {formula}, which does not stand above it.",
    "right": "holds",
    "false": "does not hold in general",
    "lacking": "uses what does not stand above it",
    "open": "not looked at yet",
    "hint": "Hint",
    "nudge": "a nudge",
    "rule": "the rule",
    "next": "the next line",
    "take": "Take the marked line, {formula}.",
    "above": "Take the marked line, {formula}: it goes above line {n}.",
    "move": "Move the marked line, {formula}, above the one that uses it.",
    "drop": "Take line {n} out: the line that belongs there is in the proof already.",
}
"""The templates of the stage: n is the number of a line, formula its text."""

_PROVED = {
    "BP3": "Proved: {name} = {result}, here {value}. z grows one for one with its bias, so the "
    "gradient of the bias is the error itself. BP4 is proved in the same way.",
    "BP4": "Proved: {name} = {result}, here {value}. z grows with a weight at the rate of the "
    "activation that it carries, so its gradient is that activation times the error. BP3 is proved "
    "in the same way.",
}

_DIFFER = "Here its sides are {left} and {right}."
_ALIKE = "Here both its sides happen to be {left}."
_LOST = "Here the output is so saturated that its right side is not worked out."
_CLOSE = 1e-12
MOST_DIGITS = 13
"""Digits that tell any two numbers apart that are not close."""


def proved(of: str, trace: Trace, l: int, j: int, k: int) -> str:
    """What is said when the proof is complete."""
    name, result = sides_of(of, l, j, k)
    value = short(float(trace.value(name).item()))
    texts = " ".join(one.text for one in result)
    return _PROVED[of].format(name=name.text, result=texts, value=value)


def sides_of(of: str, l: int, j: int, k: int) -> tuple[Quantity, tuple[Quantity, ...]]:
    """The gradient that BP3 or BP4 is about, and the numbers that it is the product of."""
    delta = Quantity("delta", l, j)
    if of == "BP3":
        return Quantity("nabla_b", l, j), (delta,)
    return Quantity("nabla_w", l, j, k), (Quantity("a", l - 1, k), delta)


def for_this_neuron(of: str, trace: Trace, l: int, j: int, k: int, colours: Colours) -> str:
    """The equation with this neuron's addresses and its number, as a formula."""
    name, factors = sides_of(of, l, j, k)
    left, *right = (coloured(one.latex, one.symbol, colours) for one in (name, *factors))
    value = float(trace.value(name).item())
    number = coloured(latex_number(value), name.symbol, colours)
    product = r" \, ".join(right)
    return rf"{left} = {product} {equals(value)} {number}"


def about_numbers(of: str, l: int, j: int, k: int) -> str:
    """Whose numbers the lines are worked out with."""
    if of == "BP3":
        return (
            f"The numbers are those of neuron {j} of layer {l}. Click another neuron to use its "
            "numbers."
        )
    weight = Quantity("w", l, j, k).text
    return f"The numbers are those of the weight {weight}. Click another one to use its numbers."


def compared(line: ProofLine) -> str:
    """Both sides of a slip, which may be equal by chance."""
    if math.isnan(line.right):
        return _LOST
    if _are_equal(line):
        return _ALIKE.format(left=short(line.left))
    left, right = _numbers(line)
    return _DIFFER.format(left=left, right=right)


def both_sides(line: ProofLine, is_slip: bool) -> str:
    """Both sides as numbers, for instance 0.31 ≠ 0.0745; "" where one cannot be worked out.

    Those of a true line differ by no more than rounding.
    """
    if math.isnan(line.right):
        return ""
    if is_slip and not _are_equal(line):
        return " ≠ ".join(_numbers(line))
    left, right = short(line.left), short(line.right)
    return f"{left} = {right}" if left == right else f"{left} ≈ {right}"


def _are_equal(line: ProofLine) -> bool:
    return math.isclose(line.left, line.right, rel_tol=_CLOSE)


def _numbers(line: ProofLine) -> tuple[str, str]:
    """Both sides with as many digits as tell them apart, at least three."""
    left, right, _ = told_apart(line.left, line.right, MOST_DIGITS)
    return left, right
