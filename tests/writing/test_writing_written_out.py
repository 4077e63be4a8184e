"""Sums within sums written out with addresses and with numbers, letter by letter."""

from dataclasses import replace

import numpy as np

from backprop import Equation, Step
from backprop.engine.template import Indices, Node, Number, Rate, Ref
from backprop.engine.template_latex import latex
from backprop.engine.template_reading import read
from backprop.writing import as_text, worked
from backprop.writing.formulas.written_out import written_out
from backprop.writing.text.template_text import text
from tests.engine.test_engine_template import SUM_OVER_PATHS
from tests.writing.reading import LIGHT
from tests.writing.test_writing_latex_by_hand import TRACE, lines

NESTED = Equation(
    name="cost",
    title="A sum within a sum",
    symbol="C",
    numbers=(),
    template="<C> = [m| [n| <w mn> <a_prev n> |] <b m> |] - [m| <b m> |]",
    formula=lambda w, a_prev, b: b.T @ w @ a_prev - b.sum(),
)
OPERANDS = {
    "w": np.array([[2.0, -1.0], [0.5, 3.0]]),
    "a_prev": np.array([[-3.0], [4.0]]),
    "b": np.array([[10.0], [-2.0]]),
}
# (2 * -3 + -1 * 4) * 10 + (0.5 * -3 + 3 * 4) * -2 - (10 - 2) = -100 - 21 - 8
STEP = Step(NESTED, 2, OPERANDS, np.array(-129.0))


def test_a_sum_within_a_sum_as_a_formula() -> None:
    assert lines(worked(STEP, 1, LIGHT, room=4000)) == [
        r"C = \bigl( w^{2}_{11} a^{1}_{1} + w^{2}_{12} a^{1}_{2} \bigr) b^{2}_{1} "
        r"+ \bigl( w^{2}_{21} a^{1}_{1} + w^{2}_{22} a^{1}_{2} \bigr) b^{2}_{2} "
        r"- \bigl( b^{2}_{1} + b^{2}_{2} \bigr)",
        r"= \bigl( 2 \cdot (-3) + (-1) \cdot 4 \bigr) \cdot 10 "
        r"+ \bigl( 0.5 \cdot (-3) + 3 \cdot 4 \bigr) \cdot (-2) - \bigl( 10 + (-2) \bigr) = -129",
    ]


def test_a_sum_within_a_sum_as_text() -> None:
    assert as_text(STEP, TRACE).splitlines()[-3:] == [
        "C = (w²₁₁ a¹₁ + w²₁₂ a¹₂) b²₁ + (w²₂₁ a¹₁ + w²₂₂ a¹₂) b²₂ − (b²₁ + b²₂)",
        "    = (2 · (−3) + (−1) · 4) · 10 + (0.5 · (−3) + 3 · 4) · (−2) − (10 + (−2))",
        "    = −129",
    ]


def test_the_paths_of_equation_53_are_written_out() -> None:
    """Two outputs and one neuron before them: two paths."""

    def rate(node: Ref | Rate, at: Indices, _: bool) -> Node:
        assert isinstance(node, Rate)
        sides = [side for side in (node.of, node.by) if isinstance(side, Ref)]
        of, by = (ref.name + "".join(str(at[i]) for i in ref.indices) for ref in sides)
        return Number(f"{of}/{by}")

    paths = read(SUM_OVER_PATHS.split(" = ")[1])
    tree = written_out(paths, {"j": 3, "k": 4}, rate, lambda index, _: {"m": 2, "n": 1}[index])
    assert latex(tree, lambda _: None) == (
        r"\bigl( C/a1 a1/a1 a1/a3 + C/a2 a2/a1 a1/a3 \bigr) a3/w34"
    )


def test_a_sum_over_two_indices_runs_through_the_first_one_last() -> None:
    step = Step(replace(NESTED, template="<C> = [mn| <w mn> |]"), 2, OPERANDS, np.array(4.5))
    assert lines(worked(step, 1, LIGHT, room=4000))[1] == "= 2 + (-1) + 0.5 + 3 = 4.5"


def test_sums_and_rates_as_text() -> None:
    def name(node: Node) -> str | None:
        return node.name if isinstance(node, Ref) else None

    tree = read(r"[mn| \frac{\partial <C>}{\partial <a m>} (<w>)^T |]")
    assert text(tree, name) == "Σ_mn ∂C/∂a (w)ᵀ"
