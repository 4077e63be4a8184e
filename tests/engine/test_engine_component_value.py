"""The value of a component's tree: by hand, against the formulas, and the sum over all paths."""

from itertools import product

import numpy as np
import pytest

from backprop import ACTIVATIONS, COSTS, Network, Quantity, Step, Trace, run
from backprop.engine.component_value import component_value
from backprop.engine.equation import Equation, array_of
from backprop.engine.template import Indices, Rate, Ref
from backprop.engine.template_reading import read
from backprop.engine.template_walking import leaves
from tests.engine.lessons import lesson_342
from tests.engine.test_engine_template import SUM_OVER_PATHS

NUMBERS = {"w11": 2.0, "w12": 3.0, "w21": 5.0, "w22": 7.0, "b1": 10.0, "b2": -1.0}


def number(node: Ref | Rate, at: Indices) -> float:
    assert isinstance(node, Ref)
    return NUMBERS[node.name + "".join(str(at[index]) for index in node.indices)]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("[m| [n| <w mn> |] <b m> |]", (2 + 3) * 10 + (5 + 7) * -1),
        ("[m| <b m> [n| <w nm> |] |]", 10 * (2 + 5) - 1 * (3 + 7)),
        ("[mn| <w mn> |] - <b j>", 2 + 3 + 5 + 7 - -1),
        (r"\frac{1 - <b j>}{<w jj>} \cdot (<b j> - <w jj>)^2", (1 - -1) / 7 * (-1 - 7) ** 2),
        (r"-\ln <w jj>", -1.9459101490553132),
    ],
)
def test_by_hand(template: str, expected: float) -> None:
    ranges = {"m": (1, 2), "n": (1, 2)}
    assert component_value(read(template), number, ranges, {"j": 2}) == pytest.approx(expected)


def test_what_is_about_whole_arrays_has_no_single_value() -> None:
    for template in (r"<b j> \odot <b j>", "(<w jj>)^T", r"\tanh <b j>"):
        with pytest.raises(ValueError, match="one number cannot be worked out from"):
            component_value(read(template), number, {}, {"j": 1})


def value_at(step: Step, equation: Equation, at: Indices, sigma: str) -> float:
    """The component of a matrix step, worked out from the step's operands."""

    def operand(node: Ref | Rate, at: Indices) -> float:
        assert isinstance(node, Ref)
        entry = step.operands[node.name][tuple(at[index] - 1 for index in node.indices)]
        return float(entry.item())

    ranges = {
        index: range(1, n + 1)
        for ref in leaves(equation.right)
        for index, n in zip(ref.indices, step.operands[ref.name].shape, strict=False)
    }
    of_sigma = {
        name: lambda z, f=f: float(f(np.array(z)))
        for name, f in (
            (r"\sigma", ACTIVATIONS[sigma].value),
            (r"\sigma'", ACTIVATIONS[sigma].derivative),
        )
    }
    return component_value(equation.tree, operand, ranges, at, of_sigma)


def test_each_template_comes_to_what_its_formula_gives() -> None:
    """What is printed for one neuron, worked out as it is printed."""
    for output, cost in product(ACTIVATIONS, COSTS):
        trace = lesson_342(output, cost, 1).run()
        for step in trace.steps:
            equation = step.equation.component
            assert equation is not None
            sigma = trace.network.activation[step.l]
            for place in np.ndindex(step.result.shape):
                at = dict(zip("jk", (i + 1 for i in place), strict=False))
                expected = pytest.approx(float(step.result[place]), rel=1e-9, abs=1e-12)
                assert value_at(step, equation, at, sigma) == expected, equation.name


def rate(trace: Trace, node: Ref | Rate, at: Indices, l: int) -> float:
    """A rate along a path: of C by an output, of a by the a before it, of a by its weight."""
    assert isinstance(node, Rate)
    assert isinstance(node.of, Ref)
    assert isinstance(node.by, Ref)
    L = trace.network.L
    whole = [array_of(ref, l, L) for ref in (node.of, node.by)]
    above, below = (
        Quantity(array.symbol, array.l, *(at[index] for index in ref.indices))
        for array, ref in zip(whole, (node.of, node.by), strict=True)
    )
    if above == Quantity("C"):
        return float(trace.nabla_a[below.index[0], 0])
    q = above.index[0]
    slope = float(trace.sigma_prime[above.l][q, 0])
    if below.symbol == "w":
        assert (below.l, below.j) == (above.l, above.j)
        assert below.k is not None
        return slope * float(trace.a[below.l - 1][below.k - 1, 0])
    assert below.l == above.l - 1
    return slope * float(trace.network.w[above.l][q, below.index[0]])


@pytest.mark.parametrize("flat", [False, True])
def test_the_sum_over_all_paths_is_the_slope_of_the_cost(flat: bool) -> None:
    """Equation (53) for each weight of the first layer of 3-4-3-2, against central differences."""
    template = SUM_OVER_PATHS
    if flat:
        template = template.replace("[m| [n|", "[mn|").replace("|] |]", "|]")
    network = Network.random([3, 4, 3, 2], {2: "tanh", 3: "sigmoid", 4: "sigmoid"}, seed=4)
    x, y, eps = [0.4, -0.3, 0.8], [0.1, 0.9], 1e-5
    trace = run(network, x, y)
    for j, k in product(range(1, 5), range(1, 4)):
        found = component_value(
            read(template),
            lambda node, at: rate(trace, node, at, l=2),
            {"m": range(1, 3), "n": range(1, 4)},
            {"j": j, "k": k},
        )
        costs = []
        for h in (eps, -eps):
            w = {l: array.copy() for l, array in network.w.items()}
            w[2][j - 1, k - 1] += h
            costs.append(run(network.with_parameters(w, network.b), x, y).cost)
        assert found == pytest.approx((costs[0] - costs[1]) / (2 * eps), rel=1e-6, abs=1e-9)
