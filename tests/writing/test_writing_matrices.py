"""The matrix equations: the arrays of the step, entry by entry, and their shapes."""

import re

import numpy as np
import pytest
from hypothesis import given

from backprop import Network, Quantity, Step, Trace, run
from backprop.engine.activations import Array
from backprop.engine.quantity import raised
from backprop.writing import matrices, shapes, short
from tests.laws import laws
from tests.writing.nets import trace_of, traces
from tests.writing.reading import LIGHT

TRACE = trace_of([3, 4, 2], ["sigmoid", "sigmoid"], "quadratic", seed=1)
STEPS = {step.quantity.id: step for step in TRACE.steps}


def arrays(formula: str) -> list[list[list[str]]]:
    """The matrices of a formula as rows of texts."""
    formula = re.sub(r"\\(?:boxed|mathbf)\{((?:[^{}]|\{[^{}]*\})*)\}", r"\1", formula)
    formula = re.sub(r"\\(?:boxed|mathbf)\{((?:[^{}]|\{[^{}]*\})*)\}", r"\1", formula)
    formula = re.sub(
        r"\{\\times\}10\^\{(-?\d+)\}", lambda power: f"×10{raised(int(power[1]))}", formula
    )
    formula = formula.replace("-", "−")
    bodies = re.findall(r"\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}", formula)
    return [
        [[cell.strip() for cell in row.split("&")] for row in body.split(r"\\")] for body in bodies
    ]


def texts(array: Array) -> list[list[str]]:
    return [[short(value) for value in row] for row in array.tolist()]


def written(step: Step, trace: Trace) -> list[list[list[str]]]:
    """What must stand there: the operands as they are multiplied, then the result."""
    l, w, a, delta = step.l, trace.network.w, trace.a, trace.delta
    sigma_prime = trace.sigma_prime
    if step.equation.symbol == "delta" and l < trace.network.L:
        return [texts(x) for x in (w[l + 1].T, delta[l + 1], sigma_prime[l], delta[l])]
    found = {
        "z": (w.get(l), a[l - 1], trace.network.b.get(l), trace.z.get(l)),
        "a": (trace.z.get(l), a[l]),
        "C": (trace.y, a[l]),
        "nabla_a": (a[l], trace.y, trace.nabla_a),
        "sigma_prime": (trace.z.get(l), sigma_prime.get(l)),
        "delta": (trace.nabla_a, sigma_prime.get(l), delta.get(l)),
        "nabla_b": (trace.nabla_b.get(l),),
        "nabla_w": (delta[l], a[l - 1].T, trace.nabla_w[l]),
    }
    return [texts(x) for x in found[step.equation.symbol] if x is not None]


@laws
@given(traces())
def test_the_numbers_are_those_of_the_trace(trace: Trace) -> None:
    for step in trace.steps:
        formula = matrices(step, LIGHT, room=2000)
        if trace.network.cost == "quadratic":
            assert formula is not None
            assert arrays(formula) == written(step, trace)


def test_the_written_matrices_multiply() -> None:
    formula = matrices(STEPS["delta2"], LIGHT)
    assert formula is not None
    w, delta, slope, result = (
        np.array([[float(cell.replace("−", "-")) for cell in row] for row in array])
        for array in arrays(formula)
    )
    assert w.shape == (4, 2)
    assert (w @ delta) * slope == pytest.approx(result, rel=0.1, abs=1e-3)


@pytest.mark.parametrize(
    ("step", "selected"),
    [
        ("z2", "w2_4_3"),
        ("z2", "b2_1"),
        ("z2", "z2_2"),
        ("delta2", "w3_2_4"),
        ("nabla_w2", "a1_3"),
        ("C", "C"),
    ],
)
def test_the_selected_entry_is_in_a_box(step: str, selected: str) -> None:
    quantity = Quantity.parse(selected)
    formula = matrices(STEPS[step], LIGHT, quantity)
    assert formula is not None
    [boxed] = re.findall(r"\\boxed\{((?:[^{}]|\{[^{}]*\})*)\}", formula)
    value = float(np.ravel(TRACE.value(quantity))[0])
    assert boxed.replace(r"\mathrm{e}", "e").replace("{-}", "-") == short(value).replace("−", "-")


def test_a_box_is_in_the_right_place_of_a_transpose() -> None:
    formula = matrices(STEPS["delta2"], LIGHT, Quantity("w", 3, 2, 4))
    assert formula is not None
    rows = formula.split(r"\begin{bmatrix}")[1].split(r"\\")
    assert r"\boxed" in rows[3].split("&")[1]


def test_the_row_of_a_neuron_is_bold() -> None:
    formula = matrices(STEPS["z2"], LIGHT, j=2)
    assert formula is not None
    w, a, b, z = formula.split(r"\begin{bmatrix}")[1:]
    assert [row.count(r"\mathbf") for row in w.split(r"\\")[:4]] == [0, 3, 0, 0]
    assert r"\mathbf" not in a
    assert b.count(r"\mathbf") == z.count(r"\mathbf") == 1


def test_what_does_not_fit_is_not_written() -> None:
    wide = trace_of([6, 2], ["tanh"], "quadratic", 1)
    assert matrices(wide.steps[0], LIGHT) is None
    assert matrices(STEPS["z2"], LIGHT, room=100) is None
    assert matrices(TRACE.neuron_steps[0], LIGHT) is None
    many = run(TRACE.network, np.ones((3, 2)), np.ones((2, 2)))
    assert all(matrices(step, LIGHT) is None for step in many.steps)


def test_a_fraction_of_vectors_is_not_written() -> None:
    trace = trace_of([2, 2], ["sigmoid"], "cross-entropy", 1)
    [step] = [step for step in trace.steps if step.equation.symbol == "nabla_a"]
    assert matrices(step, LIGHT) is None
    assert r"}_{2\times 1} = " in shapes(step, LIGHT)


@pytest.mark.parametrize(
    ("step", "sizes"),
    [
        ("z3", [(2, 1), (2, 4), (4, 1), (2, 1)]),
        ("delta2", [(4, 1), (4, 2), (2, 1), (4, 1)]),
        ("nabla_w2", [(4, 3), (4, 1), (1, 3)]),
        ("nabla_b3", [(2, 1), (2, 1)]),
        ("C", [(2, 1), (2, 1)]),
    ],
)
def test_shapes(step: str, sizes: list[tuple[int, int]]) -> None:
    found = re.findall(r"_\{(\d+)\\times (\d+)\}", shapes(STEPS[step], LIGHT))
    assert [(int(n), int(m)) for n, m in found] == sizes


def test_shapes_of_several_examples() -> None:
    net = Network(w={2: [[1, 2]]}, b={2: [0]})
    assert r"}_{2\times 5}" in shapes(run(net, np.ones((2, 5)), np.ones((1, 5))).steps[0], LIGHT)


def test_a_component_step_has_no_shapes() -> None:
    assert shapes(TRACE.neuron_steps[0], LIGHT) == ""
