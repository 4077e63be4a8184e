"""The products of two vectors: the book's example, laws, and what does not fit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.engine.activations import Array
from backprop.engine.products import hadamard, inner, misfit, outer

S, T = np.array([[1.0], [2.0]]), np.array([[3.0], [4.0]])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Array, Array]:
    n = draw(st.integers(1, 12))
    numbers = st.lists(st.integers(-1000, 1000), min_size=n, max_size=n)
    s, t = (np.array(draw(numbers), dtype=float)[:, None] for _ in "st")
    return s, t


def test_the_example_of_equation_28() -> None:
    assert hadamard(S, T).tolist() == [[3], [8]]
    assert inner(S, T).tolist() == [[11]]
    assert outer(S, T).tolist() == [[3, 4], [6, 8]]


@given(pairs())
def test_every_product_is_in_the_outer_one(pair: tuple[Array, Array]) -> None:
    s, t = pair
    table = outer(s, t).tolist()
    for j, row in enumerate(table):
        assert row == [float(s[j, 0]) * float(t[k, 0]) for k in range(len(t))]
    diagonal = [table[j][j] for j in range(len(s))]
    assert hadamard(s, t).ravel().tolist() == diagonal
    assert inner(s, t).item() == sum(diagonal)
    assert hadamard(t, s).tolist() == hadamard(s, t).tolist()


@pytest.mark.parametrize("product", [hadamard, inner])
def test_different_lengths_are_refused(product: object) -> None:
    assert callable(product)
    with pytest.raises(ValueError, match="same length; got 2 and 3 numbers"):
        product(S, np.ones((3, 1)))
    with pytest.raises(ValueError, match="got 2 and 1 numbers"):
        product(S, np.ones((1, 1)))


def test_different_lengths_still_have_an_outer_product() -> None:
    assert outer(S, np.array([[1.0], [0.0], [-1.0]])).tolist() == [[1, 0, -1], [2, 0, -2]]


def test_why_two_columns_are_no_matrix_product() -> None:
    assert misfit((3, 1), (3, 1)).endswith("got 1 and 3")
    assert misfit((1, 3), (3, 1)) == misfit((3, 1), (1, 3)) == misfit((1, 1), (1, 1)) == ""


@given(*[st.integers(1, 4)] * 4)
def test_what_does_not_fit_is_what_numpy_refuses(p: int, q: int, r: int, s: int) -> None:
    first, second = np.ones((p, q)), np.ones((r, s))
    if misfit(first.shape, second.shape):
        with pytest.raises(ValueError, match="mismatch"):
            first @ second
    else:
        assert (first @ second).shape == (p, s)
