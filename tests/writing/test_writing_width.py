"""The estimated widths against KaTeX's own, and the breaking of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.writing.formulas.width import em, width, wrap

# Measured in Chromium with KaTeX 0.16.47, in em.
MEASURED = [
    (r"w^{l+1}_{kj}", 1.91),
    (r"\delta^{l+1}_{k}", 1.65),
    (r"\sigma'(z^{l}_{j})", 2.47),
    ("x+x", 2.37),
    (r"x\cdot x", 1.87),
    ("1.5", 1.28),
    (r"\boxed{1.5}", 1.88),
    (r"\frac{\partial C}{\partial a^{L}_{j}}", 1.88),
    (r"\tfrac{\partial C}{\partial w^{3}_{12}}", 1.70),
    (r"-6.16\times 10^{-4}", 5.72),
    (r"\begin{bmatrix} 1 & 2 \\ 1 & 2\\ 1 & 2\end{bmatrix}", 3.33),
    (r"\underbrace{\delta^{6}}_{3\times 1}", 1.60),
    (r"2.3\mathrm{e}{-}5", 3.00),
    (r"\sum_k w", 2.35),
    (r"\lVert x \rVert^2", 1.97),
]


@pytest.mark.parametrize(("latex", "measured"), MEASURED)
def test_the_estimate_is_close(latex: str, measured: float) -> None:
    assert width(latex) == pytest.approx(measured, rel=0.06, abs=0.1)


def test_a_colour_takes_no_room() -> None:
    assert width(r"\textcolor{#123456}{w^{2}_{11}} + 1") == width(r"w^{2}_{11} + 1")


def test_em_keeps_a_little_back() -> None:
    assert 0.9 * 380 < em(380) * 1.21 * 16 < 380


def test_a_sum_is_broken_before_a_plus() -> None:
    assert wrap("a + b + c", 3.5, 3.5) == ["a + b", "+ c"]


def test_a_product_is_broken_only_where_it_alone_is_too_wide() -> None:
    latex = r"a + (b) \, c + (d) \cdot e"
    assert wrap(latex, 3.3, 3.3) == ["a", r"+ (b) \, c", r"+ (d) \cdot e"]
    assert wrap(latex, 2.5, 2.5) == ["a", "+ (b)", r"\, c", "+ (d)", r"\cdot e"]


def test_parentheses_and_braces_stay_whole() -> None:
    assert wrap("(a + b) - {c + d}", 4, 4) == ["(a + b)", "- {c + d}"]


def test_big_parentheses_are_broken_only_where_they_must_be() -> None:
    latex = r"\bigl( a + b \bigr) \cdot c"
    assert wrap(latex, 4, 4) == [r"\bigl( a + b \bigr)", r"\cdot c"]
    assert wrap(latex, 3, 3)[0] == r"\bigl( a"


@given(
    st.lists(st.sampled_from(["w a", "(-0.5)", "0.123", r"\frac{1}{2}"]), min_size=1),
    st.floats(4, 30),
)
def test_nothing_is_lost_and_every_line_fits(terms: list[str], room: float) -> None:
    latex = " + ".join(terms)
    lines = wrap(latex, room, room)
    assert " ".join(lines) == latex
    assert all(width(line) <= room + 0.01 for line in lines)
