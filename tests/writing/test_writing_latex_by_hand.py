"""The formulas of a worked example, letter by letter."""

import pytest

from backprop import Network, Quantity, run
from backprop.writing import function, generic, worked
from tests.writing.nets import trace_of
from tests.writing.reading import LIGHT, bare, put_in

MAZUR = Network(
    w={2: [[0.15, 0.2], [0.25, 0.3]], 3: [[0.4, 0.45], [0.5, 0.55]]},
    b={2: [0.35, 0.35], 3: [0.6, 0.6]},
)
TRACE = run(MAZUR, [0.05, 0.1], [0.01, 0.99])
STEPS = {step.quantity.id: step for step in TRACE.steps}


def lines(formula: str) -> list[str]:
    """The lines of a formula, without what aligns them."""
    body = formula.removeprefix(r"\begin{aligned}").removesuffix(r"\end{aligned}")
    return [" ".join(line.replace("&", "").split()) for line in bare(body).split(r"\\")]


def test_the_letters_of_the_book() -> None:
    assert bare(generic(STEPS["z2"].equation, LIGHT)) == "z^{l} = w^{l} a^{l-1} + b^{l}"
    component = STEPS["z2"].equation.component
    assert component is not None
    assert (
        bare(generic(component, LIGHT, room=400))
        == r"z^{l}_{j} = \sum_k w^{l}_{jk} a^{l-1}_{k} + b^{l}_{j}"
    )
    assert bare(generic(STEPS["delta3"].equation, LIGHT)) == (
        r"\delta^{L} = \nabla_a C \odot \sigma'(z^{L})"
    )


def test_the_slope_is_spelled_out() -> None:
    slope = STEPS["sigma_prime2"].equation
    assert bare(generic(slope, LIGHT, room=400)) == (
        r"\sigma'(z^{l}) = \sigma(z^{l}) \odot (1-\sigma(z^{l}))"
    )


def test_a_weighted_input_by_hand() -> None:
    # 0.15 * 0.05 + 0.20 * 0.10 + 0.35 = 0.3775
    assert lines(worked(STEPS["z2"], 1, LIGHT)) == [
        "z^{2}_{1} = w^{2}_{11} a^{1}_{1} + w^{2}_{12} a^{1}_{2} + b^{2}_{1}",
        r"= 0.15 \cdot 0.05 + 0.2 \cdot 0.1 + 0.35 \approx 0.378",
    ]


def test_a_hidden_error_by_hand() -> None:
    # (0.40 * 0.138498562 + 0.50 * -0.038098236) * 0.241300709 = 0.008771355
    assert lines(worked(STEPS["delta2"], 1, LIGHT, room=500)) == [
        r"\delta^{2}_{1} = \bigl( w^{3}_{11} \delta^{3}_{1} + w^{3}_{21} \delta^{3}_{2} \bigr) "
        r"\, \sigma'(z^{2}_{1})",
        r"\approx \bigl( 0.4 \cdot 0.138 + 0.5 \cdot (-0.0381) \bigr) \cdot 0.241 \approx 0.00877",
    ]


def test_the_cost_by_hand() -> None:
    assert lines(worked(STEPS["C"], 1, LIGHT, room=500)) == [
        r"C = \tfrac{1}{2} \bigl( (y_{1} - a^{3}_{1})^2 + (y_{2} - a^{3}_{2})^2 \bigr)",
        r"\approx \tfrac{1}{2} \bigl( (0.01 - 0.751)^2 + (0.99 - 0.773)^2 \bigr) \approx 0.298",
    ]


def test_a_bias_gradient_says_its_number_once() -> None:
    assert (
        put_in(worked(STEPS["nabla_b3"], 1, LIGHT))
        == rf"\approx \textcolor{{{LIGHT['nabla_b']}}}{{0.138}}"
    )


def test_there_is_a_line_for_each_weight() -> None:
    assert lines(worked(STEPS["nabla_w3"], 1, LIGHT)) == [
        r"\tfrac{\partial C}{\partial w^{3}_{11}} = a^{2}_{1} \delta^{3}_{1} "
        r"\approx 0.593 \cdot 0.138 \approx 0.0822",
        r"\tfrac{\partial C}{\partial w^{3}_{12}} = a^{2}_{2} \delta^{3}_{1} "
        r"\approx 0.597 \cdot 0.138 \approx 0.0827",
    ]


def test_both_in_one_formula() -> None:
    assert bare(worked(STEPS["delta3"], 2, LIGHT)) == (
        r"\begin{aligned} \delta^{3}_{2} &= \frac{\partial C}{\partial a^{3}_{2}} \, "
        r"\sigma'(z^{3}_{2}) \\  &\approx -0.217 \cdot 0.176 \approx -0.0381 \end{aligned}"
    )


@pytest.mark.parametrize(
    ("name", "z", "a", "slope"),
    [
        ("relu", 2, r"= \max(0, 2) = 2", r"= 1 \quad (2 > 0)"),
        ("relu", -2, r"= \max(0, -2) = 0", r"= 0 \quad (-2 \le 0)"),
        ("relu", 0, r"= \max(0, 0) = 0", r"= 0 \quad (0 \le 0)"),
        ("leaky-relu", 2, "= 2", r"= 1 \quad (2 > 0)"),
        ("leaky-relu", -2, r"= 0.01 \cdot (-2) = -0.02", r"= 0.01 \quad (-2 \le 0)"),
        ("linear", -2, "= -2", "= 1"),
        ("tanh", -2, r"= \tanh (-2) \approx -0.964", r"= 1-\tanh^2 (-2) \approx 0.0707"),
        ("sigmoid", 2, r"= \sigma(2) = \frac{1}{1+e^{-2}} \approx 0.881", ""),
    ],
)  # fmt: skip
def test_each_function_by_hand(name: str, z: float, a: str, slope: str) -> None:
    steps = run(Network(w={2: [[z]]}, b={2: [0]}, activation=name), [1], [0]).steps
    found = {step.quantity.symbol: bare(put_in(worked(step, 1, LIGHT))) for step in steps}
    assert found["a"] == a
    assert slope in found["sigma_prime"]


@pytest.mark.parametrize(
    ("id", "number"), [("w2_1_2", "0.2"), ("a1_2", "0.1"), ("b2_1", "0.35"), ("z2_1", "0.378")]
)
def test_the_selected_number_is_in_a_box_and_no_other(id: str, number: str) -> None:
    selected = Quantity.parse(id)
    letters, numbers = worked(STEPS["z2"], 1, LIGHT, selected, room=500).split(r"\\")
    assert letters.count(r"\boxed") == numbers.count(r"\boxed") == 1
    assert rf"\boxed{{{selected.latex}}}" in letters
    assert rf"\boxed{{{number}}}" in numbers


def test_a_number_that_is_not_in_the_equation_is_in_no_box() -> None:
    assert r"\boxed" not in worked(STEPS["z2"], 1, LIGHT, Quantity("w", 2, 2, 1))


@pytest.mark.parametrize(
    ("name", "right"),
    [("sigmoid", r"\frac{1}{1+e^{-z}}"), ("linear", "z"), ("relu", r"\max(0, z)")],
)
def test_the_function_of_a_step(name: str, right: str) -> None:
    trace = trace_of([1, 1], [name], "quadratic", 1)
    found = [function(step, trace.network) for step in trace.steps]
    assert found[1] == rf"\sigma(z) = {right}"
    assert found[4].startswith(r"\sigma'(z) = ")
    assert not any(found[i] for i in (0, 2, 3, 5, 6, 7))
