"""What the record costs: a run of the engine against plain NumPy that keeps nothing.

Both run in this process, by turns, so that whatever else the machine does is shared by both; it is
the processor's time that counts, not the time spent waiting for it.
"""

from collections.abc import Callable, Iterator
from time import process_time_ns

import numpy as np

from backprop import Network, run
from backprop.engine.activations import Array
from tests.benchmarks.table import Row, median

NETWORKS = {"3-4-2": [3, 4, 2], "eight layers of 8": [8] * 8, "2-3-1": [2, 3, 1]}
TARGETS = {"3-4-2": 150, "eight layers of 8": 1000}
REPEATS, RUNS = 400, 10

Gradients = tuple[list[Array], list[Array]]


def plain(w: list[Array], b: list[Array], x: Array, y: Array) -> Gradients:
    """Forward and backward for sigmoids and the quadratic cost, as one would write it by hand."""
    a = [x]
    for weights, biases in zip(w, b, strict=True):
        a.append(1 / (1 + np.exp(-(weights @ a[-1] + biases))))
    delta = (a[-1] - y) * a[-1] * (1 - a[-1])
    nabla_w, nabla_b = [delta @ a[-2].T], [delta]
    for l in range(len(w) - 1, 0, -1):
        delta = (w[l].T @ delta) * a[l] * (1 - a[l])
        nabla_w.append(delta @ a[l - 1].T)
        nabla_b.append(delta)
    return nabla_w[::-1], nabla_b[::-1]


def microseconds(function: Callable[[], object]) -> float:
    """The time of one call, over RUNS of them."""
    start = process_time_ns()
    for _ in range(RUNS):
        function()
    return (process_time_ns() - start) / RUNS / 1000


def compare(sizes: list[int]) -> tuple[list[float], list[float]]:
    """Microseconds of the engine and of plain NumPy in each repeat, on the same numbers."""
    network = Network.random(sizes)
    rng = np.random.default_rng(1)
    x, y = rng.normal(0, 1, (sizes[0], 1)), rng.uniform(0, 1, (sizes[-1], 1))
    w, b = [*network.w.values()], [*network.b.values()]

    trace = run(network, x, y)
    nabla_w, nabla_b = plain(w, b, x, y)
    for l in range(2, network.L + 1):
        np.testing.assert_allclose(trace.nabla_w[l], nabla_w[l - 2], rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(trace.nabla_b[l], nabla_b[l - 2], rtol=1e-9, atol=1e-12)

    engine, by_hand = [], []
    for _ in range(REPEATS):
        engine.append(microseconds(lambda: run(network, x, y)))
        by_hand.append(microseconds(lambda: plain(w, b, x, y)))
    return engine, by_hand


def rows() -> Iterator[Row]:
    """For each network its median and its least time, beside plain NumPy's."""
    for name, sizes in NETWORKS.items():
        engine, by_hand = compare(sizes)
        target = TARGETS.get(name)
        yield Row(f"{name}, median", median(engine), "µs", median(by_hand), target)
        yield Row(f"{name}, least", min(engine), "µs", min(by_hand))
