"""The equation of a step as coloured formulas: in letters, with addresses, with the numbers put in.

Every formula is filled from the equation's own template, so that it cannot say anything else than
the code does. They are written for KaTeX, in lines that fit a narrow column.
"""

from dataclasses import replace

from backprop.engine import Equation, Quantity, Step
from backprop.engine.equation import symbol_and_offset
from backprop.writing.formulas.functions import numbers_template, spelled_out
from backprop.writing.formulas.lines import Lines, aligned, hanging, lines_of
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.terms import (
    Entry,
    Parts,
    columns_of,
    component_of,
    in_big,
    parts_of,
    result_of,
    write,
)
from backprop.writing.formulas.width import em, width
from backprop.writing.text.numbers import equals, latex_number


def generic(equation: Equation, colours: Colours, room: int = 190) -> str:
    """The equation in letters, as the book has it, each quantity in its colour.

    ``room`` is the width in pixels, at text of 16 pixels, beyond which it is broken into lines.
    """

    def letters(name: str, indices: str) -> str:
        return coloured(equation.letters(name, indices), symbol_and_offset(name)[0], colours)

    spelled = replace(equation, template=in_big(spelled_out(equation)))
    left, right = spelled.fill(letters).split("=", 1)
    return aligned(hanging(left.strip(), right.strip(), em(room)))


def worked(
    step: Step, j: int, colours: Colours, selected: Quantity | None = None, room: int = 380
) -> str:
    """The equation for neuron j with its addresses, the sum written out, then with its numbers.

    The selected number is in a box. For the weights' gradient there is one equation per weight;
    ``room`` is the width in pixels beyond which it is broken into lines. Raises ValueError for a
    step over several examples.
    """
    lines: Lines = []
    for k in columns_of(step):
        left = _letters(result_of(step, j, k), colours, selected)
        right = _addresses(step, j, k, colours, selected)
        numbers = _number_lines(step, j, k, colours, selected, em(room) - width(left))
        if k and width(f"{left} = {right} {numbers[0][1]}") <= em(room) and len(numbers) == 1:
            lines.append((left, f"= {right} {numbers[0][1]}"))
            continue
        lines += [*lines_of(left, right, em(room)), *numbers]
    return aligned(lines)


def entry_number(
    entry: Entry, parentheses: bool, colours: Colours, selected: Quantity | None
) -> str:
    """One number in its colour, in a box if it is the selected one."""
    latex = latex_number(entry.value, parentheses=parentheses)
    return _boxed(latex, entry, colours, selected)


def _boxed(latex: str, entry: Entry, colours: Colours, selected: Quantity | None) -> str:
    latex = rf"\boxed{{{latex}}}\," if entry.quantity == selected else latex
    return coloured(latex, entry.quantity.symbol, colours)


def _letters(entry: Entry, colours: Colours, selected: Quantity | None) -> str:
    latex = entry.quantity.latex
    if entry.quantity.k:  # a small fraction, as there are many of them
        latex = latex.replace(r"\frac", r"\tfrac")
    return _boxed(latex, entry, colours, selected)


def _addresses(step: Step, j: int, k: int, colours: Colours, selected: Quantity | None) -> str:
    parts = parts_of(step, spelled_out(component_of(step)), j, k)
    return write(parts, lambda entry, _: _letters(entry, colours, selected))


def _number_lines(
    step: Step, j: int, k: int, colours: Colours, selected: Quantity | None, room: float
) -> Lines:
    template, _, reason = numbers_template(step, j).partition(r"\quad")
    parts = parts_of(step, template, j, k)
    result = result_of(step, j, k)
    if isinstance(parts[0], Entry) and parts == [parts[0]] and parts[0].quantity == selected:
        selected = result.quantity
    number = entry_number(result, False, colours, selected)
    sign = equals(result.value)
    if len(parts) == 1 and (isinstance(parts[0], Entry) or reason or parts[0] == "1"):
        because = _numbers(parts_of(step, f"= {reason}", j, k), colours, selected)
        return [("", rf"= {number} \quad {because}" if reason else f"{sign} {number}")]
    lines = lines_of("", _numbers(parts, colours, selected), room)
    if len(lines) == 1 and width(f"{lines[0][1]} = {number}") <= room:
        return [("", f"{lines[0][1]} {sign} {number}")]
    return [*lines, ("", f"{sign} {number}")]


def _numbers(parts: Parts, colours: Colours, selected: Quantity | None) -> str:
    return write(
        parts,
        lambda entry, parentheses: entry_number(entry, parentheses, colours, selected),
        times=r" \cdot ",
    )
