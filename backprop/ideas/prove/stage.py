"""The stage of the exercise: the cards, and what judges and hints need to know of each."""

from collections.abc import Sequence

from backprop.chapter.section_2_5 import CARDS as ORDER
from backprop.engine import Trace
from backprop.engine.quantity import neuron_id
from backprop.figures.json import Json
from backprop.ideas.prove.compute import Card, numbers, offered
from backprop.ideas.prove.words import CHOSEN, TEXTS, both_sides, compared, proved
from backprop.ideas.prove.words_cards import NUDGES, RULES, SLIPS
from backprop.stage import Picture, StageData, diagram
from backprop.stage.formula import formula, spoken

Place = tuple[int, int, int]
"""A layer l, a neuron j of it, and the k of one of its weights."""


def stage_data(trace: Trace, of: str, place: Place, lines: Sequence[str]) -> StageData:
    """What the stage is sent for the proof of BP3 or BP4, with these cards in it so far."""
    cards = offered(of, trace.network, place[0])
    names = [card.name for card in cards]
    part = {
        "module": "ideas/prove/cards.js",
        "of": of,
        "cards": [_card(card, trace, place) for card in cards],
        "pool": [name for name in ORDER if name in names],
        "lines": [name for name in lines if name in names],
        "proved": proved(of, trace, *place),
        "texts": TEXTS,
    }
    l, j, _ = place
    marked = {neuron_id(l, j): {"sign": "◆", "words": CHOSEN}}
    shown = Picture.of(trace, [part, diagram("delta", "w")], ("w", "a", "delta"))
    return shown.with_marks(marked).data


def _card(card: Card, trace: Trace, place: Place) -> Json:
    l, j, k = place
    line, tree = numbers(card, trace, l, j, k), card.claim.tree
    found = {
        "name": card.name,
        "formula": formula(tree, "l", l, trace.network.L, {}),
        "text": spoken(tree, "l"),
        "uses": list(card.uses),
        "sides": both_sides(line, bool(card.instead)),
    }
    if card.instead:
        why = [SLIPS[card.name], compared(line)]
        return found | {"instead": card.instead, "why": why, "rule": ""}
    return found | {"nudge": NUDGES[card.name], "rule": RULES[card.name]}
