"""The network with another function f at one neuron: a^l_j = f(z^l_j), all else as it was.

The algorithm stays the same but for that neuron: f takes the place of sigma on the way forward,
and f' that of sigma' where its error is made (BP1 or BP2). At an output the slope does not cancel
from the cost's gradient any more, so that BP1 is used as it stands.
"""

from collections.abc import Callable

import numpy as np

from backprop.engine import Trace
from backprop.engine.activations import ACTIVATIONS, Activation, Array, sigmoid
from backprop.engine.other_functions import Of, differences_with, run_with
from backprop.engine.output_pairs import OutputPair, output_pair, pair_of

EPS = 1e-5
"""How far a weight or a bias is moved, both ways, to see what the cost does."""


def square(z: Array) -> Array:
    return z**2


def twice(z: Array) -> Array:
    return 2 * z


def bell(z: Array) -> Array:
    return np.exp(-(z**2))


def bell_prime(z: Array) -> Array:
    return -2 * z * np.exp(-(z**2))


def softplus(z: Array) -> Array:
    return np.logaddexp(0, z)


_ENDS = (0.0, 0.0)  # not asked for: nothing is said here of far away
OWN = {
    one.name: one
    for one in (
        Activation("sine", np.sin, np.cos, r"\sin z", r"\cos z", _ENDS),
        Activation("square", square, twice, "z^2", "2 z", _ENDS),
        Activation("bell", bell, bell_prime, "e^{-z^2}", "-2 z e^{-z^2}", _ENDS),
        Activation("softplus", softplus, sigmoid, r"\ln (1 + e^z)", r"\frac{1}{1+e^{-z}}", _ENDS),
    )
}
"""Functions that no layer of a lesson has, by name: the exercise asks for any f."""
OF_FEW_DIGITS = {"square"}
"""Those of which a number with few digits has a value with few."""


def functions(other_than: str) -> dict[str, Activation]:
    """All functions to choose from: the own ones, and the activations but the neuron's present."""
    return OWN | {name: one for name, one in ACTIVATIONS.items() if name != other_than}


def with_function(trace: Trace, l: int, j: int, f: Activation, forget: bool = False) -> Trace:
    """The trace of one example with f at neuron j of layer l; it has no steps.

    With ``forget`` the slope there stays sigma', the slip that the exercise warns of. Raises
    ValueError where the cost cannot take the outputs, and where a number is no longer finite.
    """
    sigma = {m: ACTIVATIONS[name] for m, name in trace.network.activation.items()}

    def old_slope(m: int, z: Array) -> Array:
        return sigma[m].derivative(z)

    slope = old_slope if forget else _at(l, j, f.derivative, old_slope)
    return run_with(trace, _value(trace, l, j, f), slope, _pair(trace, l))


def differences(trace: Trace, l: int, j: int, f: Activation) -> dict[str, Array]:
    """The gradient of that network by w[l] and b[l], from the cost alone, each moved by EPS.

    It has the arrays by "w" and "b". Raises ValueError where the cost cannot be taken.
    """
    return differences_with(trace, _value(trace, l, j, f), _pair(trace, l), l, EPS)


def _value(trace: Trace, l: int, j: int, f: Activation) -> Of:
    sigma = {m: ACTIVATIONS[name] for m, name in trace.network.activation.items()}
    return _at(l, j, f.value, lambda m, z: sigma[m].value(z))


def _pair(trace: Trace, l: int) -> OutputPair:
    """With f at an output nothing cancels: the equations that hold for any activation."""
    return output_pair(trace.network.cost) if l == trace.network.L else pair_of(trace.network)


def _at(l: int, j: int, f: Callable[[Array], Array], plain: Of) -> Of:
    """The same but at neuron j of layer l, where it is f."""

    def changed(m: int, z: Array) -> Array:
        found = plain(m, z)
        if m == l:
            found[j - 1] = f(z[j - 1])
        return found

    return changed
