"""The activation of the outputs and the cost, as a pair: which equations hold at the outputs.

A cost has its equations in the outputs a^L. With one activation in particular they may come to
something better, in z^L: the slope of a sigmoid cancels from the gradient of its cross-entropy, and
both stay finite where the outputs saturate. Such a pair is one more record in the table.
"""

from dataclasses import dataclass

from backprop.engine.backward import BP1A, BP1A_CANCELLED, BP1A_QUADRATIC
from backprop.engine.costs import COSTS, cross_entropy_terms, quadratic_terms, squared_error_terms
from backprop.engine.equation import Equation, Formula
from backprop.engine.network import Network
from backprop.engine.outputs import (
    CROSS_ENTROPY,
    CROSS_ENTROPY_GRADIENT,
    CROSS_ENTROPY_GRADIENT_OF_SIGMOID,
    CROSS_ENTROPY_OF_SIGMOID,
    QUADRATIC,
    QUADRATIC_GRADIENT,
    SQUARED_ERROR,
    SQUARED_ERROR_GRADIENT,
    cross_entropy_by_z_of_sigmoid,
    cross_entropy_terms_of_sigmoid,
)

ANY = ""
"""The activation of a pair that holds for every activation without one of its own."""


@dataclass(frozen=True, eq=False)
class OutputPair:
    """The equations for the cost C, its gradient nabla_a C and the error delta^L (BP1a).

    ``terms`` takes what the cost takes, and gives what each output adds to the C of its example, of
    the shape (n_L, m), or (v, n_L, m) for v variants. ``slope_in_z(z, y)`` is dC/dz^L, of the shape
    (n_L, m), where C is computed from z^L itself; else None.
    """

    cost: Equation
    gradient: Equation
    error: Equation
    terms: Formula
    slope_in_z: Formula | None = None

    @property
    def cancels(self) -> bool:
        """Whether the slope sigma' cancels from the error of the outputs."""
        return "sigma_prime" not in self.error.operands

    @property
    def takes_outputs(self) -> bool:
        """Whether C is computed from a^L, which must then be within the range of the cost."""
        return "a" in self.cost.operands


PAIRS = {
    ("quadratic", ANY): OutputPair(QUADRATIC, QUADRATIC_GRADIENT, BP1A_QUADRATIC, quadratic_terms),
    ("squared-error", ANY): OutputPair(
        SQUARED_ERROR, SQUARED_ERROR_GRADIENT, BP1A, squared_error_terms
    ),
    ("cross-entropy", ANY): OutputPair(
        CROSS_ENTROPY, CROSS_ENTROPY_GRADIENT, BP1A, cross_entropy_terms
    ),
    ("cross-entropy", "sigmoid"): OutputPair(
        CROSS_ENTROPY_OF_SIGMOID,
        CROSS_ENTROPY_GRADIENT_OF_SIGMOID,
        BP1A_CANCELLED,
        cross_entropy_terms_of_sigmoid,
        cross_entropy_by_z_of_sigmoid,
    ),
}
"""The pairs by the names of the cost and of the activation of the outputs."""


def output_pair(cost: str, activation: str = ANY) -> OutputPair:
    """The pair of this cost and this activation of the outputs; without one, for any activation."""
    return PAIRS.get((cost, activation)) or PAIRS[cost, ANY]


def pair_of(network: Network) -> OutputPair:
    """The pair of a network's cost and its last activation."""
    return output_pair(network.cost, network.activation[network.L])


def slope_counts(network: Network, l: int) -> bool:
    """Whether a slope near 0 makes the error of layer l small.

    At the outputs a cost may make up for it: its nabla_a grows as sigma' goes to 0.
    """
    return l < network.L or not COSTS[network.cost].offsets_slope
