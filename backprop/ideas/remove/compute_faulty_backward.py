"""A backward pass with mistakes in it: the gradients it comes to, or where its shapes do not fit.

It starts from a trace, whose forward pass is right, and uses the equations as they are written now.
Where an error does not come out, nothing reaches the layers before it, and the pass ends.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.equation import Equation, operand_at
from backprop.engine.expression import Misfit, Shape, Side, operand_in
from backprop.engine.four_equations import four_equations
from backprop.engine.quantity import Quantity
from backprop.engine.template import Node, Transpose
from backprop.engine.trace import Trace
from backprop.ideas.remove.compute_mistakes import NEW_WEIGHTS, UPHILL, Mistake, with_mistakes


@dataclass(frozen=True, eq=False)
class AppliedEquation:
    """An equation, perhaps a wrong one, applied once.

    ``shape`` is what the result must have; ``misfit`` says which shapes do not fit, if so.
    ``result`` is of another shape where only that is wrong, and None where it cannot be computed:
    because of a misfit, or, without one, as it grows beyond what a float64 holds.
    """

    equation: Equation
    l: int
    operands: Mapping[str, Array]
    shape: Shape
    result: Array | None
    misfit: Misfit | None

    @property
    def quantity(self) -> Quantity:
        """The address of the result."""
        return Quantity(self.equation.symbol, self.l)

    @property
    def usable(self) -> Array | None:
        """The result, if it came out in shape."""
        return None if self.misfit else self.result

    def shape_of(self, operand: Node) -> Shape:
        """The shape of an operand as it stands in the equation, transposed or not."""
        ref = operand_in(operand)
        assert ref, "it must be one operand"
        shape = self.operands[ref.name].shape
        return shape[::-1] if isinstance(operand, Transpose) else shape


@dataclass(frozen=True, eq=False)
class WrongPass:
    """The backward pass of a trace with mistakes in place, by the addresses of its results."""

    trace: Trace
    mistakes: Collection[Mistake]
    equations: Mapping[Quantity, AppliedEquation]

    @cached_property
    def failures(self) -> tuple[AppliedEquation, ...]:
        """The equations that did not come out, or not in shape, in the order of the pass."""
        return tuple(applied for applied in self.equations.values() if applied.usable is None)

    @property
    def stopped_by(self) -> AppliedEquation:
        """What ended the pass before layer 2: an error, or the gradient that new weights need.

        A gradient that does not come out stops nothing else. Raises IndexError where none did.
        """
        errors = [one for one in self.failures if one.equation.symbol == "delta"]
        return (errors or [one for one in self.failures if one.equation.symbol == "nabla_w"])[-1]

    def arrays(self, symbol: str) -> dict[int, Array]:
        """All results of one symbol, delta, nabla_b or nabla_w, that came out in shape."""
        return {
            quantity.l: applied.usable
            for quantity, applied in self.equations.items()
            if quantity.symbol == symbol and applied.usable is not None
        }


@np.errstate(all="ignore")
def backward(trace: Trace, mistakes: Collection[Mistake], eta: float) -> WrongPass:
    """The backward pass of a trace with these mistakes in place.

    ``eta`` is that of the step of descent which NEW_WEIGHTS takes too early. Raises ValueError for
    a trace of several examples.
    """
    trace.check_is_of_one("a pass with mistakes")
    network, L = trace.network, trace.network.L
    four = four_equations(network)
    made: dict[Quantity, AppliedEquation] = {}

    def apply(name: str, l: int, w_next: Array | None) -> Array | None:
        equation = with_mistakes(four[name], network, l, mistakes)
        operands = {
            operand: _operand(operand, l, trace, made, w_next) for operand in equation.operands
        }
        shape = trace.arrays(equation.symbol)[l].shape
        made[Quantity(equation.symbol, l)] = applied = _applied(equation, l, operands, shape)
        return applied.usable

    w_next = None
    for l in range(L, 1, -1):
        delta = apply("BP1a" if l == L else "BP2", l, w_next)
        if delta is None:
            break
        if network.has_biases:
            apply("BP3", l, w_next)
        nabla_w = apply("BP4", l, w_next)
        w_next = network.w[l]
        if NEW_WEIGHTS in mistakes:
            if nabla_w is None:
                break
            step = eta * nabla_w
            w_next = w_next + step if UPHILL in mistakes else w_next - step
    return WrongPass(trace, mistakes, made)


def _operand(
    name: str, l: int, trace: Trace, made: Mapping[Quantity, AppliedEquation], w_next: Array | None
) -> Array:
    """An operand by its name: the pass's own errors, the weights it uses, the rest of the trace."""
    if name == "w_next":
        assert w_next is not None
        return w_next
    quantity = operand_at(name, l)
    if quantity.symbol == "delta":
        result = made[quantity].result
        assert result is not None
        return result
    return trace.arrays(quantity.symbol)[quantity.l]


def _applied(
    equation: Equation, l: int, operands: Mapping[str, Array], shape: Shape
) -> AppliedEquation:
    """The equation applied, its result checked against the shape that it must have."""
    try:
        result = np.asarray(equation.formula(**operands))
    except Misfit as misfit:
        return AppliedEquation(equation, l, operands, shape, None, misfit)
    if not np.isfinite(result).all():
        return AppliedEquation(equation, l, operands, shape, None, None)
    result.setflags(write=False)
    if result.shape == shape:
        return AppliedEquation(equation, l, operands, shape, result, None)
    sides = Side(equation.right, result.shape), Side(equation.tree.left, shape)
    return AppliedEquation(equation, l, operands, shape, result, Misfit("result", *sides))
