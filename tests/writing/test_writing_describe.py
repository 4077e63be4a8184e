"""A number in words, a step as text and as a table."""

import math
import re

import pytest
from hypothesis import given

from backprop import Network, Quantity, Trace, run
from backprop.writing import about, as_table, as_text, exact
from tests.engine.lessons import entries
from tests.laws import laws
from tests.writing.nets import every_step, trace_of, traces

TRACE = trace_of([3, 4, 2], ["tanh", "sigmoid"], "quadratic", seed=1)
MAZUR = run(
    Network(
        w={2: [[0.15, 0.2], [0.25, 0.3]], 3: [[0.4, 0.45], [0.5, 0.55]]},
        b={2: [0.35, 0.35], 3: [0.6, 0.6]},
    ),
    [0.05, 0.1],
    [0.01, 0.99],
)


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("w3_2_4", "the weight from neuron 4 of layer 2 to neuron 2 of layer 3"),
        ("b3_2", "the bias of neuron 2 of layer 3"),
        ("a1_3", "input 3 of the network"),
        ("a2_3", "the activation of neuron 3 of layer 2"),
        ("a3_1", "output 1 of the network"),
        ("y3_1", "the desired output of neuron 1 of layer 3"),
        (
            "delta2_1",
            "the error of neuron 1 of layer 2: how fast the cost changes with its weighted input",
        ),
        ("sigma_prime2_4", "the slope of the tanh at the weighted input of neuron 4 of layer 2"),
        (
            "nabla_w2_1_3",
            "how fast the cost changes with the weight from neuron 3 of layer 1 to neuron 1 "
            "of layer 2",
        ),
        ("w3", "the weight from each neuron of layer 2 to each neuron of layer 3"),
        ("z2", "the weighted input of each neuron of layer 2"),
    ],
)
def test_about(id: str, words: str) -> None:
    assert about(Quantity.parse(id), TRACE) == words


def test_about_every_number() -> None:
    found = [about(quantity, TRACE) for quantity in entries(TRACE)]
    assert len(set(found)) == len(found)
    assert not any("None" in text or "{" in text for text in found)


def test_about_nothing() -> None:
    with pytest.raises(ValueError, match="a 3-4-2 network has no w³₃₁"):
        about(Quantity("w", 3, 3, 1), TRACE)


def test_a_step_as_text() -> None:
    assert as_text(MAZUR.steps[0], MAZUR).splitlines() == [
        "The weighted input z² (25)",
        "Each neuron of layer 2 multiplies each input a¹ by its weight w² and adds the products "
        "and its bias b²: its weighted input z².",
        "",
        "z² = w² a¹ + b²",
        "z²₁ = w²₁₁ a¹₁ + w²₁₂ a¹₂ + b²₁",
        "    = 0.15 · 0.05 + 0.2 · 0.1 + 0.35",
        "    = 0.3775",
        "z²₂ = w²₂₁ a¹₁ + w²₂₂ a¹₂ + b²₂",
        "    = 0.25 · 0.05 + 0.3 · 0.1 + 0.35",
        "    = 0.3925",
    ]


def test_a_component_step_as_text() -> None:
    [step] = [s for s in MAZUR.neuron_steps if s.quantity.id == "delta2_1"]
    assert as_text(step, MAZUR).splitlines()[-3:] == [
        "δ²₁ = (w³₁₁ δ³₁ + w³₂₁ δ³₂) σ′(z²₁)",
        "    ≈ (0.4 · 0.138498562 + 0.5 · (−0.0380982365)) · 0.241300709",
        "    ≈ 0.00877135469",
    ]


@pytest.mark.parametrize(
    ("id", "cost", "line"),
    [
        ("C", "quadratic", "C = ½ ‖y − a³‖²"),
        ("C", "cross-entropy", "C = −y · ln σ(z³) − (1 − y) · ln (1 − σ(z³))"),
        ("nabla_a3", "cross-entropy", "∇ₐC = (1 − y) / (1 − σ(z³)) − y / σ(z³)"),
        ("sigma_prime3", "quadratic", "σ′(z³) = σ(z³) ⊙ (1 − σ(z³))"),
        ("delta3", "quadratic", "δ³ = ∇ₐC ⊙ σ′(z³)"),
        ("delta3", "cross-entropy", "δ³ = a³ − y"),
        ("delta2", "quadratic", "δ² = ((w³)ᵀ δ³) ⊙ σ′(z²)"),
        ("nabla_w2", "quadratic", "∂C/∂w² = δ² (a¹)ᵀ"),
    ],
)
def test_matrix_equations_in_plain_text(id: str, cost: str, line: str) -> None:
    trace = trace_of([3, 4, 2], ["tanh", "sigmoid"], cost, 1)
    [step] = [step for step in trace.steps if step.quantity.id == id]
    assert line in as_text(step, trace).splitlines()


def test_no_latex_is_left() -> None:
    for trace, step in every_step():
        header, rows = as_table(step, trace)
        for text in [as_text(step, trace), *header, *(cell for row in rows for cell in row)]:
            assert not re.search(
                r"[\\{}<_$^*]|nan|None| ,|  (?! )(?<!\n    )", text.replace("\n    ", "\n")
            )


@laws
@given(traces())
def test_the_table_has_every_number_of_the_step(trace: Trace) -> None:
    for level in ("layer", "neuron"):
        for step in trace.at(level):
            header, rows = as_table(step, trace)
            assert all(len(row) == len(header) for row in rows)
            assert [row[1] for row in rows] == [exact(value) for value in step.result.ravel()]


@laws
@given(traces())
def test_the_written_sums_add_up(trace: Trace) -> None:
    """Read without a parser: the products between the plus signs of a weighted input."""
    for step in trace.steps:
        if step.equation.symbol != "z":
            continue
        for _, value, made in as_table(step, trace)[1]:
            numbers = as_python(re.split(" [=≈] ", made)[1])
            terms = [math.prod(map(float, term.split(" · "))) for term in numbers.split(" + ")]
            assert sum(terms) == pytest.approx(float(as_python(value)), rel=1e-7, abs=1e-7)


def as_python(text: str) -> str:
    """Numbers as Python has them: −1.25×10⁻⁷ as -1.25e-7."""
    powers = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789", "()")
    return text.replace("×10", "e").translate(powers)
