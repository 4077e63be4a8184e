"""A function of a vector as a formula."""

import numpy as np

from backprop.ideas.elementwise.compute import functions
from backprop.ideas.elementwise.words import applied
from tests.writing.reading import bare, uncoloured

COLOURS = ("#111111", "#222222")


def written(name: str, *v: float) -> str:
    f, vector = functions()[name], np.array(v)
    return bare_of(applied(f, vector, f.of(vector), COLOURS))


def bare_of(latex: str) -> str:
    return uncoloured(latex).replace("{-", "-").replace("}", "").replace("{", "")


def test_the_example_of_the_book() -> None:
    assert written("square", 2, 3) == bare_of(
        r"f\left(\begin{bmatrix} 2 \\ 3 \end{bmatrix}\right) = "
        r"\begin{bmatrix} f(2) \\ f(3) \end{bmatrix} = \begin{bmatrix} 4 \\ 9 \end{bmatrix}"
    )


def test_what_is_rounded_is_about_equal() -> None:
    assert r"\approx beginbmatrix 0.881 ".replace("beginb", r"\beginb") in written("sigmoid", 2)
    assert r"\approx" in written("half", 1 / 3)
    assert r"\approx" not in written("half", 3, -1)


def test_what_has_no_end_or_was_lost_is_about_equal() -> None:
    """sigma(40) is 1, e^-1000 is 0 and (1e-200)^2 is 0 in a float64, and only there."""
    assert r"\approx" in written("sigmoid", 40)
    assert r"\approx" in written("exp", -1000)
    assert r"\approx" in written("square", 1e-200)
    assert all(r"\approx" not in written(name, 0) for name in functions())
    assert r"\approx" not in written("relu", -1)


def test_numbers_in_and_out_have_their_colours() -> None:
    latex = applied(functions()["square"], np.array([2.0]), np.array([4.0]), COLOURS)
    assert latex.count("{#111111}{2}") == 2
    assert latex.count("{#222222}{4}") == 1
    assert bare(latex)
