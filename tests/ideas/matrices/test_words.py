"""Equations 33 to 35 in letters, their work in words, and whether the orders agree."""

import numpy as np
import pytest

from backprop.ideas.matrices.compute import Factor, factors, factors_from_next
from backprop.ideas.matrices.compute_multiplication_order import (
    WorkedProduct,
    from_the_left,
    from_the_right,
    with_hadamard,
)
from backprop.ideas.matrices.words import (
    DOTS,
    FACTORS,
    agreement,
    arithmetic,
    factor_text,
    from_the_other_end,
    in_letters,
    zeros,
)
from tests.writing.nets import trace_of
from tests.writing.reading import LIGHT, uncoloured

TRACE = trace_of([3, 4, 3, 2], ["sigmoid"] * 3, "quadratic", 1)
AT = {"l": 2, "l+1": 3, "L-1": 3, "L": 4}


def bare(latex: str) -> str:
    return uncoloured(latex).replace("{", "").replace("}", "")


def addresses(chain: tuple[Factor, ...]) -> list[tuple[str, int]]:
    return [(one.quantity.symbol, one.quantity.l) for one in chain]


@pytest.mark.parametrize(
    ("number", "chain"),
    [("33", factors(TRACE, 4)), ("34", factors_from_next(TRACE, 2)), ("35", factors(TRACE, 2))],
)
def test_the_letters_stand_for_the_factors(number: str, chain: tuple[Factor, ...]) -> None:
    """With L = 4 and l = 2 nothing is left for the dots of (35) to say."""
    letters = [(symbol, AT[l]) for symbol, l in (one for one in FACTORS[number] if one != DOTS)]
    assert letters == addresses(chain)


def test_the_equations_as_the_book_has_them() -> None:
    first, second, third = bare(in_letters(LIGHT)).split(r"\\")
    assert r"\delta^L &= \Sigma'(z^L) \nabla_a C" in first
    assert r"\delta^l &= \Sigma'(z^l) (w^l+1)^T \delta^l+1" in second
    assert (
        r"\delta^l &= \Sigma'(z^l) (w^l+1)^T \cdots "
        r"\Sigma'(z^L-1) (w^L)^T \Sigma'(z^L) \nabla_a C" in third
    )


def test_the_factors_as_text() -> None:
    texts = [factor_text(factor) for factor in factors(TRACE, 3)]
    assert texts == ["Σ′(z³)", "(w⁴)ᵀ", "Σ′(z⁴)", "∇ₐC"]
    assert factor_text(factors_from_next(TRACE, 2)[-1]) == "δ³"


def test_how_the_work_adds_up() -> None:
    chain = factors(TRACE, 3)
    assert arithmetic(from_the_right(chain)) == "2·2·1 + 3·2·1 + 3·3·1"
    assert arithmetic(from_the_left(chain)) == "3·3·2 + 3·2·2 + 3·2·1"
    assert arithmetic(with_hadamard(chain)) == "2 + 3·2·1 + 3"
    equal = WorkedProduct(np.zeros((4, 1)), ((4,), (4, 4, 1), (4,), (4, 4, 1), (4,)))
    assert arithmetic(equal) == "3 × 4 + 2 × 4·4·1"
    assert equal.count == 3 * 4 + 2 * 16


def test_whether_the_ways_agree() -> None:
    delta = TRACE.delta[3]
    assert "to the last digit" in agreement([delta, delta], TRACE, 3)
    close = delta * (1 + 1e-12)
    assert "but for rounding" in agreement([delta, close], TRACE, 3)
    assert "difference between the ways is 0.5" in agreement([delta, delta + 0.5], TRACE, 3)


def test_what_the_zeros_cost() -> None:
    """12 + 6 + 2 zeros stand in the three diagonal matrices of 3-4-3-2."""
    chain = factors(TRACE, 2)
    assert zeros(from_the_right(chain), with_hadamard(chain)).startswith("20 of the 47 ")
    narrow = factors(trace_of([3, 1, 1], ["tanh"] * 2, "quadratic", 1), 2)
    assert "saves nothing" in zeros(from_the_right(narrow), with_hadamard(narrow))


def test_what_the_other_end_costs() -> None:
    chain = factors(TRACE, 2)
    assert from_the_other_end(from_the_right(chain), from_the_left(chain)).endswith(
        " 2.81 times the work."
    )
    narrow = factors(trace_of([3, 1, 4], ["tanh"] * 2, "quadratic", 1), 2)
    assert from_the_left(narrow).count == 4 + 16 + 4
    assert from_the_right(narrow).count == 16 + 4 + 1
    assert "1.14 times" in from_the_other_end(from_the_right(narrow), from_the_left(narrow))
