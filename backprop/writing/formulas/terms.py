"""A component equation of one step, taken apart into its numbers and what stands between them.

The sum is written out, and each operand becomes an Entry: an address and a value. Written with
addresses or with values, as LaTeX or as plain text, it is always the same equation.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from backprop.engine import Equation, Quantity, Step
from backprop.engine.equation import operand_at


@dataclass(frozen=True)
class Entry:
    """One number of a step."""

    quantity: Quantity
    value: float


Parts = list[str | Entry]

_MARK = "\0"
_FACTOR = re.compile(rf"({_MARK}|\)|(?<!\^)\d)$")
_SUM_ALONE = re.compile(r"= *\[\w\|.*\|\] *([+-]|$)")


def component_of(step: Step) -> Equation:
    """The step's equation for one neuron."""
    return step.equation.component or step.equation


def columns_of(step: Step) -> list[int]:
    """The k for which the component equation holds: one per weight into the neuron, else just 0."""
    if "k" not in component_of(step).result_indices:
        return [0]
    return list(range(1, step.result.shape[-1] + 1))


def result_of(step: Step, j: int, k: int = 0) -> Entry:
    """The left-hand side of the component equation for neuron j (and weight k)."""
    equation = component_of(step)
    return _entry(step, equation.symbol, equation.result_indices, {"j": step.j or j, "k": k})


def parts_of(
    step: Step,
    template: str,
    j: int,
    k: int = 0,
    brackets: tuple[str, str] = (r"\bigl(", r"\bigr)"),
) -> Parts:
    """The right-hand side of a component template for neuron j, the sum written out.

    At neuron level the step's own j holds. Raises ValueError for a step over several examples.
    """
    at = {"j": step.j or j, "k": k}
    entries: list[Entry] = []

    def mark(entry: Entry) -> str:
        entries.append(entry)
        return f"{_MARK}{len(entries) - 1}{_MARK}"

    def filled(equation: Equation, here: dict[str, int]) -> str:
        return equation.fill(lambda name, indices: mark(_entry(step, name, indices, here)), total)

    def total(index: str, body: str) -> str:
        term = replace(component_of(step), template=body)
        n = _length(step, term, index)
        terms = [filled(term, {**at, index: i}) for i in range(1, n + 1)]
        bare = n == 1 or _SUM_ALONE.search(template)
        return " + ".join(terms) if bare else f"{brackets[0]} {' + '.join(terms)} {brackets[1]}"

    whole = replace(component_of(step), template=in_big(template))
    text = filled(whole, at)
    pieces = text.split("=", 1)[1].strip().split(_MARK)
    return [entries[int(p)] if i % 2 else p for i, p in enumerate(pieces) if i % 2 or p]


def in_big(template: str) -> str:
    """The template with big parentheses for growing ones, which may not be broken into lines."""
    return template.replace(r"\left(", r"\bigl(").replace(r"\right)", r"\bigr)")


def write(parts: Parts, entry: Callable[[Entry, bool], str], times: str = "") -> str:
    """The parts as one text: ``entry`` writes a number, told whether a sign needs parentheses.

    ``times`` goes between a number and a factor that stands directly before it.
    """
    text = ""
    before = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            before += part
            continue
        seen = before.replace(r"\,", "").rstrip()
        if times and _FACTOR.search(seen):
            text = text.rstrip().removesuffix(r"\,").rstrip() + times
        text += entry(part, bool(seen) and seen[-1] not in "=({,")
        before += _MARK
    return text


def _entry(step: Step, name: str, indices: str, at: dict[str, int]) -> Entry:
    whole = operand_at(name, step.l)
    quantity = Quantity(whole.symbol, whole.l, *(at[index] for index in indices))
    array = step.operands.get(name, step.result)
    number = array[tuple(at[index] - 1 for index in _axes(step, indices))]
    if number.size != 1:
        raise ValueError(
            f"a step written with its numbers must be of one example; got {number.size}"
        )
    return Entry(quantity, float(np.ravel(number)[0]))


def _axes(step: Step, indices: str) -> str:
    """The indices that the kept array still has: at neuron level the neuron's own is gone."""
    return indices if step.j is None else indices.replace("j", "")


def _length(step: Step, term: Equation, index: str) -> int:
    """How many terms the sum over this index has."""
    lengths = [
        step.operands[name].shape[_axes(step, indices).index(index)]
        for name, indices in replace(term, template=f"= {term.template}").tokens()
        if index in indices
    ]
    return int(lengths[0])
