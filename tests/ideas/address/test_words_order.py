"""The two orders of a weight's indices: shapes, results and reasons, worked by hand."""

import re

import numpy as np
import pytest
from hypothesis import given

from backprop import Network, Trace, run
from backprop.ideas.address.words_order import Try, tries
from backprop.lesson import PRESETS
from backprop.writing import PALETTE
from tests.laws import laws
from tests.writing.nets import traces
from tests.writing.reading import LIGHT, bare

BOOK = PRESETS["book"].trace()
# w a + b = (1*5 + 2*6 + 1, 3*5 + 4*6 + 2) = (18, 41); transposed (1*5 + 3*6 + 1, 2*5 + 4*6 + 2) =
# (24, 36).
SQUARE = run(Network({2: [[1, 2], [3, 4]]}, {2: [1, 2]}, "linear"), [5, 6], [0, 0])


def shapes(one: Try) -> list[str]:
    """The shapes below z, w, a and b."""
    found = re.findall(r"_\{([^{}]*(?:\\boxed\{\d+\}[^{}]*)?)\}", one.formula)
    return [re.sub(r"\\boxed\{(\d+)\}", r"\1", shape).replace(r" \times ", "x") for shape in found]


def last_column(one: Try) -> list[float]:
    body = bare(one.formula).split(r"\begin{bmatrix}")[1].split(r"\end{bmatrix}")[0]
    return [float(number) for number in body.replace(r"\:", "").split(r"\\")]


def test_the_books_order_fits_as_it_stands() -> None:
    (one,) = tries(BOOK, 3, "jk", LIGHT)
    assert shapes(one) == ["2x1", "2x4", "4x1", "2x1"]
    assert bare(one.formula).startswith(r"\underbrace{z^{3}}")
    assert one.right


def test_the_other_order_does_not_fit_without_a_transpose() -> None:
    plain, transposed = tries(BOOK, 3, "kj", LIGHT)
    assert shapes(plain) == ["2x1", "4x2", "4x1", "2x1"]
    assert not plain.right
    assert r"\overset{?}{=}" in plain.formula
    assert "bmatrix" not in plain.formula
    assert shapes(transposed) == ["2x1", "2x4", "4x1", "2x1"]
    assert transposed.right
    assert r"(\tilde w^{3})^T" in bare(transposed.formula)


def test_a_square_matrix_fits_and_is_wrong() -> None:
    plain, transposed = tries(SQUARE, 2, "kj", LIGHT)
    assert shapes(plain) == shapes(transposed) == ["2x1", "2x2", "2x1", "2x1"]
    assert (plain.right, transposed.right) == (False, True)
    assert last_column(plain) == [24, 36]
    assert r"\ne" in plain.formula
    assert last_column(transposed) == [18, 41]
    assert r"\ne" not in transposed.formula
    assert "the result is wrong" in plain.sentence


def test_a_single_weight_has_no_order() -> None:
    plain, _ = tries(PRESETS["nielsen-neuron"].trace(), 2, "kj", LIGHT)
    assert plain.right
    assert "no order to get wrong" in plain.sentence


@pytest.mark.parametrize(("w", "x"), [([[1, 2], [2, 1]], [5, 6]), ([[1, 2], [3, 4]], [0, 0])])
def test_what_comes_out_right_by_luck_is_called_so(w: list[list[float]], x: list[float]) -> None:
    plain, _ = tries(run(Network({2: w}, {2: [1, 2]}), x, [0, 0]), 2, "kj", LIGHT)
    assert plain.right
    assert "luck" in plain.sentence


def test_small_numbers_that_differ_are_wrong() -> None:
    """1e-13 * 5 + 2e-13 * 6 = 1.7e-12, and transposed 1e-13 * 5 + 3e-13 * 6 = 2.3e-12."""
    trace = run(Network({2: [[1e-13, 2e-13], [3e-13, 4e-13]]}, {2: [0, 0]}), [5, 6], [0, 0])
    plain, _ = tries(trace, 2, "kj", LIGHT)
    assert not plain.right


def test_what_comes_of_an_activation_without_end_is_not_given_in_full() -> None:
    """sigma(40) is 1 in a float64, and only there."""
    trace = run(Network({2: [[40]], 3: [[1]]}, {2: [0], 3: [0]}), [1], [0])
    hidden, output = (tries(trace, l, "jk", LIGHT)[0].formula for l in (2, 3))
    assert (r"\approx" in hidden, r"\approx" in output) == (False, True)


@laws
@given(traces())
def test_the_last_way_is_always_right(trace: Trace) -> None:
    for l in range(2, trace.network.L + 1):
        n, before = trace.network.w[l].shape
        (book,), (plain, transposed) = (tries(trace, l, o, PALETTE["dark"]) for o in ("jk", "kj"))
        assert book.right
        assert transposed.right
        turned = trace.network.w[l].T
        assert bool(shapes(plain)[1] == f"{before}x{n}")
        if n == before:
            result = np.dot(turned, trace.a[l - 1]) + trace.network.b[l]
            assert plain.right == np.allclose(result, trace.z[l], rtol=1e-9, atol=1e-12)
        else:
            assert not plain.right


def test_a_large_layer_has_its_result_too() -> None:
    trace = run(Network.random([12, 12], seed=1), [0.5] * 12, [0.5] * 12)
    _, transposed = tries(trace, 2, "kj", LIGHT)
    assert last_column(transposed) == pytest.approx(trace.z[2].ravel().tolist(), rel=0.1)


def test_what_is_no_order_and_no_layer() -> None:
    with pytest.raises(ValueError, match="order must be jk or kj; got 'ij'"):
        tries(BOOK, 3, "ij", LIGHT)
    with pytest.raises(ValueError, match="a 3-4-2 network has no w¹"):
        tries(BOOK, 1, "jk", LIGHT)
