"""How long a gradient takes in NumPy, both ways: the equations of the engine, without records."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.algorithm import pick
from backprop.engine.backward import BP2, BP3, BP4
from backprop.engine.forward import Z_WITHOUT_BIAS, Z, activation, slope
from backprop.engine.network import Network
from backprop.engine.operations import Operations, operations
from backprop.engine.output_pairs import pair_of
from backprop.engine.timing import Timing, timed

SECONDS = 0.2
"""How long one network is measured, about."""
SHARE = 0.005
"""A call by differences takes so many seconds at most: of a large network only some passes. What
takes longer is interrupted more often by others, and would look slower than it is."""
EPS = 1e-5

Layers = dict[int, Array]


@dataclass(frozen=True)
class Measured:
    """The times of one network: a forward pass, a forward and a backward pass, the differences.

    ``moved`` counts the forward passes that ``differences`` really took; all are P + 1. ``biases``
    says whether the network has any.
    """

    sizes: tuple[int, ...]
    forward: Timing
    both: Timing
    differences: Timing
    moved: int
    biases: bool = True

    @property
    def counted(self) -> Operations:
        """The multiplications of both ways."""
        return operations(self.sizes, self.biases)

    @property
    def parameters(self) -> int:
        """P, the number of weights and biases."""
        return self.counted.parameters

    @property
    def complete(self) -> bool:
        """Whether all P + 1 passes were taken, and nothing is worked out from some of them."""
        return self.moved == self.parameters + 1

    @property
    def all_differences(self) -> Timing:
        """The time of all P + 1 forward passes, of some of them worked out for all."""
        share, some = (self.parameters + 1) / self.moved, self.differences
        return Timing(some.median * share, some.low * share, some.high * share, some.rounds)

    @property
    def backward_share(self) -> float:
        """How many forward passes a backward pass takes, in time."""
        return max(0.0, self.both.median - self.forward.median) / self.forward.median


def example(sizes: tuple[int, ...], biases: str = "learn") -> tuple[Network, Array, Array]:
    """A network of these sizes with an example, to be measured: x (n_1, 1) and y (n_L, 1)."""
    network = Network.random(sizes, spread=1 / np.sqrt(max(sizes)), biases=biases)
    return network, np.full((sizes[0], 1), 0.5), np.zeros((sizes[-1], 1))


def measure(network: Network, x: Array, y: Array, seconds: float = SECONDS) -> Measured:
    """The times of this network for the examples x (n_1, m) and y (n_L, m)."""
    w = {l: array.copy() for l, array in network.w.items()}
    b = {l: array.copy() for l, array in network.b.items() if network.has_biases}
    once = timed({"": lambda: cost_of(network, w, b, x, y)}, seconds=0, least=5)[""].low
    every = operations(network.sizes, network.has_biases).parameters + 1
    passes = min(every, max(2, int(SHARE / once)))
    with np.errstate(all="ignore"):
        found = timed(
            {
                "forward": lambda: cost_of(network, w, b, x, y),
                "both": lambda: gradients(network, w, b, x, y),
                "differences": lambda: differences(network, w, b, x, y, passes),
            },
            seconds,
        )
    times = found["forward"], found["both"], found["differences"]
    return Measured(network.sizes, *times, passes, network.has_biases)


def cost_of(
    network: Network, w: Mapping[int, Array], b: Mapping[int, Array], x: Array, y: Array
) -> float:
    """C of the network with these weights and biases, b {} for none: one forward pass."""
    z, a = _forward(network, w, b, x)
    return _cost(network, z, a, y)


def gradients(
    network: Network, w: Mapping[int, Array], b: Mapping[int, Array], x: Array, y: Array
) -> tuple[Layers, Layers]:
    """dC/dw and dC/db by layer: one forward and one backward pass."""
    z, a = _forward(network, w, b, x)
    L, pair = network.L, pair_of(network)
    _cost(network, z, a, y)
    operands = {"a": a[L], "z": z[L], "y": y}
    operands["nabla_a"] = pair.gradient.formula(**pick(operands, pair.gradient))
    operands["sigma_prime"] = slope(network.activation[L]).formula(z=z[L])
    delta = {L: pair.error.formula(**pick(operands, pair.error))}
    for l in range(L - 1, 1, -1):
        sigma_prime = slope(network.activation[l]).formula(z=z[l])
        delta[l] = BP2.formula(w_next=w[l + 1], delta_next=delta[l + 1], sigma_prime=sigma_prime)
    bp3, bp4 = (one.over(x.shape[1], network.reduction).formula for one in (BP3, BP4))
    nabla_b = {l: bp3(delta=delta[l]) for l in b}
    nabla_w = {l: bp4(delta=delta[l], a_prev=a[l - 1]) for l in delta}
    return nabla_w, nabla_b


def differences(
    network: Network, w: Layers, b: Layers, x: Array, y: Array, passes: int
) -> list[float]:
    """(C(w + eps) - C(w)) / eps by the first weights and biases, with so many forward passes.

    The arrays are changed on the way, and are at the end what they were.
    """
    cost = cost_of(network, w, b, x, y)
    found: list[float] = []
    for array in (*w.values(), *b.values()):
        for place in range(array.size):
            if len(found) == passes - 1:
                return found
            kept = array.flat[place]
            array.flat[place] = kept + EPS
            found.append((cost_of(network, w, b, x, y) - cost) / EPS)
            array.flat[place] = kept
    return found


def _forward(
    network: Network, w: Mapping[int, Array], b: Mapping[int, Array], x: Array
) -> tuple[Layers, Layers]:
    z: Layers = {}
    a = {1: x}
    for l in range(2, network.L + 1):
        if b:
            z[l] = Z.formula(w=w[l], a_prev=a[l - 1], b=b[l])
        else:
            z[l] = Z_WITHOUT_BIAS.formula(w=w[l], a_prev=a[l - 1])
        a[l] = activation(network.activation[l]).formula(z=z[l])
    return z, a


def _cost(network: Network, z: Layers, a: Layers, y: Array) -> float:
    cost = pair_of(network).cost.over(y.shape[1], network.reduction)
    return float(cost.formula(**pick({"a": a[network.L], "z": z[network.L], "y": y}, cost)))
