"""The formulas: every number in them is the trace's, and what is written comes to the result."""

import math
import re
from collections.abc import Callable
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given

from backprop import ACTIVATIONS, Network, Quantity, Step, Trace, run
from backprop.writing import PALETTE, function, generic, matrices, shapes, worked
from backprop.writing.formulas import latex
from backprop.writing.text.numbers import latex_number
from tests.laws import laws
from tests.writing.nets import every_step, trace_of, traces
from tests.writing.reading import LIGHT, coloured, numbers, put_in, sides

NET = Network(w={2: [[0.15, 0.2], [0.25, 0.3]]}, b={2: [0.35, 0.35]})
ALLOWED = re.findall(
    r"\S+",
    r"""\textcolor \boxed \frac \tfrac \sum \cdot \approx \times \odot \sigma \delta \partial \nabla
    \ln \tanh \max \text \left \right \bigl \bigr \lVert \rVert \le \quad \enspace \begin \end
    \underbrace \mathbf \mathrm \small \footnotesize \scriptsize \, \\""",
)


def precise(value: float, parentheses: bool) -> str:
    return latex_number(value, 17, parentheses)


@laws
@given(traces())
def test_the_numbers_put_in_are_those_of_the_trace(trace: Trace) -> None:
    for step in trace.at("layer"):
        j = 1 if step.equation.symbol == "C" else len(step.result)
        for symbol, value in numbers(put_in(worked(step, j, LIGHT))):
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


@laws
@given(traces())
def test_what_is_written_comes_to_the_result(trace: Trace) -> None:
    """With all digits printed, every side of the chain of equations is the result."""
    for step in trace.at("layer"):
        if step.equation.symbol == "nabla_w":
            continue
        j = 1 if step.equation.symbol == "C" else len(step.result)
        expected = trace.cost if step.equation.symbol == "C" else float(step.result[j - 1, 0])
        with patch.object(latex, "latex_number", precise):
            chain = sides(put_in(worked(step, j, LIGHT)), sigma(trace, step))
        assert chain
        for side in chain:
            assert side == pytest.approx(expected, rel=1e-7, abs=1e-12)


@laws
@given(traces())
def test_the_gradient_of_each_weight_comes_to_its_number(trace: Trace) -> None:
    for step in trace.at("neuron"):
        if step.equation.symbol != "nabla_w":
            continue
        with patch.object(latex, "latex_number", precise):
            chain = sides(put_in(worked(step, 1, LIGHT)), sigma(trace, step))
        expected = [value for value in step.result.tolist() for _ in range(2)]
        assert chain == pytest.approx(expected, rel=1e-9, abs=1e-12)


def sigma(trace: Trace, step: Step) -> Callable[[float], float]:
    activation = ACTIVATIONS[trace.network.activation[step.l]]
    return lambda z: float(activation.value(np.array(z)))


@laws
@given(traces())
def test_a_neuron_step_is_written_like_its_part_of_the_layer(trace: Trace) -> None:
    layers = {step.quantity: step for step in trace.steps}
    for step in trace.at("neuron"):
        j = step.j or 1
        whole = layers[step.quantity.whole]
        assert worked(step, 1, LIGHT) == worked(whole, j, LIGHT)


def test_twelve_terms_are_all_shown() -> None:
    trace = trace_of([12, 2], ["tanh"], "quadratic", seed=1)
    formula = worked(trace.steps[0], 2, LIGHT)
    for part, count in ((formula, 24), (put_in(formula), 12)):
        assert [symbol for symbol, _ in coloured(part)].count("w") == count
    assert "cdots" not in formula
    assert r"w^{2}_{2,12}" in formula


def test_several_examples_are_refused() -> None:
    trace = run(NET, [[0, 1], [1, 0]], [[0, 1], [1, 0]])
    with pytest.raises(ValueError, match="must be of one example; got 2"):
        worked(trace.steps[0], 1, LIGHT)


def test_every_formula_is_whole() -> None:
    colours = PALETTE["dark"]
    for trace, step in every_step():
        selected = Quantity("w", step.l, 1, 2)
        formulas = [
            generic(step.equation, colours),
            worked(step, 1, colours, selected),
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
