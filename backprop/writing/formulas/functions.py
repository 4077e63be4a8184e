"""The activation function behind a step, spelled out: what sigma and sigma' mean here.

The equations of the book say sigma; a step has one particular activation, and its own LaTeX in z is
turned here into a template about this neuron's z.
"""

import re

import numpy as np

from backprop.engine import ACTIVATIONS, Activation, Equation, Network, Step

_Z = re.compile(r"(?<![\\a-zA-Z])z(?![a-zA-Z])")
_CASES = re.compile(r"(?P<yes>.*?) *\\text\{ if \} *z > 0 *\\text\{ else \} *(?P<no>.*)")


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


def spelled_out(equation: Equation) -> str:
    """The template of an equation; where it would only say sigma'(z) = sigma'(z), what that is."""
    if equation.symbol != "sigma_prime":
        return equation.template
    right = _activation(equation).derivative_latex
    if not equation.result_indices:
        right = right.replace(r")\,(", r") \odot (")
    return f"{_left(equation)} = {_about_z(right, equation)}"


def numbers_template(step: Step, j: int) -> str:
    """The component template into which the numbers go, sigma and its slope worked out.

    A function with two cases is written as the one that holds for this neuron, and why, after a
    \\quad where the case is all there is.
    """
    equation = step.equation.component or step.equation
    value = equation.symbol == "a"
    if not value and equation.symbol != "sigma_prime":
        return equation.template
    activation = _activation(equation)
    right = activation.latex if value else activation.derivative_latex
    cases = _CASES.fullmatch(right)
    if cases:
        z = step.operands["z"] if step.j else step.operands["z"][j - 1]
        on = float(np.ravel(z)[0]) > 0
        right = cases["yes" if on else "no"]
        if not value:
            right += r" \quad (z > 0)" if on else r" \quad (z \le 0)"
    elif value and r"\frac" in right:
        right = rf"\sigma(z) = {right}"
    return f"{_left(equation)} = {_about_z(right, equation)}"


def _left(equation: Equation) -> str:
    return equation.template.split("=", 1)[0].strip()


def _about_z(latex: str, equation: Equation) -> str:
    indices = equation.result_indices
    return _Z.sub(f"<z {indices}>" if indices else "<z>", latex)


def _activation(equation: Equation) -> Activation:
    for activation in ACTIVATIONS.values():
        applied = activation.value if equation.symbol == "a" else activation.derivative
        if equation.formula is applied:
            return activation
    raise ValueError(f"{equation.name} must apply an activation function")
