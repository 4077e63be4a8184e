"""A function of a vector: the numbers of equation (24), and each function by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import ACTIVATIONS, run
from backprop.ideas.elementwise.compute import functions
from tests.engine.lessons import lesson

pytestmark = pytest.mark.filterwarnings("error")

FUNCTIONS = functions()
BY_HAND = {
    "square": (-3.0, 9.0),
    "sigmoid": (math.log(3), 0.75),
    "tanh": (math.log(2), 0.6),
    "relu": (-2.0, 0.0),
    "leaky-relu": (-2.0, -0.02),
    "linear": (-2.0, -2.0),
    "cube": (-2.0, -8.0),
    "half": (-3.0, -1.5),
    "absolute": (-2.0, 2.0),
    "exp": (math.log(5), 5.0),
}


def test_the_example_of_the_book() -> None:
    assert next(iter(FUNCTIONS)) == "square"
    assert FUNCTIONS["square"].of(np.array([2.0, 3.0])).tolist() == [4, 9]


def test_every_function_is_worked_by_hand() -> None:
    assert set(FUNCTIONS) == set(BY_HAND)
    assert set(ACTIVATIONS) <= set(FUNCTIONS)
    for name, (x, y) in BY_HAND.items():
        assert FUNCTIONS[name].name == name
        np.testing.assert_allclose(FUNCTIONS[name].of(np.array([x, 0.5]))[0], y, rtol=1e-14)


@given(st.sampled_from([*FUNCTIONS]), st.lists(st.floats(-700, 700), min_size=1, max_size=12))
def test_an_entry_depends_on_its_own_entry_alone(name: str, v: list[float]) -> None:
    f = FUNCTIONS[name].of
    together = f(np.array(v))
    assert together.shape == (len(v),)
    alone = [f(np.array([x]))[0] for x in v]
    np.testing.assert_allclose(together, alone, rtol=1e-14)
    np.testing.assert_allclose(f(np.array(v[::-1])), together[::-1], rtol=1e-14)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_activation_of_a_layer_is_the_same_function(name: str) -> None:
    trace = run(*lesson([3, 4, 2], [name, name], "quadratic", 1, seed=3))
    np.testing.assert_array_equal(FUNCTIONS[name].of(trace.z[2]), trace.a[2])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_it_is_written_in_x(name: str) -> None:
    latex = FUNCTIONS[name].latex
    assert "x" in latex
    assert "z" not in latex


def test_the_activations_keep_their_formulas() -> None:
    assert FUNCTIONS["sigmoid"].latex == r"\frac{1}{1+e^{-x}}"
    assert FUNCTIONS["relu"].latex == r"\max(0, x)"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_million_is_taken_by_all_but_exp(name: str) -> None:
    v = np.array([1e6, -1e6])
    if name == "exp":
        with pytest.raises(ValueError, match=r"the size of entry 1 is beyond 1\.8×10³⁰⁸"):
            FUNCTIONS[name].of(v)
    else:
        assert np.isfinite(FUNCTIONS[name].of(v)).all()


def test_what_is_too_large_is_named() -> None:
    with pytest.raises(ValueError, match="must be finite; the size of entry 2 is beyond"):
        FUNCTIONS["exp"].of(np.array([1.0, 1000.0, 2000.0]))
    assert FUNCTIONS["exp"].of(np.array([-1000.0])).tolist() == [0]
