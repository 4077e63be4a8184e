"""The activation function behind a step, spelled out: what sigma and sigma' mean here.

The equations of the book say sigma; a step has one particular activation, and its own LaTeX in z is
turned here into a tree about this neuron's z.
"""

from functools import cache

import numpy as np

from backprop.engine import ACTIVATIONS, Activation, Equation, Network, Step
from backprop.engine.template import (
    Apply,
    Cases,
    Equals,
    Fraction,
    Group,
    Hadamard,
    Letter,
    Node,
    Product,
    Ref,
    Relation,
)
from backprop.engine.template_reading import read
from backprop.engine.template_walking import edited


def function(step: Step, network: Network) -> str:
    """The function that a step applies, for instance \\sigma(z) = \\frac{1}{1+e^{-z}}.

    Empty for a step that applies none.
    """
    name = network.activation[step.l]
    if step.equation.symbol == "a":
        return rf"\sigma(z) = {ACTIVATIONS[name].latex}"
    if step.equation.symbol == "sigma_prime":
        return rf"\sigma'(z) = {ACTIVATIONS[name].derivative_latex}"
    return ""


def spelled_out(equation: Equation) -> Node:
    """The right-hand side; where it would only say sigma'(z) = sigma'(z), what that is."""
    if equation.symbol != "sigma_prime":
        return equation.right
    return _about_z(_activation(equation).derivative_latex, equation.result_indices)


def numbers_tree(step: Step, j: int) -> tuple[Node, Node | None]:
    """The component's right-hand side for the numbers, sigma and its slope worked out.

    A function with two cases is written as the one that holds for this neuron, and why, where the
    case is all there is.
    """
    equation = step.equation.component or step.equation
    value = equation.symbol == "a"
    if not value and equation.symbol != "sigma_prime":
        return equation.right, None
    activation, indices = _activation(equation), equation.result_indices
    right = _about_z(activation.latex if value else activation.derivative_latex, indices)
    if isinstance(right, Cases):
        z = step.operands["z"] if step.j else step.operands["z"][j - 1]
        return _case(right, float(np.ravel(z)[0]) > 0, why=not value)
    if value and isinstance(right, Fraction):
        return Equals(Apply(r"\sigma", Group(Ref("z", indices))), right), None
    return right, None


def _case(cases: Cases, holds: bool, why: bool) -> tuple[Node, Node | None]:
    condition = cases.condition
    if not holds and isinstance(condition, Relation):
        condition = Relation(condition.left, condition.right, r" \le ")
    return cases.yes if holds else cases.no, Group(condition) if why else None


@cache
def _about_z(latex: str, indices: str) -> Node:
    """A function of z as one of this neuron's z; without indices, of the whole vector."""
    tree = read(latex)
    if not indices and isinstance(tree, Product):
        tree = Hadamard(tree.left, tree.right)
    return edited(tree, lambda node: Ref("z", indices) if node == Letter("z") else node)


def _activation(equation: Equation) -> Activation:
    for activation in ACTIVATIONS.values():
        applied = activation.value if equation.symbol == "a" else activation.derivative
        if equation.formula is applied:
            return activation
    raise ValueError(f"{equation.name} must apply an activation function")
