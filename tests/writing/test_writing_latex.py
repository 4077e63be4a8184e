"""The formulas: every number in them is the trace's, and what is written comes to the result."""

import math
import re
from collections.abc import Callable
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings

from backprop import ACTIVATIONS, Network, Quantity, Step, Trace, run
from backprop.writing import (
    PALETTE,
    addressed,
    function,
    generic,
    latex,
    latex_number,
    matrices,
    shapes,
    with_numbers,
    worked,
)
from tests.writing.nets import every_step, trace_of, traces
from tests.writing.reading import LIGHT, coloured, numbers, pieces, sides

MAZUR = Network(
    w={2: [[0.15, 0.2], [0.25, 0.3]], 3: [[0.4, 0.45], [0.5, 0.55]]},
    b={2: [0.35, 0.35], 3: [0.6, 0.6]},
)
TRACE = run(MAZUR, [0.05, 0.1], [0.01, 0.99])
STEPS = {step.quantity.id: step for step in TRACE.steps}
ALLOWED = re.findall(
    r"\S+",
    r"""\textcolor \boxed \frac \tfrac \sum \cdot \times \odot \sigma \delta \partial \nabla \ln
    \tanh \max \text \left \right \bigl \bigr \lVert \rVert \le \quad \enspace \begin \end
    \underbrace \mathbf \mathrm \small \footnotesize \scriptsize \, \\""",
)


def bare(formula: str) -> str:
    """Without the colours."""
    for start, end, piece in pieces(formula)[::-1]:
        formula = f"{formula[:start]}{piece}{formula[end:]}"
    return formula


def precise(value: float, parentheses: bool) -> str:
    return latex_number(value, 17, parentheses)


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
    assert bare(addressed(STEPS["z2"], 1, LIGHT)) == (
        "z^{2}_{1} = w^{2}_{11} a^{1}_{1} + w^{2}_{12} a^{1}_{2} + b^{2}_{1}"
    )
    assert bare(with_numbers(STEPS["z2"], 1, LIGHT, room=500)) == (
        r"= 0.15 \cdot 0.05 + 0.2 \cdot 0.1 + 0.35 = 0.378"
    )


def test_a_hidden_error_by_hand() -> None:
    # (0.40 * 0.138498562 + 0.50 * -0.038098236) * 0.241300709 = 0.008771355
    step = STEPS["delta2"]
    assert bare(addressed(step, 1, LIGHT)) == (
        r"\delta^{2}_{1} = \bigl( w^{3}_{11} \delta^{3}_{1} + w^{3}_{21} \delta^{3}_{2} \bigr) "
        r"\, \sigma'(z^{2}_{1})"
    )
    assert bare(with_numbers(step, 1, LIGHT, room=500)) == (
        r"= \bigl( 0.4 \cdot 0.138 + 0.5 \cdot (-0.0381) \bigr) \cdot 0.241 = 0.00877"
    )


def test_the_cost_by_hand() -> None:
    assert bare(with_numbers(STEPS["C"], 1, LIGHT, room=500)) == (
        r"= \tfrac{1}{2} \bigl( (0.01 - 0.751)^2 + (0.99 - 0.773)^2 \bigr) = 0.298"
    )


def test_a_bias_gradient_says_its_number_once() -> None:
    assert (
        with_numbers(STEPS["nabla_b3"], 1, LIGHT) == rf"= \textcolor{{{LIGHT['nabla_b']}}}{{0.138}}"
    )


def test_there_is_a_line_for_each_weight() -> None:
    lines = bare(with_numbers(STEPS["nabla_w3"], 1, LIGHT)).split(r"\\")
    assert [re.sub(r"\\(begin|end){aligned}| *&", "", line).strip() for line in lines] == [
        r"= 0.593 \cdot 0.138 = 0.0822",
        r"= 0.597 \cdot 0.138 = 0.0827",
    ]


def test_both_in_one_formula() -> None:
    assert bare(worked(STEPS["delta3"], 2, LIGHT)) == (
        r"\begin{aligned} \delta^{3}_{2} &= \frac{\partial C}{\partial a^{3}_{2}} \, "
        r"\sigma'(z^{3}_{2}) \\  &= -0.217 \cdot 0.176 = -0.0381 \end{aligned}"
    )


@pytest.mark.parametrize(
    ("name", "z", "a", "slope"),
    [
        ("relu", 2, r"= \max(0, 2) = 2", r"= 1 \quad (2 > 0)"),
        ("relu", -2, r"= \max(0, -2) = 0", r"= 0 \quad (-2 \le 0)"),
        ("leaky-relu", 2, "= 2", r"= 1 \quad (2 > 0)"),
        ("leaky-relu", -2, r"= 0.01 \cdot (-2) = -0.02", r"= 0.01 \quad (-2 \le 0)"),
        ("linear", -2, "= -2", "= 1"),
        ("tanh", -2, r"= \tanh (-2) = -0.964", r"= 1-\tanh^2 (-2) = 0.0707"),
        ("sigmoid", 2, r"= \sigma(2) = \frac{1}{1+e^{-2}} = 0.881", ""),
    ],
)  # fmt: skip
def test_each_function_by_hand(name: str, z: float, a: str, slope: str) -> None:
    steps = run(Network(w={2: [[z]]}, b={2: [0]}, activation=name), [1], [0]).steps
    found = {step.quantity.symbol: bare(with_numbers(step, 1, LIGHT)) for step in steps}
    assert found["a"] == a
    assert slope in found["sigma_prime"]


@given(traces())
@settings(max_examples=60, deadline=None)
def test_the_numbers_put_in_are_those_of_the_trace(trace: Trace) -> None:
    for step in trace.at("layer"):
        j = 1 if step.equation.symbol == "C" else len(step.result)
        for symbol, value in numbers(with_numbers(step, j, LIGHT)):
            assert any(
                math.isclose(value, v, rel_tol=0.006) for v in values(trace, step, symbol, j)
            )


def values(trace: Trace, step: Step, symbol: str, j: int) -> list[float]:
    """All that a number of this symbol may be in the equation for neuron j, from the trace."""
    if symbol == "C":
        return [trace.cost]
    found = []
    for l in (step.l - 1, step.l, step.l + 1):
        array = trace.arrays(symbol).get(l)
        if array is None:
            continue
        if symbol in ("w", "nabla_w"):
            array = array[:, j - 1] if l > step.l else array[j - 1] if l == step.l else array[:0]
        elif l == step.l and step.equation.symbol != "C":
            array = array[j - 1]
        found += [float(value) for value in array.ravel()]
    return found


@given(traces())
@settings(max_examples=60, deadline=None)
def test_what_is_written_comes_to_the_result(trace: Trace) -> None:
    """With all digits printed, every side of the chain of equations is the result."""
    for step in trace.at("layer"):
        if step.equation.symbol == "nabla_w":
            continue
        j = 1 if step.equation.symbol == "C" else len(step.result)
        expected = trace.cost if step.equation.symbol == "C" else float(step.result[j - 1, 0])
        with patch.object(latex, "latex_number", precise):
            chain = sides(with_numbers(step, j, LIGHT), sigma(trace, step))
        assert chain
        for side in chain:
            assert side == pytest.approx(expected, rel=1e-9, abs=1e-12)


@given(traces())
@settings(max_examples=30, deadline=None)
def test_the_gradient_of_each_weight_comes_to_its_number(trace: Trace) -> None:
    for step in trace.at("neuron"):
        if step.equation.symbol != "nabla_w":
            continue
        with patch.object(latex, "latex_number", precise):
            chain = sides(with_numbers(step, 1, LIGHT), sigma(trace, step))
        expected = [value for value in step.result.tolist() for _ in range(2)]
        assert chain == pytest.approx(expected, rel=1e-9, abs=1e-12)


def sigma(trace: Trace, step: Step) -> Callable[[float], float]:
    activation = ACTIVATIONS[trace.network.activation[step.l]]
    return lambda z: float(activation.value(np.array(z)))


@given(traces())
@settings(max_examples=30, deadline=None)
def test_a_neuron_step_is_written_like_its_part_of_the_layer(trace: Trace) -> None:
    layers = {step.quantity: step for step in trace.steps}
    for step in trace.at("neuron"):
        j = step.j or 1
        whole = layers[step.quantity.whole]
        for write in (addressed, with_numbers, worked):
            assert write(step, 1, LIGHT) == write(whole, j, LIGHT)


@pytest.mark.parametrize(
    ("id", "number"), [("w2_1_2", "0.2"), ("a1_2", "0.1"), ("b2_1", "0.35"), ("z2_1", "0.378")]
)
def test_the_selected_number_is_in_a_box_and_no_other(id: str, number: str) -> None:
    selected = Quantity.parse(id)
    letters, put_in = (
        write(STEPS["z2"], 1, LIGHT, selected) for write in (addressed, with_numbers)
    )
    assert letters.count(r"\boxed") == put_in.count(r"\boxed") == 1
    assert rf"\boxed{{{selected.latex}}}" in letters
    assert rf"\boxed{{{number}}}" in put_in


def test_a_number_that_is_not_in_the_equation_is_in_no_box() -> None:
    assert r"\boxed" not in worked(STEPS["z2"], 1, LIGHT, Quantity("w", 2, 2, 1))


def test_twelve_terms_are_all_shown() -> None:
    trace = trace_of([12, 2], ["tanh"], "quadratic", seed=1)
    assert [symbol for symbol, _ in coloured(addressed(trace.steps[0], 2, LIGHT))].count("w") == 12
    assert "cdots" not in with_numbers(trace.steps[0], 2, LIGHT)
    assert r"w^{2}_{2,12}" in addressed(trace.steps[0], 2, LIGHT)


def test_several_examples_are_refused() -> None:
    trace = run(MAZUR, [[0, 1], [1, 0]], [[0, 1], [1, 0]])
    with pytest.raises(ValueError, match="must be of one example; got 2"):
        with_numbers(trace.steps[0], 1, LIGHT)


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


@pytest.mark.parametrize("theme", PALETTE)
def test_every_formula_is_whole(theme: str) -> None:
    colours = PALETTE[theme]
    for trace, step in every_step():
        selected = Quantity("w", step.l, 1, 2)
        formulas = [
            generic(step.equation, colours),
            addressed(step, 1, colours, selected),
            with_numbers(step, 1, colours, selected),
            worked(step, 2, colours, selected),
            matrices(step, colours, selected, j=1) or "",
            shapes(step, colours),
            function(step, trace.network),
        ]
        for formula in formulas:
            check(formula)


def check(formula: str) -> None:
    """Balanced, with nothing in it that KaTeX refuses and nothing left to fill in."""
    assert not re.search(r"<|\||nan|inf|None|\[[jk]", formula.replace("textcolor", ""))
    assert set(re.findall(r"\\(?:[a-zA-Z]+|.)", formula)) <= set(ALLOWED)
    for cell in re.split(r"\\\\|&", re.sub(r"\\begin\{bmatrix\}.*?\\end\{bmatrix\}", "", formula)):
        assert cell.count(r"\left") == cell.count(r"\right")
    depth = 0
    for character in formula:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    opened: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+)\}", formula):
        if kind == "begin":
            opened.append(name)
        else:
            assert opened.pop() == name
    assert not opened
    assert formula.count(r"\bigl(") == formula.count(r"\bigr)")
    assert formula.count("(") == formula.count(")")
