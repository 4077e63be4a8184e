"""Equation 28 with numbers put in."""

import numpy as np

from backprop.engine.products import hadamard
from backprop.ideas.products.words import entrywise, sum_text
from backprop.writing.formulas.width import em, width


def test_the_example_of_the_book() -> None:
    s, t = np.array([[1.0], [2.0]]), np.array([[3.0], [4.0]])
    assert entrywise(s, t, hadamard(s, t)) == (
        r"{\begin{bmatrix} 1 \\ 2 \end{bmatrix} \odot \begin{bmatrix} 3 \\ 4 \end{bmatrix} = "
        r"\begin{bmatrix} 1 \cdot 3 \\ 2 \cdot 4 \end{bmatrix} = "
        r"\begin{bmatrix} 3 \\ 8 \end{bmatrix}}"
    )


def test_a_minus_in_the_middle_stands_in_parentheses() -> None:
    s, t = np.array([[-1.0]]), np.array([[-0.5]])
    assert r"-1 \cdot (-0.5)" in entrywise(s, t, hadamard(s, t))


def test_a_rounded_result_is_about_equal() -> None:
    s, t = np.array([[1.0], [3.0]]), np.array([[2.0], [1 / 3]])
    assert r" \approx " in entrywise(s, t, np.array([[2.0], [0.9999]]))


def test_rounded_factors_and_a_lost_product_are_about_equal() -> None:
    """1.2345 * 2000 = 2469, but 1.23 * 2000 is not; 1e-200 squared is 0 in a float64 alone."""
    for s, t in ((1.2345, 2000.0), (1e-200, 1e-200)):
        one, other = np.array([[s]]), np.array([[t]])
        assert r"\approx" in entrywise(one, other, hadamard(one, other))


def test_the_products_go_where_there_is_no_room() -> None:
    s, t = np.full((12, 1), -1.234e-5), np.full((12, 1), -9.876e-5)
    wide, narrow = (entrywise(s, t, hadamard(s, t), room) for room in (900, 260))
    assert r"\cdot" in wide
    assert r"\cdot" not in narrow
    assert narrow.startswith(r"{\scriptsize ")
    assert width(wide[1:-1]) <= em(900)


def test_noise_in_the_last_digit_is_no_rounding() -> None:
    s, t = np.array([[0.1]]), np.array([[3.0]])
    assert hadamard(s, t).item() != 0.3
    assert r"0.1 \cdot 3 \end{bmatrix} = \begin{bmatrix} 0.3 " in entrywise(s, t, hadamard(s, t))


def test_a_sum_is_written_with_its_first_terms() -> None:
    def text(*terms: float) -> str:
        return sum_text(np.array([terms]).T, np.array([[sum(terms)]]))

    assert text(3, 8) == "3 + 8 = 11"
    assert text(-1, 2, -3) == "−1 + 2 + (−3) = −2"
    assert text(1, 2, 3, 4, 5) == "1 + 2 + 3 + 4 + … = 15"
    assert text(0.12345, -0.2) == "0.123 + (−0.2) ≈ −0.0766"
    assert text(2e6, 1e-5) == "2×10⁶ + 1×10⁻⁵ ≈ 2.00×10⁶"
