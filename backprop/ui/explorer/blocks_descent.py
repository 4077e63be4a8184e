"""What the panel says of the step of gradient descent: the rule, with numbers, and its code."""

import numpy as np

from backprop.engine import Network, Quantity, Trace, descend
from backprop.engine.source import by_layer
from backprop.lesson.descent import Descent
from backprop.stage.learning import largest_step
from backprop.ui.components.blocks import Block, Code, Formulas
from backprop.ui.explorer import words
from backprop.writing import PALETTE
from backprop.writing.formulas.descent import rule, with_numbers


def blocks_of_descent(
    step: Descent, eta: float, selected: Quantity | None, theme: str, room: int
) -> list[Block]:
    """The rule for weights and biases, the same with the numbers of one of each, and its code."""
    colours = PALETTE[theme]
    learned = step.trace.network.learned
    found: list[Block] = [Formulas(formulas=[rule(symbol, colours) for symbol in learned])]
    if step.lesson:
        network = step.lesson.network()
        for one in shown(step, selected):
            value, gradient, after = numbers(step.trace, network, one)
            is_selected = selected is not None and selected == one
            formula = with_numbers(one, value, gradient, eta, after, colours, is_selected, room)
            found.append(Formulas(formulas=[formula]))
    code = by_layer(descend, *learned)
    note = words.descent_note(step.rows, step.trace.network)
    link, address = words.DESCENT_IN_THE_BOOK, words.DESCENT_ADDRESS
    return [*found, Code(code=code, note=note, link=link, address=address)]


def shown(step: Descent, selected: Quantity | None) -> list[Quantity]:
    """A weight and a bias: the selected one or that of the selected gradient, or what moves most.

    The other one belongs to the same neuron; biases that do not learn are left out.
    """
    one = largest_step(step)
    if selected and selected.l > 1 and selected.j:
        symbol = "w" if selected.k else "b"
        one = Quantity(symbol, selected.l, selected.j, selected.k)
    into = np.abs(step.trace.nabla_w[one.l][(one.j or 1) - 1])
    weight = one if one.k else Quantity("w", one.l, one.j, int(into.argmax()) + 1)
    both = [weight, Quantity("b", one.l, one.j)]
    return both if step.trace.network.learns_biases else [weight]


def numbers(trace: Trace, after: Network, one: Quantity) -> tuple[float, float, float]:
    """A weight or bias, its gradient, and what it is in the network after the step."""
    index = one.index if one.k else (*one.index, 0)
    arrays = (
        trace.arrays(one.symbol)[one.l],
        trace.arrays(f"nabla_{one.symbol}")[one.l],
        (after.w if one.k else after.b)[one.l],
    )
    value, gradient, new = (float(array[index]) for array in arrays)
    return value, gradient, new


def table(step: Descent, eta: float) -> tuple[list[str], list[list[str]]]:
    """Every number that learns in a row: what it is, how far it moves, and what it is then."""
    rows: list[list[str]] = []
    if not step.lesson:
        return list(words.DESCENT_HEADER), rows
    after = step.lesson.network()
    for l, w in step.trace.network.w.items():
        for j in range(1, len(w) + 1):
            into = [Quantity("w", l, j, k) for k in range(1, w.shape[1] + 1)]
            bias = [Quantity("b", l, j)] if after.learns_biases else []
            for one in (*into, *bias):
                value, gradient, new = numbers(step.trace, after, one)
                texts = map(words.in_table, (value, -eta * gradient, new))
                rows.append([one.text, *texts])
    return list(words.DESCENT_HEADER), rows
