"""Nothing that a page says is false, whatever the lesson: every sentence, number and formula.

A page that is built later is here as soon as the chapter has it. How its sentences are checked is
said in ``claims.py`` beside the tests of its idea; one that nobody checks is a failure, too.
"""

import pytest

from tests.claims import formulas
from tests.claims.claims import Scene, check_number, judge
from tests.claims.lessons import VIEWS, visit
from tests.claims.page import faults, learn_claims
from tests.claims.said import Text
from tests.claims.truth import Truth

EACH = 21
"""Lessons for each page and part: more than 500 in all."""


@pytest.mark.parametrize("view", range(len(VIEWS)), ids=["-".join(filter(None, v)) for v in VIEWS])
def test_nothing_that_a_page_says_is_false(view: int) -> None:
    page, part = VIEWS[view]
    visits = [visit(page, part, n * len(VIEWS) + view) for n in range(EACH)]
    found = [f"{fault}\n    {one.query}" for one in visits for fault in faults(one)]
    assert not found, "\n".join(found[:10])


# of the reader itself


@pytest.fixture
def scene() -> Scene:
    """The book's network, as the explorer has it."""
    learn_claims()
    return Scene(visit("explorer.py", "", 0).lesson, "explorer.py", "", {"steps": []})


def test_a_claim_that_nobody_checks_is_a_fault(scene: Scene) -> None:
    (fault,) = judge(Text("The largest of all weights is purple.", "markdown"), scene)
    assert fault.startswith("nobody checks")
    assert not [*judge(Text("A neuron in purple", "markdown"), scene)]


@pytest.mark.parametrize("text", ["0.501", "0.5006", "−0.500", "0.50", "5.00×10⁻¹"])
def test_a_number_is_read_to_its_last_digit(text: str) -> None:
    check_number("0.500", 0.50049)
    with pytest.raises(AssertionError):
        check_number(text, 0.50049)


@pytest.mark.parametrize(
    ("latex", "holds"),
    [
        (r"0.5 \cdot 0.5 = 0.25", True),
        (r"0.333 \cdot 3 = 1", False),  # 0.999 as printed
        (r"0.333 \cdot 3 \approx 1", True),
        (r"0.333 \cdot 3 \approx 1.02", False),
        (r"a^{2}_{1} = 0.881", False),  # 0.8807970...
        (r"a^{2}_{1} \approx 0.881", True),
        (r"\sigma(2) = 0.881", False),
        (r"-2 - (-3) = 1", True),
        (r"\begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 3 \\ 4 \end{bmatrix} = 11", True),
        (r"\begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 3 \\ 4 \end{bmatrix} = 12", False),
    ],
)
def test_a_formula_holds_as_it_is_printed(latex: str, holds: bool) -> None:
    truth = Truth({2: [[2.0]]}, {2: [0.0]}, {2: "sigmoid"}, "quadratic", [1.0], [0.0])
    if holds:
        assert formulas.check(latex, truth)
    else:
        with pytest.raises(AssertionError):
            formulas.check(latex, truth)
