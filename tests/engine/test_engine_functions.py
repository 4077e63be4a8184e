"""The activations and costs against closed forms in decimals, far out into both tails."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from math import exp, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop import ACTIVATIONS, COSTS, Network, run

pytestmark = pytest.mark.filterwarnings("error")
ONE, LEAK = Decimal(1), Decimal("0.01")

# Of z; where digits cancel, enough of them are kept.
EXACT: dict[str, tuple[Callable[[Decimal], Decimal], Callable[[Decimal], Decimal]]] = {
    "sigmoid": (lambda z: ONE / (1 + (-z).exp()), lambda z: z.exp() / (1 + z.exp()) ** 2),
    "tanh": (
        lambda z: ((2 * z).exp() - 1) / ((2 * z).exp() + 1),
        lambda z: 4 * (2 * z).exp() / ((2 * z).exp() + 1) ** 2,
    ),
    "relu": (lambda z: max(z, Decimal(0)), lambda z: ONE if z > 0 else Decimal(0)),
    "leaky-relu": (
        lambda z: z if z > 0 else z * LEAK,
        lambda z: ONE if z > 0 else LEAK,
    ),
    "linear": (lambda z: z, lambda z: ONE),
}
far = st.floats(-1000, 1000)


def exact(function: Callable[[Decimal], Decimal], z: float) -> float:
    with localcontext() as context:
        context.prec = 400
        return float(function(Decimal(z)))


def test_every_activation_is_checked() -> None:
    assert list(ACTIVATIONS) == list(EXACT)
    assert list(COSTS) == ["quadratic", "squared-error", "cross-entropy"]
    assert all(ACTIVATIONS[name].name == name for name in ACTIVATIONS)


@pytest.mark.parametrize("name", EXACT)
@settings(deadline=None)
@given(z=far)
def test_value_and_derivative(name: str, z: float) -> None:
    value, derivative = EXACT[name]
    at = np.array([[z]])
    np.testing.assert_allclose(
        ACTIVATIONS[name].value(at), exact(value, z), rtol=1e-13, atol=1e-300
    )
    np.testing.assert_allclose(
        ACTIVATIONS[name].derivative(at), exact(derivative, z), rtol=1e-13, atol=1e-300
    )


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize("shape", [(1, 1), (3, 2), (4,), ()])
def test_shape_is_kept(name: str, shape: tuple[int, ...]) -> None:
    z = np.full(shape, 0.3)
    assert np.shape(ACTIVATIONS[name].value(z)) == shape
    assert np.shape(ACTIVATIONS[name].derivative(z)) == shape


@pytest.mark.parametrize("z", [40.0, -40.0])
def test_slope_of_a_saturated_sigmoid(z: float) -> None:
    assert ACTIVATIONS["sigmoid"].derivative(np.array(z)) == pytest.approx(
        4.248354255291589e-18, rel=1e-14, abs=0
    )


@pytest.mark.parametrize("z", [20.0, -20.0])
def test_slope_of_a_saturated_tanh(z: float) -> None:
    """4 e^-40 / (1 + e^-40)^2."""
    assert ACTIVATIONS["tanh"].derivative(np.array(z)) == pytest.approx(
        1.6993417021166355e-17, rel=1e-14, abs=0
    )


@settings(deadline=None)
@given(z=far, y=st.floats(0, 1))
def test_cross_entropy_of_a_saturated_output(z: float, y: float) -> None:
    """C = y ln(1 + e^-z) + (1 - y) ln(1 + e^z), and delta = a - y."""
    trace = run(Network({2: [[1]]}, {2: [0]}, cost="cross-entropy"), [z], [y])
    tail = log1p(exp(-abs(z)))
    cost = y * (max(-z, 0) + tail) + (1 - y) * (max(z, 0) + tail)
    assert trace.cost == pytest.approx(cost, rel=1e-13, abs=1e-300)
    a = exact(EXACT["sigmoid"][0], z)
    assert trace.delta[2].item() == pytest.approx(a - y, rel=1e-13, abs=1e-15)
    assert trace.delta[2].item() == trace.nabla_b[2].item() == trace.a[2].item() - y


@pytest.mark.parametrize(
    ("z", "y", "gradient"),
    [(-1000, 0, 1), (1000, 1, -1), (50, 1, -1), (-50, 0, 1), (0, 0, 2), (0, 1, -2), (0, 0.5, 0)],
)
def test_cross_entropy_gradient_of_a_sigmoid(z: float, y: float, gradient: float) -> None:
    trace = run(Network({2: [[1]]}, {2: [0]}, cost="cross-entropy"), [z], [y])
    assert trace.nabla_a.item() == pytest.approx(gradient, rel=1e-13)


def test_cross_entropy_gradient_near_the_largest_number() -> None:
    trace = run(Network({2: [[1]]}, {2: [0]}, cost="cross-entropy"), [-709.5], [1])
    assert trace.nabla_a.item() == pytest.approx(-np.exp(709.5), rel=1e-12)


@pytest.mark.parametrize(("z", "y", "sign"), [(-1000, 1, -1), (1000, 0, 1)])
def test_cross_entropy_gradient_beyond_the_largest_number(z: float, y: float, sign: int) -> None:
    """e^1000 cannot be written in a float64; the error can, and is right."""
    trace = run(Network({2: [[1]]}, {2: [0]}, cost="cross-entropy"), [z], [y])
    assert 1.79e308 < sign * trace.nabla_a.item() < np.inf
    assert (trace.cost, trace.delta[2].item()) == (1000, sign)


@pytest.mark.parametrize(
    ("cost", "a", "y", "value", "derivative"),
    [
        ("quadratic", [3.0, 1.0], [1.0, 2.0], 2.5, [2.0, -1.0]),
        ("cross-entropy", [0.5, 0.25], [1.0, 0.0], 0.9808292530117262, [-2.0, 4 / 3]),
        ("cross-entropy", [0.2], [0.5], 0.916290731874155, [-1.875]),
        ("cross-entropy", [0.0], [0.0], 0.0, [1.0]),
        ("cross-entropy", [1.0], [1.0], 0.0, [-1.0]),
        ("cross-entropy", [0.0], [1.0], np.inf, [-np.inf]),
    ],
)
def test_costs(
    cost: str, a: list[float], y: list[float], value: float, derivative: list[float]
) -> None:
    """-ln 0.5 - ln 0.75 = 0.98082925; -(ln 0.2 + ln 0.8) / 2 = 0.91629073."""
    outputs, desired = np.array([a]).T, np.array([y]).T
    np.testing.assert_allclose(COSTS[cost].value(outputs, desired), [value], rtol=1e-14)
    np.testing.assert_allclose(
        COSTS[cost].derivative(outputs, desired).ravel(), derivative, rtol=1e-14
    )


def test_the_formulas_of_the_costs() -> None:
    written = {name: (cost.latex, cost.derivative_latex) for name, cost in COSTS.items()}
    assert written == {
        "quadratic": (r"\frac{1}{2} \sum_j (y_j - a^L_j)^2", r"a^L_j - y_j"),
        "squared-error": (r"\sum_j (y_j - a^L_j)^2", r"2 (a^L_j - y_j)"),
        "cross-entropy": (
            r"-\sum_j \left[ y_j \ln a^L_j + (1 - y_j) \ln (1 - a^L_j) \right]",
            r"\frac{a^L_j - y_j}{a^L_j (1 - a^L_j)}",
        ),
    }
