"""The equations of the forward pass: from the activations of one layer to those of the next.

The matrix equations work on all m examples at once, one column each. Their components give one
neuron j: w is then its row of weights, b its bias, and z its weighted input.
"""

from dataclasses import replace
from functools import cache

import numpy as np

from backprop.engine.activations import ACTIVATIONS, Activation, Array
from backprop.engine.equation import Equation
from backprop.engine.network import Network


def weighted_input(w: Array, a_prev: Array, b: Array) -> Array:
    return w @ a_prev + b


def weighted_input_j(w: Array, a_prev: Array, b: Array) -> Array:
    return sum(w[k] * a_prev[k] for k in range(len(w))) + b


def weighted_input_without_bias(w: Array, a_prev: Array) -> Array:
    return w @ a_prev


def weighted_input_without_bias_j(w: Array, a_prev: Array) -> Array:
    return np.asarray(sum(w[k] * a_prev[k] for k in range(len(w))))


_Z_J = Equation(
    name="weighted input",
    title="One neuron's weighted input",
    symbol="z",
    numbers=("23",),
    template="<z j> = [k| <w jk> <a_prev k> |] + <b j>",
    formula=weighted_input_j,
)
Z = Equation(
    name="weighted input",
    title="The weighted input",
    symbol="z",
    numbers=("25",),
    template="<z> = <w> <a_prev> + <b>",
    formula=weighted_input,
    component=_Z_J,
)

Z_WITHOUT_BIAS = replace(
    Z,
    template="<z> = <w> <a_prev>",
    formula=weighted_input_without_bias,
    component=replace(
        _Z_J,
        template="<z j> = [k| <w jk> <a_prev k> |]",
        formula=weighted_input_without_bias_j,
    ),
)

_A = Equation("activation", "The activation", "a", ("25",), r"<a> = \sigma(<z>)", np.asarray)
_A_J = replace(
    _A,
    title="One neuron's activation",
    numbers=("23",),
    template=r"<a j> = \sigma(<z j>)",
)
_SLOPE = Equation(
    "sigma_prime",
    "The slope of the activation",
    "sigma_prime",
    (),
    r"<sigma_prime> = \sigma'(<z>)",
    np.asarray,
)
_SLOPE_J = replace(
    _SLOPE,
    title="One neuron's slope",
    template=r"<sigma_prime j> = \sigma'(<z j>)",
)


def weighted_input_of(network: Network) -> Equation:
    """z^l = w^l a^(l-1) + b^l, or without b^l where the network has no biases."""
    return Z if network.has_biases else Z_WITHOUT_BIAS


def activation(name: str) -> Equation:
    """a^l = sigma(z^l), for the activation sigma with this name."""
    return _activation(ACTIVATIONS[name])


def slope(name: str) -> Equation:
    """sigma'(z^l), for the activation sigma with this name."""
    return _slope(ACTIVATIONS[name])


@cache
def _activation(sigma: Activation) -> Equation:
    return replace(_A, formula=sigma.value, component=replace(_A_J, formula=sigma.value))


@cache
def _slope(sigma: Activation) -> Equation:
    component = replace(_SLOPE_J, formula=sigma.derivative)
    return replace(_SLOPE, formula=sigma.derivative, component=component)
