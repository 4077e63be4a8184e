"""A wrong equation as it is written: the shapes under its factors, and the sentence of a misfit."""

import re

import pytest
from hypothesis import given

from backprop import Quantity, Trace
from backprop.ideas.remove.compute_faulty_backward import AppliedEquation, backward
from backprop.ideas.remove.compute_mistakes import MISTAKES, offered
from backprop.ideas.remove.words_shapes import fitted, misfit_sentence
from tests.laws import laws
from tests.writing.nets import trace_of, traces
from tests.writing.reading import LIGHT, bare
from tests.writing.test_writing_latex import ALLOWED

# w^4 is 2 x 3, w^3 is 3 x 4, w^2 is 4 x 3.
TRACE = trace_of([3, 4, 3, 2], ["tanh", "tanh", "sigmoid"], "quadratic", seed=1)


def apply(id: str, *names: str, trace: Trace = TRACE) -> AppliedEquation:
    found = backward(trace, [MISTAKES[name] for name in names], eta=0.5)
    return found.equations[Quantity.parse(id)]


def written(id: str, *names: str) -> str:
    """The formula without colours, an underbrace as X_[2x4] and a box as !4."""
    formula = bare(fitted(apply(id, *names), LIGHT, room=2000))
    formula = re.sub(r"\\boxed\{\\scriptstyle (\d+)\}", r"!\1", formula)
    while r"\underbrace" in formula:
        formula = re.sub(
            r"\\underbrace\{((?:[^{}]|\{[^{}]*\}|\{(?:[^{}]|\{[^{}]*\})*\})*?)\}"
            r"_\{(!?\d+)\\times (!?\d+)\}(?!.*\\underbrace)",
            r"\1[\2x\3]",
            formula,
        )
    return formula.replace("  ", " ")


@pytest.mark.parametrize(
    ("id", "names", "expected"),
    [
        (
            "delta3",
            [],
            r"\delta^{3}[3x1] = ( (w^{4})^T[3x2] \delta^{4}[2x1] ) \odot \sigma'(z^{3})[3x1]",
        ),
        (
            "delta3",
            ["bp2-slope"],
            r"\delta^{3}[3x1] = (w^{4})^T[3x2] \delta^{4}[2x1]",
        ),
        (
            "delta3",
            ["bp2-transpose"],
            r"\delta^{3}[3x1] = ( w^{4}[2x!3] \delta^{4}[!2x1] ) \odot \sigma'(z^{3})[3x1]",
        ),
        (
            "delta3",
            ["bp2-layer"],
            r"\delta^{3}[3x1] = ( (w^{4})^T[3x2] \delta^{4}[2x1] )[!3x1] "
            r"\odot \sigma'(z^{4})[!2x1]",
        ),
        (
            "delta3",
            ["bp2-product"],
            r"\delta^{3}[3x1] = ( (w^{4})^T[3x2] \delta^{4}[2x1] )[3x!1] \sigma'(z^{3})[!3x1]",
        ),
        (
            "delta3",
            ["bp2-new", "bp2-of-a"],
            r"\delta^{3}[3x1] = ( (\text{new }w^{4})^T[3x2] \delta^{4}[2x1] ) "
            r"\odot \sigma'(a^{3})[3x1]",
        ),
        (
            "delta4",
            ["bp1-sign"],
            r"\delta^{4}[2x1] = ( y[2x1] - a^{4}[2x1] ) \odot \sigma'(z^{4})[2x1]",
        ),
        (
            "nabla_b2",
            ["bp3-bias"],
            r"\frac{\partial C}{\partial b^{2}}[4x1] = b^{2}[4x1] \odot \delta^{2}[4x1]",
        ),
        (
            "nabla_w3",
            ["bp4-order"],
            r"\frac{\partial C}{\partial w^{3}}[!3x!4] = a^{2}[4x1] (\delta^{3})^T[1x3][!4x!3]",
        ),
        (
            "nabla_w3",
            ["bp4-a"],
            r"\frac{\partial C}{\partial w^{3}}[3x!4] = \delta^{3}[3x1] (a^{3})^T[1x3][3x!3]",
        ),
        (
            "nabla_w3",
            ["bp4-transpose"],
            r"\frac{\partial C}{\partial w^{3}}[3x4] = \delta^{3}[3x!1] a^{2}[!4x1]",
        ),
    ],
)
def test_shapes_under_the_factors(id: str, names: list[str], expected: str) -> None:
    assert written(id, *names) == expected


@pytest.mark.parametrize(
    ("id", "names", "expected"),
    [
        ("delta3", ["bp2-transpose"], "w⁴ is 2×3 and δ⁴ is 2×1: 3 columns meet 2 rows."),
        (
            "delta3",
            ["bp2-product"],
            "(w⁴)ᵀ δ⁴ is 3×1 and σ′(z³) is 3×1: 1 column meets 3 rows.",
        ),
        (
            "delta3",
            ["bp2-layer"],
            "(w⁴)ᵀ δ⁴ is 3×1 and σ′(z⁴) is 2×1: ⊙ needs two of the same shape.",
        ),
        ("nabla_b4", ["bp3-input"], "a³ is 3×1 and δ⁴ is 2×1: ⊙ needs two of the same shape."),
        ("nabla_w3", ["bp4-a"], "δ³ (a³)ᵀ comes out 3×3, but ∂C/∂w³ is 3×4."),
        (
            "nabla_w3",
            ["bp4-order"],
            "a² (δ³)ᵀ comes out 4×3, but ∂C/∂w³ is 3×4: rows and columns have changed places.",
        ),
        ("nabla_w4", ["bp4-transpose"], "δ⁴ is 2×1 and a³ is 3×1: 1 column meets 3 rows."),
        ("delta3", ["bp2-slope"], ""),
        ("delta3", [], ""),
    ],
)
def test_the_sentence_of_a_misfit(id: str, names: list[str], expected: str) -> None:
    assert misfit_sentence(apply(id, *names)) == expected


def test_one_row_is_not_rows() -> None:
    trace = trace_of([2, 3, 1], ["tanh", "tanh"], "quadratic", seed=1)
    assert misfit_sentence(apply("delta2", "bp2-transpose", trace=trace)) == (
        "w³ is 1×3 and δ³ is 1×1: 3 columns meet 1 row."
    )


@laws
@given(traces())
def test_every_wrong_equation_is_whole_and_fits_its_column(trace: Trace) -> None:
    for mistakes in offered(trace.network).values():
        for mistake in mistakes:
            for applied in backward(trace, [mistake], eta=0.5).equations.values():
                formula = fitted(applied, LIGHT)
                assert formula.count("{") == formula.count("}")
                assert formula.count("(") == formula.count(")")
                assert "<" not in formula
                commands = set(re.findall(r"\\(?:[a-zA-Z]+|.)", formula))
                assert commands <= {*ALLOWED, r"\scriptstyle"}
                assert (r"\boxed" in formula) == (applied.misfit is not None)
