"""The equation of a step as plain text, for screen readers and for copying: z²₁ = w²₁₁ a¹₁."""

from collections.abc import Set
from typing import NamedTuple

from backprop.engine import Quantity, Step
from backprop.engine.equation import operand_at
from backprop.engine.template import Node, Ref
from backprop.writing.formulas.functions import numbers_tree, spelled_out
from backprop.writing.formulas.terms import (
    columns_of,
    component_of,
    entered,
    entries_of,
    equals_of,
    result_of,
)
from backprop.writing.formulas.written_out import Entry
from backprop.writing.text.numbers import APPROX, exact
from backprop.writing.text.template_text import text

DIGITS = 9
"""How many digits ``exact`` gives."""


def equation_text(step: Step) -> str:
    """The matrix equation with its layer numbers, as z² = w² a¹ + b²; "" for a component step."""
    if step.equation.component is None:
        return ""
    sides = step.equation.tree.left, spelled_out(step.equation)
    return " = ".join(text_at(side, step.l) for side in sides)


def text_at(node: Node, l: int) -> str:
    """A part of an equation of layer l as plain text with its layer numbers: (w³)ᵀ δ³."""
    return text(node, lambda one: operand_at(one.name, l).text if isinstance(one, Ref) else None)


class TextLine(NamedTuple):
    """One number of a step: its name, the addresses it is made from, the same in numbers, it.

    The last two begin with their sign: = where all the numbers are given in full, else ≈.
    """

    name: str
    addresses: str
    numbers: str
    value: str


def text_lines(step: Step, endless: Set[Quantity] = frozenset()) -> list[TextLine]:
    """For each number that the step computes its equation, with nine digits of each number.

    ``endless`` are the numbers that no digits give in full. Raises ValueError for a step over
    several examples.
    """
    neurons = [step.j] if step.j else range(1, _length(step) + 1)
    lines = []
    for j in neurons:
        right, reason = numbers_tree(step, j)
        for k in columns_of(step):
            result = result_of(step, j, k)
            addresses = text(entered(step, spelled_out(component_of(step)), j, k), _address)
            put_in = entered(step, right, j, k, times=True)
            numbers = text(put_in, _number)
            if reason:
                numbers += f" {text(entered(step, reason, j, k), _number)}"
            entries = entries_of(put_in)
            before, after = (
                _sign(equals_of(every, endless, DIGITS)) for every in (entries, [*entries, result])
            )
            value = exact(result.value)
            lines.append(
                TextLine(result.quantity.text, addresses, f"{before} {numbers}", f"{after} {value}")
            )
    return lines


def _sign(latex: str) -> str:
    return "≈" if latex == APPROX else latex


def _address(node: Node) -> str | None:
    return node.quantity.text if isinstance(node, Entry) else None


def _number(node: Node) -> str | None:
    if not isinstance(node, Entry):
        return None
    digits = exact(node.value)
    return f"({digits})" if node.parentheses and node.value < 0 else digits


def _length(step: Step) -> int:
    return 1 if step.equation.symbol == "C" else len(step.result)
