"""A trace records one forward and one backward pass: every number, and how it came about."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np

from backprop.engine.activations import ACTIVATIONS, Array
from backprop.engine.backward import NABLA_X
from backprop.engine.network import Network
from backprop.engine.quantity import Quantity
from backprop.engine.step import Step
from backprop.engine.validation import check_one_of


@dataclass(frozen=True, eq=False)
class Trace:
    """What ``run`` computed, keyed by the book's layer numbers.

    z, sigma_prime, delta (n_l, m) and nabla_b (n_l, 1), nabla_w (n_l, n_(l-1)) exist for l = 2..L;
    a for l = 1..L, a[1] being x; nabla_a has the shape (n_L, m). A network without biases has no
    nabla_b. cost, nabla_b and nabla_w are means over the m examples, or sums where its reduction is
    one; nabla_x (n_1, m) is computed when it is asked for. All arrays are read-only.
    """

    network: Network
    x: Array
    y: Array
    z: Mapping[int, Array]
    a: Mapping[int, Array]
    sigma_prime: Mapping[int, Array]
    nabla_a: Array
    delta: Mapping[int, Array]
    nabla_b: Mapping[int, Array]
    nabla_w: Mapping[int, Array]
    cost: float
    steps: tuple[Step, ...]
    """The steps of the computation itself: one matrix equation each."""

    @property
    def nabla_x(self) -> Array:
        """The gradient of each example's own cost by its inputs, (w^2)^T delta^2: one column each.

        It may be infinite where w delta is beyond what a float64 holds.
        """
        return self._input_step.result

    @cached_property
    def _input_step(self) -> Step:
        operands = {"w_next": self.network.w[2], "delta_next": self.delta[2]}
        with np.errstate(all="ignore"):
            result = np.asarray(NABLA_X.formula(**operands))
        result.setflags(write=False)
        return Step(NABLA_X, 1, MappingProxyType(operands), result)

    def value(self, quantity: Quantity) -> Array:
        """The numbers at an address, one per example; C and its gradients by w and b have just one.

        For a whole array, the array. Raises ValueError for an address outside this network.
        """
        self.network.check_has(quantity)
        if quantity.symbol == "C":
            return np.array(self.cost)
        return self.arrays(quantity.symbol)[quantity.l][quantity.index]

    def check_is_of_one(self, what: str) -> None:
        """Raise ValueError, which says ``what`` is of one example only, for a trace of several."""
        m = self.x.shape[1]
        if m != 1:
            raise ValueError(f"{what} must be of one example; got {m}")

    def arrays(self, symbol: str) -> Mapping[int, Array]:
        """All arrays of one symbol by layer, the given ones (w, b, x as a^1, y) too.

        Raises ValueError for another symbol, and for C, which is no array.
        """
        L = self.network.L
        biases = self.network.b if self.network.has_biases else {}
        every: dict[str, Mapping[int, Array]] = {
            "w": self.network.w, "b": biases, "z": self.z, "a": self.a, "y": {L: self.y},
            "nabla_a": {L: self.nabla_a}, "sigma_prime": self.sigma_prime, "delta": self.delta,
            "nabla_b": self.nabla_b, "nabla_w": self.nabla_w, "nabla_x": {1: self.nabla_x},
        }  # fmt: skip
        check_one_of("symbol", symbol, every)
        return every[symbol]

    def step_of(self, quantity: Quantity) -> tuple[int, Step] | None:
        """The matrix step that computed a number or its array, and which it is, counted from 1.

        None for what is given; for nabla_x, which no step computes, its equation and the step of
        delta^2. Raises ValueError for an address outside this network.
        """
        self.network.check_has(quantity)
        return self._births.get(quantity.whole)

    def maker(self, quantity: Quantity) -> Step:
        """The matrix step that computed a number or its array.

        Raises ValueError for what is given, and for an address outside this network.
        """
        found = self.step_of(quantity)
        if not found:
            raise ValueError(f"{quantity.text} is given: no step computes it")
        return found[1]

    @cached_property
    def endless(self) -> frozenset[Quantity]:
        """Activations and slopes with endless digits, though a float64 may have 1 for sigma(40).

        Those of sigmoid and tanh neurons are, but at z = 0.
        """
        return frozenset(
            Quantity(symbol, l, j + 1)
            for l, z in self.z.items()
            if not ACTIVATIONS[self.network.activation[l]].straight
            for j in np.flatnonzero(np.any(z != 0, axis=1)).tolist()
            for symbol in ("a", "sigma_prime")
        )

    @cached_property
    def _births(self) -> dict[Quantity, tuple[int, Step]]:
        found = {step.quantity: (n, step) for n, step in enumerate(self.steps, start=1)}
        return found | {Quantity("nabla_x", 1): (found[Quantity("delta", 2)][0], self._input_step)}

    @cached_property
    def neuron_steps(self) -> tuple[Step, ...]:
        """The same steps in the same order, taken apart: one component equation each."""
        return tuple(part for step in self.steps for part in components(step))

    def at(self, level: str) -> tuple[Step, ...]:
        """The steps at the level "layer" or "neuron". Raises ValueError for another level."""
        check_one_of("level", level, ("layer", "neuron"))
        return self.steps if level == "layer" else self.neuron_steps


def components(step: Step) -> list[Step]:
    """A matrix step as its component steps, neuron by neuron; the cost stays one step."""
    equation = step.equation.component
    assert equation is not None, f"{step.equation.name} has no component form"
    if equation.symbol == "C":
        return [Step(equation, step.l, step.operands, step.result)]
    return [_component(step, j) for j in range(1, len(step.result) + 1)]


def _component(step: Step, j: int) -> Step:
    equation = step.equation.component
    assert equation is not None
    indices = {ref.name: ref.indices for ref in equation.refs}
    operands = {name: entries(step.operands[name], indices[name], j) for name in equation.operands}
    result = np.asarray(equation.formula(**operands))
    result.setflags(write=False)
    return Step(equation, step.l, MappingProxyType(operands), result, j)


def entries(array: Array, indices: str, j: int) -> Array:
    """What neuron j uses of an operand that its equation writes with these indices."""
    if indices in ("j", "jk"):
        return array[j - 1]
    return array[:, j - 1] if indices == "kj" else array
