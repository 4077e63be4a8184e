"""The four equations of the chapter, as one network's backward pass has them.

They are BP1a, BP2, BP3 and BP4. With the quadratic cost BP1a is equation (30), with the
cross-entropy of sigmoids its slope cancels, and without a hidden layer there is no BP2.
"""

from dataclasses import replace

from backprop.engine.activations import Array
from backprop.engine.backward import BP1, BP1A_QUADRATIC, BP2, BP3, BP4
from backprop.engine.equation import Equation
from backprop.engine.network import Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.provenance import equation_of
from backprop.engine.quantity import Quantity


def error_of_quadratic(a: Array, y: Array, sigma_prime: Array) -> Array:
    return (a - y) * sigma_prime


EQUATION_30 = replace(
    BP1A_QUADRATIC,
    numbers=("30", "BP1a"),
    template=r"<delta> = \left( <a> - <y> \right) \odot <sigma_prime>",
    formula=error_of_quadratic,
    component=replace(
        BP1,
        template=r"<delta j> = \left( <a j> - <y j> \right) \, <sigma_prime j>",
        formula=error_of_quadratic,
    ),
)
"""BP1a with the quadratic cost's own gradient put in."""

EQUATIONS = {equation.name: equation for equation in (EQUATION_30, BP2, BP3, BP4)}
"""The four by name, for the quadratic cost."""


def four_equations(network: Network) -> dict[str, Equation]:
    """The equations of this network's backward pass by name.

    There is no BP2 without a hidden layer, and no BP3 without biases.
    """
    last = pair_of(network).error
    every = EQUATIONS if last is BP1A_QUADRATIC else {**EQUATIONS, last.name: last}
    held = {name: equation for name, equation in every.items() if layers_of(name, network.L)}
    if not network.has_biases:
        del held[BP3.name]
    return held


def layers_of(equation: str, L: int) -> range:
    """The layers for which one of the four equations holds: BP1a, BP2, BP3 or BP4."""
    return {"BP1a": range(L, L + 1), "BP2": range(2, L)}.get(equation, range(2, L + 1))


def uses_slope(network: Network, l: int) -> bool:
    """Whether delta^l is computed with sigma'(z^l), or as a - y, where the slope cancels.

    Raises ValueError for a layer outside this network.
    """
    equation = equation_of(Quantity("delta", l), network)
    return equation is not None and "sigma_prime" in equation.operands
