"""What is said of batches and of their steps, one case after the other."""

import pytest

from backprop.engine import Network, Quantity
from backprop.ideas.batch.words import about, named, sentence
from backprop.ideas.batch.words_costs import differs, moved, moved_by_epoch
from backprop.ideas.batch.words_formulas import with_numbers
from backprop.writing import PALETTE
from tests.writing.reading import uncoloured

NET = Network.random([1, 1])


def test_examples_are_named_and_of_many_the_first_and_the_last() -> None:
    assert named((3,)) == "example 3"
    assert named((1, 2)) == "examples 1 and 2"
    assert named((1, 2, 3, 4, 5, 6)) == "examples 1, 2, 3, 4, 5 and 6"
    assert named(tuple(range(1, 65))) == "examples 1, 2, 3, 4, 5 … 64"


def test_one_example_is_not_added_up() -> None:
    assert "added up" not in sentence((4,), NET)
    assert sentence((4, 5), NET).startswith("Each of the 2 examples")


def test_an_example_is_written_with_real_signs() -> None:
    assert about([0.5, -1], [0]) == "0.5, −1 → 0"


@pytest.mark.parametrize(
    ("batch", "angle", "said"),
    [
        ((1, 2, 3, 4), 0.0, "This batch has all the examples"),
        ((1, 2), 26.6, "about 27° away"),
        ((1, 2), 0.4, "the same way"),
        ((1, 2), None, "is 0, so their directions cannot be compared"),
        ((2,), 95.0, "needs 4 passes, this one needs 1. The price"),
    ],
)
def test_how_a_batch_differs_from_all(
    batch: tuple[int, ...], angle: float | None, said: str
) -> None:
    assert said in differs(batch, 4, angle)


@pytest.mark.parametrize(
    ("batch", "after", "said"),
    [
        ((1, 2), 0.25, "went down from 0.5 to 0.25."),
        ((1, 2), 0.75, "a step that sees only examples 1 and 2 may do that."),
        ((1, 2, 3), 0.75, "the step was too long."),
        ((1, 2), 0.5, "stays at 0.5, to 14 digits."),
        ((1, 2), None, "Now the cost of at least one example cannot be taken."),
        ((1, 2), 0.499999, "went down from 0.5 to 0.499999."),
    ],
)
def test_what_a_step_did_to_the_cost(
    batch: tuple[int, ...], after: float | None, said: str
) -> None:
    text = moved(NET, 1, batch, 3, 0.5, after)
    assert text.startswith("The step over batch 1 is taken.")
    assert said in text


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        (
            [0.5, 0.75, 0.25],
            "took 2 steps. The mean C over all examples went down from 0.5 to 0.25.",
        ),
        ([0.5, 0.75], "took 1 step. The mean C over all examples went up from 0.5 to 0.75."),
        ([0.5, None, 0.5], "The mean C over all examples stays at 0.5, to 14 digits."),
        ([0.5, 0.4, None], "Now the cost of at least one example cannot be taken."),
    ],
)
def test_what_an_epoch_did_to_the_cost(costs: list[float | None], said: str) -> None:
    assert said in moved_by_epoch(NET, costs)


def test_the_rule_with_numbers() -> None:
    """2 - 0.5/2 (1 - 3) = 2.5."""
    formula = with_numbers(
        Quantity("w", 2, 1, 1), 2.0, [1.0, -3.0], 0.5, 2.5, PALETTE["light"], 410
    )
    text = uncoloured(formula).replace("{", "").replace("}", "")
    assert r"2 - \frac0.52 \bigl( 1 - 3 \bigr)" in text
    assert "= 2.5" in text
    rounded = with_numbers(Quantity("w", 2, 1, 1), 2.0, [1 / 3], 0.5, 11 / 6, PALETTE["light"], 410)
    assert r"\approx" in rounded
