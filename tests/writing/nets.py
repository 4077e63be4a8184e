"""Random small networks with one example, as the explorer steps them."""

from collections.abc import Iterator

import numpy as np
from hypothesis import strategies as st

from backprop import ACTIVATIONS, COSTS, Network, Step, Trace, run


def trace_of(sizes: list[int], names: list[str], cost: str, seed: int) -> Trace:
    """A trace with these activations, the last one sigmoid where the cost asks for it.

    The numbers are small: where a sigmoid is saturated, 1 - sigma(z) cannot be worked out as it is
    written.
    """
    if cost == "cross-entropy":
        names = [*names[:-1], "sigmoid"]
    rng = np.random.default_rng(seed)
    network = Network.random(sizes, dict(enumerate(names, start=2)), cost, seed, spread=0.5)
    return run(network, rng.uniform(-1, 1, sizes[0]), rng.uniform(0, 1, sizes[-1]))


def every_kind() -> Iterator[Trace]:
    """3-4-2 with every activation and cost, the cross-entropy of linear outputs too."""
    for cost in COSTS:
        for name in ACTIVATIONS:
            yield trace_of([3, 4, 2], [name, name], cost, seed=1)
    w = {2: np.full((4, 3), 0.1), 3: np.full((2, 4), 0.2)}
    b = {2: [0.1, -0.2, 0.3, -0.4], 3: [0.3, 0.4]}
    network = Network(w, b, {2: "tanh", 3: "linear"}, "cross-entropy")
    yield run(network, [0.5, 0.6, -0.7], [0.2, 1])


def every_step() -> Iterator[tuple[Trace, Step]]:
    """All steps of all these networks, at both levels."""
    for trace in every_kind():
        for level in ("layer", "neuron"):
            for step in trace.at(level):
                yield trace, step


@st.composite
def traces(draw: st.DrawFn) -> Trace:
    """Two to four layers of one to five neurons."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=4))
    layers = len(sizes) - 1
    names = draw(st.lists(st.sampled_from([*ACTIVATIONS]), min_size=layers, max_size=layers))
    return trace_of(sizes, names, draw(st.sampled_from([*COSTS])), draw(st.integers(0, 10**6)))
