"""Every weight, bias and error against central differences of a cost written independently."""

from itertools import count, cycle, islice, product

import numpy as np
import pytest

from backprop import ACTIVATIONS, COSTS, Network, run
from backprop.engine.activations import Array
from tests.ideas.mean.plain_cost import NO_NUDGE, Nudge, forward, mean_cost, plain

EPS, RTOL, ATOL = 1e-5, 1e-6, 1e-9
MARGIN = 1e-3  # how far from the kink of relu a weighted input has to be

SIZES = [(1, 1), (2, 3, 1), (3, 4, 2), (3, 4, 3, 2), (5, 1, 4), (2, 2, 2, 2, 2)]
MIXED = ["tanh relu sigmoid linear", "leaky-relu sigmoid tanh", "sigmoid linear relu"]
EXAMPLES = [(1, 1), (3, 2)]  # how many, and the seed that draws them
CASES = [
    (sizes, names, cost, m, seed)
    for sizes, names, cost, (m, seed) in product(SIZES, [*ACTIVATIONS, *MIXED], COSTS, EXAMPLES)
]


class Example:
    """A network as loose arrays, which a test can change, and its examples."""

    def __init__(self, sizes: tuple[int, ...], names: str, cost: str, m: int, seed: int) -> None:
        rng = np.random.default_rng(seed)
        L = len(sizes)
        self.w = {l: rng.normal(0, 1, (sizes[l - 1], sizes[l - 2])) for l in range(2, L + 1)}
        self.b = {l: rng.normal(0, 1, (sizes[l - 1], 1)) for l in range(2, L + 1)}
        self.activation = dict(enumerate(islice(cycle(names.split()), L - 1), start=2))
        self.cost = cost
        self.x = rng.normal(0, 1, (sizes[0], m))
        self.y = rng.uniform(0, 1, (sizes[-1], m))
        if cost == "cross-entropy":
            self._bring_outputs_into_range()

    def _bring_outputs_into_range(self) -> None:
        """Every z^L between 0.2 and 0.8, so that the outputs are well inside (0, 1)."""
        L = len(self.w) + 1
        self.b[L][:] = 0
        z = np.abs([self.forward(i)[L] for i in range(self.x.shape[1])]).max(axis=0)
        self.w[L] *= 0.3 / np.maximum(z, 0.3)[:, np.newaxis]
        self.b[L][:] = 0.5

    def forward(self, i: int) -> dict[int, list[float]]:
        return forward(plain(self.w), plain(self.b), self.activation, self.x[:, i].tolist())[0]

    def margin(self) -> float:
        """The distance of the nearest weighted input from a kink."""
        return min(
            (
                abs(z)
                for i in range(self.x.shape[1])
                for l, zs in self.forward(i).items()
                for z in zs
                if "relu" in self.activation[l]
            ),
            default=1.0,
        )

    def total_cost(self, nudge: Nudge = NO_NUDGE) -> float:
        return mean_cost(self.w, self.b, self.activation, self.cost, self.x, self.y, nudge)

    def slopes_in(self, values: Array) -> Array:
        """dC by each entry of an array of this network, by central differences."""
        slopes = np.zeros_like(values)
        for index in np.ndindex(values.shape):
            kept = values[index]
            values[index] = kept + EPS
            above = self.total_cost()
            values[index] = kept - EPS
            slopes[index] = (above - self.total_cost()) / (2 * EPS)
            values[index] = kept
        return slopes

    def slopes_in_nudges(self, symbol: str, l: int) -> Array:
        """dC_x by z^l or a^l of each neuron and each example x."""
        m: int = self.x.shape[1]

        def slope(j: int, i: int) -> float:
            above = self.total_cost((symbol, l, j, i, EPS))
            below = self.total_cost((symbol, l, j, i, -EPS))
            return m * (above - below) / (2 * EPS)

        return np.array(
            [[slope(j, i) for i in range(1, m + 1)] for j in range(1, len(self.w[l]) + 1)]
        )


def example(sizes: tuple[int, ...], names: str, cost: str, m: int, seed: int) -> Example:
    """The first example from this seed on that keeps away from the kinks."""
    seeds = count(1000 * seed)
    drawn = (Example(sizes, names, cost, m, number) for number in seeds)
    return next(found for found in drawn if found.margin() > MARGIN)


def close(actual: Array, expected: Array, what: str) -> None:
    np.testing.assert_allclose(actual, expected, rtol=RTOL, atol=ATOL, err_msg=what)


@pytest.mark.parametrize(("sizes", "names", "cost", "m", "seed"), CASES)
def test_gradients_and_errors(
    sizes: tuple[int, ...], names: str, cost: str, m: int, seed: int
) -> None:
    case = example(sizes, names, cost, m, seed)
    trace = run(Network(case.w, case.b, case.activation, cost), case.x, case.y)
    L = len(sizes)

    assert trace.cost == pytest.approx(case.total_cost(), rel=1e-12)
    for l in range(2, L + 1):
        close(trace.nabla_w[l], case.slopes_in(case.w[l]), f"dC/dw^{l}")
        close(trace.nabla_b[l], case.slopes_in(case.b[l]), f"dC/db^{l}")
        close(trace.delta[l], case.slopes_in_nudges("z", l), f"delta^{l}")
    close(trace.nabla_a, case.slopes_in_nudges("a", L), "nabla_a C")


@pytest.mark.parametrize("cost", COSTS)
def test_the_examples_have_slopes_to_find(cost: str) -> None:
    """At least nine in ten gradients of the smooth examples are far above the tolerance."""
    smooth = [case for case in CASES if case[2] == cost and "relu" not in case[1]]
    traces = [
        run(Network(case.w, case.b, case.activation, cost), case.x, case.y)
        for case in (example(*one) for one in smooth)
    ]
    sizes = np.concatenate([np.abs(g).ravel() for t in traces for g in t.nabla_w.values()])
    assert np.mean(sizes > 1000 * ATOL) > 0.9
