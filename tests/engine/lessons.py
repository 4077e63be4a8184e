"""Random small networks with examples, for hypothesis and for parameters."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st

from backprop import ACTIVATIONS, COSTS, Network, Quantity, Trace, run
from backprop.engine.activations import Array


class Lesson(NamedTuple):
    network: Network
    x: Array
    y: Array

    def run(self) -> Trace:
        return run(*self)


def lesson(
    sizes: list[int],
    names: list[str],
    cost: str,
    m: int,
    seed: int,
    reduction: str = "mean",
    biases: str = "learn",
) -> Lesson:
    """A network with these activations, the last one sigmoid where the cost asks for it."""
    if cost == "cross-entropy":
        names = [*names[:-1], "sigmoid"]
    rng = np.random.default_rng(seed)
    kind = dict(enumerate(names, start=2)), cost, seed, 1.0, reduction, biases
    network = Network.random(sizes, *kind)
    return Lesson(network, rng.normal(0, 1, (sizes[0], m)), rng.uniform(0, 1, (sizes[-1], m)))


def lesson_342(output: str, cost: str, m: int) -> Lesson:
    """A 3-4-2 network whose outputs have this activation and stay between 0.3 and 0.7."""
    _, x, y = lesson([3, 4, 2], ["sigmoid", "sigmoid"], cost, m, seed=1)
    hidden = Network.random([3, 4], seed=1)
    w: dict[int, npt.ArrayLike] = {
        2: hidden.w[2],
        3: [[0.05, -0.04, 0.03, 0.02], [-0.01, 0.02, 0.04, 0.05]],
    }
    b: dict[int, npt.ArrayLike] = {2: hidden.b[2], 3: [0.5, 0.4]}
    return Lesson(Network(w, b, {2: "sigmoid", 3: output}, cost), x, y)


@st.composite
def lessons(draw: st.DrawFn) -> Lesson:
    """Two to five layers of one to five neurons, one to three examples."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=5))
    layers = len(sizes) - 1
    names = draw(st.lists(st.sampled_from([*ACTIVATIONS]), min_size=layers, max_size=layers))
    cost = draw(st.sampled_from([*COSTS]))
    m, seed = draw(st.integers(1, 3)), draw(st.integers(0, 2**32 - 1))
    reduction = draw(st.sampled_from(["mean", "sum"]))
    biases = draw(st.sampled_from(["learn", "fixed", "none"]))
    return lesson(sizes, names, cost, m, seed, reduction, biases)


def entries(trace: Trace) -> list[Quantity]:
    """The address of every single number of a trace, given or computed."""
    L, sizes = trace.network.L, trace.network.sizes
    found = [Quantity("C")]
    for l in range(1, L + 1):
        symbols = ["a", "nabla_x"] if l == 1 else ["a", "z", "sigma_prime", "delta"]
        symbols += ["b", "nabla_b"] if l > 1 and trace.network.has_biases else []
        symbols += ["y", "nabla_a"] if l == L else []
        found += [Quantity(s, l, j) for s in symbols for j in range(1, sizes[l - 1] + 1)]
    for l in range(2, L + 1):
        found += [
            Quantity(s, l, j, k)
            for s in ("w", "nabla_w")
            for j in range(1, sizes[l - 1] + 1)
            for k in range(1, sizes[l - 2] + 1)
        ]
    return found
