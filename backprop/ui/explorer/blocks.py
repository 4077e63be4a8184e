"""What the explorer's panel says of one step, as blocks: its equation with the numbers put in."""

from backprop.engine import Equation, Quantity, Step, Trace
from backprop.ui.components.blocks import Block, Code, Formulas, Table
from backprop.ui.explorer import words
from backprop.writing import (
    PALETTE,
    function,
    matrices,
    order_of_terms,
    shapes,
    sum_rows,
    worked,
)
from backprop.writing.formulas.palette import Colours

# Widths that formulas may have, as ``writing`` counts them: the panel's on a laptop.
ROOM, HALF_ROOM, MATRIX_ROOM = 410, 200, 460


def blocks_of(step: Step, trace: Trace, selected: Quantity | None, theme: str) -> list[Block]:
    """The equation for one neuron and for the layer, the same with numbers, and its code.

    Raises ValueError for a step over several examples.
    """
    colours = PALETTE[theme]
    matrix = trace.maker(step.quantity)
    component = matrix.equation.component or matrix.equation
    found: list[Block] = [
        *_in_letters(component, matrix.equation, theme),
        _worked(step, trace, colours, selected),
    ]
    if rows := sum_rows(step):
        found.append(Table(head=words.SUM_HEADER, rows=rows))
    if definition := function(step, trace.network):
        found.append(_formula(definition))
    fits = matrices(matrix, colours, selected, step.j, MATRIX_ROOM, trace.endless)
    found.append(_formula(words.small(fits or shapes(matrix, colours, room=MATRIX_ROOM))))
    link = words.in_the_book(step)
    code, note, address = (
        step.equation.source,
        words.code_note(step, trace.network),
        step.equation.book,
    )
    return [*found, Code(code=code, note=note, link=link, address=address)]


def _worked(step: Step, trace: Trace, colours: Colours, selected: Quantity | None) -> Formulas:
    j = _neuron(step, selected)
    formulas = [worked(step, j, colours, selected, ROOM, trace.endless)]
    order = order_of_terms(step)
    return Formulas(formulas=formulas, j=j, order=order) if order else Formulas(formulas=formulas)


def _in_letters(component: Equation, matrix: Equation, theme: str) -> list[Block]:
    """Both forms side by side, or one under the other where they would break into lines."""
    forms = ((words.IN_COMPONENTS, component), (words.AS_MATRICES, matrix))
    beside, below = (
        [words.in_letters(form, equation, theme, room) for form, equation in forms]
        for room in (HALF_ROOM, ROOM)
    )
    return [Formulas(formulas=beside)] if beside == below else [*map(_formula, below)]


def _formula(latex: str) -> Formulas:
    return Formulas(formulas=[latex])


def _neuron(step: Step, selected: Quantity | None) -> int:
    """The neuron whose numbers are put in: the step's own, the selected one, or the first."""
    if step.j:
        return step.j
    return selected.j if selected and selected.l == step.l and selected.j else 1
