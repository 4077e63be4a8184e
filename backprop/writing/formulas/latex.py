"""The equation of a step as coloured formulas: in letters, with addresses, with the numbers put in.

Every formula is printed from the equation's own tree, so that it cannot say anything else than the
code does. They are written for KaTeX, in lines that fit a narrow column.
"""

from collections.abc import Set

from backprop.engine import Equation, Quantity, Step
from backprop.engine.template import Node, Number, Ref
from backprop.engine.template_latex import latex
from backprop.writing.formulas.functions import numbers_tree, spelled_out
from backprop.writing.formulas.lines import Lines, aligned, hanging, lines_of
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.terms import (
    columns_of,
    component_of,
    entered,
    entries_of,
    equals_of,
    result_of,
)
from backprop.writing.formulas.width import em, width
from backprop.writing.formulas.written_out import Entry, in_big
from backprop.writing.text.numbers import latex_number


def generic(equation: Equation, colours: Colours, room: int = 190) -> str:
    """The equation in letters, as the book has it, each quantity in its colour.

    ``room`` is the width in pixels, at text of 16 pixels, beyond which it is broken into lines.
    """

    def letters(node: Node) -> str | None:
        if isinstance(node, Ref):
            return coloured(equation.letters(node), node.symbol, colours)
        return None

    left, right = equation.tree.left, in_big(spelled_out(equation))
    return aligned(hanging(latex(left, letters), latex(right, letters), em(room)))


def worked(
    step: Step,
    j: int,
    colours: Colours,
    selected: Quantity | None = None,
    room: int = 380,
    endless: Set[Quantity] = frozenset(),
) -> str:
    """The equation for neuron j with its addresses, the sum written out, then with its numbers.

    The selected number is in a box. For the weights' gradient there is one equation per weight;
    ``room`` is the width in pixels beyond which it is broken into lines; ``endless`` are the
    numbers that no digits give in full. Raises ValueError for a step over several examples.
    """
    lines: Lines = []
    for k in columns_of(step):
        left = _letters(result_of(step, j, k), colours, selected)
        right = _addresses(step, j, k, colours, selected)
        numbers = _number_lines(step, j, k, colours, selected, em(room) - width(left), endless)
        if k and width(f"{left} = {right} {numbers[0][1]}") <= em(room) and len(numbers) == 1:
            lines.append((left, f"= {right} {numbers[0][1]}"))
            continue
        lines += [*lines_of(left, right, em(room)), *numbers]
    return aligned(lines)


def _number(entry: Entry, colours: Colours, selected: Quantity | None) -> str:
    """One number in its colour, in a box if it is the selected one."""
    return _boxed(
        latex_number(entry.value, parentheses=entry.parentheses), entry, colours, selected
    )


def _letters(entry: Entry, colours: Colours, selected: Quantity | None) -> str:
    letters = entry.quantity.latex
    if entry.quantity.k:  # a small fraction, as there are many of them
        letters = letters.replace(r"\frac", r"\tfrac")
    return _boxed(letters, entry, colours, selected)


def _boxed(formula: str, entry: Entry, colours: Colours, selected: Quantity | None) -> str:
    formula = rf"\boxed{{{formula}}}\," if entry.quantity == selected else formula
    return coloured(formula, entry.quantity.symbol, colours)


def _addresses(step: Step, j: int, k: int, colours: Colours, selected: Quantity | None) -> str:
    return latex(
        entered(step, in_big(spelled_out(component_of(step))), j, k),
        lambda node: _letters(node, colours, selected) if isinstance(node, Entry) else None,
    )


def _number_lines(
    step: Step,
    j: int,
    k: int,
    colours: Colours,
    selected: Quantity | None,
    room: float,
    endless: Set[Quantity],
) -> Lines:
    tree, reason = numbers_tree(step, j)
    right, result = entered(step, in_big(tree), j, k, times=True), result_of(step, j, k)
    if isinstance(right, Entry) and right.quantity == selected:
        selected = result.quantity

    def own(node: Node) -> str | None:
        return _number(node, colours, selected) if isinstance(node, Entry) else None

    signs = equals_of(entries_of(right), endless), equals_of([*entries_of(right), result], endless)
    number = _number(result, colours, selected)
    if reason:
        return [("", rf"= {number} \quad {latex(entered(step, reason, j, k), own)}")]
    if isinstance(right, Entry) or right == Number("1"):
        return [("", f"{signs[1]} {number}")]
    lines = lines_of("", latex(right, own), room, signs[0])
    if len(lines) == 1 and width(f"{lines[0][1]} = {number}") <= room:
        return [("", f"{lines[0][1]} {signs[1]} {number}")]
    return [*lines, ("", f"{signs[1]} {number}")]
