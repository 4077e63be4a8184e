"""The steps of a trace, sorted into the five steps of the chapter's algorithm.

The cost is none of them: the algorithm asks only how it changes. Nor is what a pair of cost and
activation at the outputs does not need, where the slope cancels from their error.
"""

from dataclasses import dataclass

from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import Quantity
from backprop.engine.step import Step
from backprop.engine.trace import Trace

INPUT, FEEDFORWARD, OUTPUT_ERROR, BACKPROPAGATE, OUTPUT = range(1, 6)
"""The five steps of the algorithm, by the book's numbers."""


@dataclass(frozen=True, eq=False)
class Computed:
    """An array that the algorithm sets: in which lane, and by which step; the input by none."""

    lane: int
    result: Quantity
    step: Step | None


def computed(trace: Trace) -> list[Computed]:
    """All arrays that the algorithm sets for one example, in its order."""
    trace.check_is_of_one("the algorithm's steps")
    L, cancels = trace.network.L, pair_of(trace.network).cancels
    unused = {Quantity("nabla_a", L), Quantity("sigma_prime", L)} if cancels else set()
    left_out = {Quantity("C"), *unused}
    rest = [step for step in trace.steps if step.quantity not in left_out]
    return [
        Computed(INPUT, Quantity("a", 1), None),
        *(Computed(lane_of(step.quantity, L), step.quantity, step) for step in rest),
    ]


def lane_of(quantity: Quantity, L: int) -> int:
    """The step of the algorithm that computes a quantity of a network of L layers."""
    match quantity.symbol:
        case "a" if quantity.l == 1:
            return INPUT
        case "z" | "a":
            return FEEDFORWARD
        case "nabla_b" | "nabla_w":
            return OUTPUT
    return OUTPUT_ERROR if quantity.l == L else BACKPROPAGATE
