"""A step is one equation applied once, with everything that went in kept beside what came out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.equation import Equation, operand_at
from backprop.engine.quantity import Quantity

GROUPS = {
    "z": "Forward",
    "a": "Forward",
    "C": "Cost",
    "nabla_a": "Cost",
    "sigma_prime": "Error",
    "delta": "Error",
    "nabla_b": "Gradients",
    "nabla_w": "Gradients",
    "nabla_x": "Gradients",
}
"""The part of the algorithm in which each quantity is computed."""


@dataclass(frozen=True, eq=False)
class Step:
    """One equation applied once: the operands that went in and the result that came out.

    ``l`` is the layer of the result (L for the cost); ``j`` is None where the step is a matrix
    equation, and the neuron, counted from 1, where it is a component equation.
    """

    equation: Equation
    l: int
    operands: Mapping[str, Array]
    result: Array
    j: int | None = None

    def replay(self) -> Array:
        """The formula applied to the kept operands once more: equal to ``result``, bit for bit."""
        return np.asarray(self.equation.formula(**self.operands))

    @property
    def group(self) -> str:
        """The part of the algorithm: Forward, Cost, Error or Gradients."""
        return GROUPS[self.equation.symbol]

    @property
    def quantity(self) -> Quantity:
        """The address of the result; for the weights into a neuron, that of its row."""
        return self.address(self.equation.symbol)

    @property
    def operand_quantities(self) -> dict[str, Quantity]:
        """The address of each operand, j given where the step uses only what belongs to it."""
        return {name: self.address(name) for name in self.operands}

    def address(self, name: str) -> Quantity:
        """What the equation means by this name, j given where it is of the step's own neuron."""
        whole = operand_at(name, self.l)
        own = whole.l == self.l and self.equation.symbol != "C"
        return Quantity(whole.symbol, whole.l, self.j if own else None)
