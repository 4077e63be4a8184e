"""The network on its way to a linear one: sigma becomes a = z, share by share.

At the share s every neuron has a = (1 - s) sigma(z) + s z, with the slope (1 - s) sigma'(z) + s. At
s = 1 every slope is 1, so BP1 and BP2 lose their sigma', and all layers come to one matrix:
a^L = W x + B with W = w^L ... w^2; without biases B is 0.
"""

from dataclasses import dataclass, replace

import numpy as np

from backprop.engine import ACTIVATIONS, COSTS, Trace
from backprop.engine.activations import Array
from backprop.engine.costs import cost_of_any_output
from backprop.engine.network import Network
from backprop.engine.other_functions import run_with
from backprop.engine.output_pairs import output_pair


@dataclass(frozen=True, eq=False)
class OneMatrix:
    """What a linear network comes to: W of shape (n_L, n_1) and B of shape (n_L, 1)."""

    W: Array
    B: Array


def cost_that_fits(name: str) -> str:
    """The cost of that name, or another where it cannot take all that a linear neuron gives."""
    return cost_of_any_output() if COSTS[name].range else name


def towards_linear(trace: Trace, shares: Array) -> tuple[Trace, ...]:
    """The traces at these shares between 0 and 1, without steps, with a cost that fits.

    They end before the first share at which a number is no longer finite.
    """
    network = trace.network
    cost = cost_that_fits(network.cost)
    kind = network.activation, cost, network.reduction, network.biases
    here = replace(trace, network=Network(network.w, network.b, *kind))
    found = []
    for share in shares.tolist():
        try:
            found.append(_at(here, share))
        except ValueError:
            break
    return tuple(found)


def _at(trace: Trace, share: float) -> Trace:
    sigma = {l: ACTIVATIONS[name] for l, name in trace.network.activation.items()}

    def value(l: int, z: Array) -> Array:
        return (1 - share) * sigma[l].value(z) + share * z

    def slope(l: int, z: Array) -> Array:
        return (1 - share) * sigma[l].derivative(z) + share

    return run_with(trace, value, slope, output_pair(trace.network.cost))


def is_linear(network: Network) -> bool:
    """Whether all its neurons are linear already."""
    return all(ACTIVATIONS[name].is_identity for name in network.activation.values())


def one_matrix(network: Network) -> OneMatrix:
    """All layers of the network as one, if its neurons are linear."""
    W, B = np.eye(network.sizes[0]), np.zeros((network.sizes[0], 1))
    for l in network.w:
        W, B = network.w[l] @ W, network.w[l] @ B + network.b[l]
    return OneMatrix(W, B)


def linear_activation() -> str:
    """The name of the activation a = z."""
    return next(name for name, one in ACTIVATIONS.items() if one.is_identity)
