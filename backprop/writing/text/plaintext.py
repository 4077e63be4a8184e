"""The equation of a step as plain text, for screen readers and for copying: z²₁ = w²₁₁ a¹₁."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from backprop.engine import Step
from backprop.engine.equation import operand_at
from backprop.writing.formulas.functions import numbers_template, spelled_out
from backprop.writing.formulas.terms import (
    Entry,
    columns_of,
    component_of,
    parts_of,
    result_of,
    write,
)
from backprop.writing.text.numbers import exact

_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_GLYPHS = (
    (r"\\(left|right|bigl|bigr)(?![A-Za-z])", ""),
    (r"\\tfrac\{1\}\{2\}", "½"),
    (r"\\tfrac\{1\}\{n\}", "1/n"),
    (r"\\sum_x", "Σₓ"),
    (r"\\text\{([^{}]*)\}", r"\1"),
    (r"\\lVert *", "‖"),
    (r" *\\rVert", "‖"),
    (r"\^2", "²"),
    (r"\^T", "ᵀ"),
    (r"\\odot", "⊙"),
    (r"\\cdot", "·"),
    (r"\\le(?![a-z])", "≤"),
    (r"\\sigma'", "σ′"),
    (r"\\sigma", "σ"),
    (r"\\(ln|tanh|max)", r"\1"),
    (r"\\,|\\quad", " "),
    (r"(?<=[\w>)]) *- *", " − "),
    (r" *\+ *", " + "),
    ("-", "−"),
    (r"\( +", "("),
    (r" +\)", ")"),
    (" +", " "),
)


def equation_text(step: Step) -> str:
    """The matrix equation with its layer numbers, as z² = w² a¹ + b²; "" for a component step."""
    if step.equation.component is None:
        return ""

    def address(name: str, _: str) -> str:
        return operand_at(name, step.l).text

    template = without_latex(spelled_out(step.equation))
    return replace(step.equation, template=template).fill(address)


def text_lines(step: Step) -> list[tuple[str, str, str, str]]:
    """For each number that the step computes: name, addresses, numbers put in, value.

    The equation of the neuron with its addresses, the same with the numbers, to nine digits each.
    """
    neurons = [step.j] if step.j else range(1, _length(step) + 1)
    lines = []
    for j in neurons:
        for k in columns_of(step):
            result = result_of(step, j, k)
            addresses = _right(step, spelled_out(component_of(step)), j, k, _address)
            numbers = _right(step, numbers_template(step, j), j, k, _number)
            lines.append((result.quantity.text, addresses, numbers, exact(result.value)))
    return lines


@lru_cache(maxsize=256)
def without_latex(template: str) -> str:
    """A template in plain text; its tokens stay."""
    template = re.sub(r"e\^\{([^{}]*)\}", r"exp(\1)", template)
    template = _FRACTION.sub(lambda found: f"{_group(found[1])} / {_group(found[2])}", template)
    for latex, glyph in _GLYPHS:
        template = re.sub(latex, glyph, template)
    return template.strip()


def _group(latex: str) -> str:
    """In parentheses if it is a sum."""
    return f"({latex})" if re.search(" - |[+]", latex) else latex


def _right(step: Step, template: str, j: int, k: int, entry: Callable[[Entry, bool], str]) -> str:
    parts = parts_of(step, without_latex(template), j, k, brackets=("(", ")"))
    text = write(parts, entry, times=" · " if entry is _number else "")
    return text.replace("( ", "(").replace(" )", ")")


def _address(entry: Entry, _: bool) -> str:
    return entry.quantity.text


def _number(entry: Entry, parentheses: bool) -> str:
    text = exact(entry.value)
    return f"({text})" if parentheses and entry.value < 0 else text


def _length(step: Step) -> int:
    return 1 if step.equation.symbol == "C" else len(step.result)
