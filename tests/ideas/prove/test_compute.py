"""The cards: lines that hold, slips that do not, and which are offered."""

import pytest

from backprop import Network, run
from backprop.chapter.section_2_5 import CARDS as IN_THE_CHAPTER
from backprop.ideas.prove.compute import CARDS, Card, numbers, offered, with_lines
from backprop.ideas.prove.words_cards import NUDGES, RULES, SLIPS

SLIPPED = [card for card in CARDS.values() if card.instead]
TRACE = run(Network.random([3, 4, 3, 2], seed=2), [0.2, 0.5, 0.9], [0, 1])


def test_the_cards_of_a_link_are_those_that_there_are() -> None:
    assert set(CARDS) == set(IN_THE_CHAPTER)
    assert len(set(IN_THE_CHAPTER)) == len(IN_THE_CHAPTER)


def test_every_card_has_its_words() -> None:
    slips = {card.name for card in SLIPPED}
    assert set(SLIPS) == slips
    assert set(NUDGES) == set(RULES) == set(CARDS) - slips


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_line_holds_and_a_slip_does_not(card: Card) -> None:
    line = numbers(card, TRACE, l=3, j=2, k=3)
    differs = line.left != pytest.approx(line.right, rel=1e-9)
    assert differs == bool(card.instead)


def test_a_slip_stands_in_the_place_of_a_line_of_its_proof() -> None:
    for card in SLIPPED:
        assert CARDS[card.instead].of == card.of
        assert not CARDS[card.instead].instead


def test_what_would_be_true_is_not_offered_as_a_slip() -> None:
    """On 1-1 every sum has one term, and a linear neuron has a = z and sigma' = 1."""
    linear = Network.random([1, 1], "linear")
    assert {card.name for of in ("BP3", "BP4") for card in offered(of, linear, 2)} == {
        *(name for name in CARDS if not CARDS[name].instead), "bp3-value", "bp4-value", "bp4-a",
    }  # fmt: skip
    for network, l in ((TRACE.network, 3), (TRACE.network, 4)):
        assert {card.name for of in ("BP3", "BP4") for card in offered(of, network, l)} == {*CARDS}
    assert "bp4-delta" not in {card.name for card in offered("BP4", TRACE.network, 2)}


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (["bp3-chain", "bp3-only"], ["bp4-z", "bp3-chain", "bp3-only"]),
        (["bp3-chain", "bp3-chain", "bp4-a", "x"], ["bp4-z", "bp3-chain"]),
        ([], ["bp4-z"]),
        (None, ["bp4-z", "bp3-end"]),
        ([1, ["bp3-z"]], ["bp4-z", "bp3-end"]),
        ("bp3-z", ["bp4-z", "bp3-end"]),
    ],
)
def test_the_lines_of_one_proof_are_kept_beside_those_of_the_other(
    told: object, kept: list[str]
) -> None:
    assert with_lines(["bp4-z", "bp3-end"], "BP3", told) == kept
