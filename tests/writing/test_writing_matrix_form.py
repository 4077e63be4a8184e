"""Equations 33 to 35 in letters, and their multiplications added up in words."""

from backprop.engine.matrix_form import factors, factors_from_next
from backprop.engine.ways import from_the_left, from_the_right, with_hadamard
from backprop.writing.matrix_form import arithmetic, chain_latex, factor_text
from tests.writing.nets import trace_of
from tests.writing.reading import LIGHT

TRACE = trace_of([3, 4, 3, 2], ["sigmoid"] * 3, "quadratic", 1)


def bare(latex: str) -> str:
    for colour in LIGHT.values():
        latex = latex.replace(rf"\textcolor{{{colour}}}", "")
    return latex.replace("{", "").replace("}", "").replace(r" \, ", " ")


def test_the_factors_are_written_in_their_order() -> None:
    assert bare(chain_latex(factors(TRACE, 4), LIGHT)) == r"\delta^4 = \Sigma'(z^4) \nabla_a C"
    assert bare(chain_latex(factors_from_next(TRACE, 2), LIGHT)) == (
        r"\delta^2 = \Sigma'(z^2) (w^3)^T \delta^3"
    )
    assert bare(chain_latex(factors(TRACE, 2), LIGHT)) == (
        r"\delta^2 = \Sigma'(z^2) (w^3)^T \Sigma'(z^3) (w^4)^T \Sigma'(z^4) \nabla_a C"
    )
    texts = [factor_text(factor) for factor in factors(TRACE, 3)]
    assert texts == ["Σ′(z³)", "(w⁴)ᵀ", "Σ′(z⁴)", "∇ₐC"]


def test_how_the_work_adds_up() -> None:
    chain = factors(TRACE, 3)
    assert arithmetic(from_the_right(chain)) == "2·2·1 + 3·2·1 + 3·3·1 = 19"
    assert arithmetic(from_the_left(chain)) == "3·3·2 + 3·2·2 + 3·2·1 = 36"
    assert arithmetic(with_hadamard(chain)) == "2 + 3·2·1 + 3 = 11"
    assert arithmetic(with_hadamard(factors(TRACE, 4))) == "2"
