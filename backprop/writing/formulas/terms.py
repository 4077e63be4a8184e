"""A component equation of one step with its numbers in place: its tree, the sums written out.

Each operand becomes an Entry: an address and a value. Printed with addresses or with values, as
LaTeX or as plain text, it is always the same equation.
"""

from collections.abc import Iterable, Iterator, Set

import numpy as np

from backprop.engine import Equation, Quantity, Step
from backprop.engine.activations import Array
from backprop.engine.equation import operand_at
from backprop.engine.template import Indices, Node, Rate, Ref
from backprop.engine.template_walking import leaves, nodes
from backprop.writing.formulas.written_out import Entry, written_out
from backprop.writing.text.numbers import APPROX, equals


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
    ref = Ref(equation.symbol, equation.result_indices)
    return _entry(step, ref, {"j": step.j or j, "k": k})


def entered(step: Step, tree: Node, j: int, k: int = 0, times: bool = False) -> Node:
    """The tree of a component for neuron j with the step's entries in it, the sums written out.

    At neuron level the step's own j holds; ``times`` is as in ``written_out``. Raises ValueError
    for a step over several examples.
    """
    return written_out(
        tree,
        {"j": step.j or j, "k": k},
        lambda ref, at, parentheses: _entry(step, ref, at, parentheses),
        lambda index, body: _length(step, body, index),
        times,
    )


def entries_of(node: Node) -> list[Entry]:
    """The numbers in a tree with its entries."""
    return [one for one in nodes(node) if isinstance(one, Entry)]


def entries_in(whole: Quantity, array: Array) -> Iterator[Entry]:
    """The numbers of an array of the shape (n, m), with their addresses."""
    for (j, k), value in np.ndenumerate(array):
        column = k + 1 if whole.symbol in ("w", "nabla_w") else None
        yield Entry(Quantity(whole.symbol, whole.l, j + 1, column), float(value))


def equals_of(entries: Iterable[Entry], endless: Set[Quantity], digits: int = 3) -> str:
    """The sign before a line with these numbers: = where all are given in full, else \\approx.

    Before a number beyond what a float64 holds it is > or <.
    """
    every = list(entries)
    sign = equals(*(one.value for one in every), digits=digits)
    return APPROX if sign == "=" and any(one.quantity in endless for one in every) else sign


def order_of_terms(step: Step) -> list[int]:
    """Which term each number of ``worked`` belongs to, from 1, as they stand there; 0: to none.

    What stands left of the lines comes first, and counts as one. What joins a sum, a bias or a
    slope, is the term after its last; a gradient of weights has one term for each weight. Empty
    for a step without terms.
    """
    operands = step.operands
    if step.equation.symbol == "nabla_w":
        return [0, *(k for k in columns_of(step) for _ in range(5))]
    if step.equation.symbol == "z":
        n = operands["a_prev"].shape[0]
    elif "delta_next" in operands:
        n = operands["delta_next"].shape[0]
    else:
        return []
    terms = [*(k for k in range(1, n + 1) for _ in range(2)), n + 1]
    return [0, *terms, *terms, 0]


def _entry(step: Step, ref: Ref | Rate, at: Indices, parentheses: bool = False) -> Entry:
    if isinstance(ref, Rate):
        raise ValueError(f"a step has no rates among its numbers; got {ref}")
    whole = operand_at(ref.name, step.l)
    quantity = Quantity(whole.symbol, whole.l, *(at[index] for index in ref.indices))
    array = step.operands.get(ref.name, step.result)
    number = array[tuple(at[index] - 1 for index in _axes(step, ref.indices))]
    if number.size != 1:
        raise ValueError(
            f"a step written with its numbers must be of one example; got {number.size}"
        )
    return Entry(quantity, number.item(), parentheses)


def _axes(step: Step, indices: str) -> str:
    """The indices that the kept array still has: at neuron level the neuron's own is gone."""
    return indices if step.j is None else indices.replace("j", "")


def _length(step: Step, body: Node, index: str) -> int:
    """How many terms the sum over this index has."""
    ref = next(ref for ref in leaves(body) if index in ref.indices)
    return int(step.operands[ref.name].shape[_axes(step, ref.indices).index(index)])
