"""The activation function behind a step, spelled out: what sigma and sigma' mean here.

The equations of the book say sigma; a step has one particular activation, and its own LaTeX in z is
turned here into a template about this neuron's z.
"""

import re

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
        right = right.replace(r"\,", r" \odot ") if right.count("(") > 1 else right
    return f"{_left(equation)} = {_about_z(right, equation)}"


def worked_out(equation: Equation, z: float) -> str:
    """The template into which numbers go, for an activation or a slope at this z.

    A function with two cases is written as the one that holds, and why.
    """
    activation = _activation(equation)
    value = equation.symbol == "a"
    right = activation.latex if value else activation.derivative_latex
    cases = _CASES.fullmatch(right)
    if cases:
        sign = ">" if z > 0 else r"\le"
        right = cases["yes" if z > 0 else "no"]
        reason = rf"\quad ({_about_z('z', equation)} {sign} 0)"
        if not value:
            return f"{_left(equation)} = {right} {reason}"
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
        if equation.formula in (activation.value, activation.derivative):
            return activation
    raise ValueError(f"{equation.name} must apply an activation function")
