"""What is said about mistakes: something about each, and the reason why one changes nothing."""

import pytest

from backprop.ideas.remove.compute_mistakes import MISTAKES, Mistake
from backprop.ideas.remove.words_mistakes import what_is_right, why_harmless
from tests.writing.nets import trace_of


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_every_mistake_has_a_short_sentence_about_what_is_right(mistake: Mistake) -> None:
    network = trace_of([2, 2, 2], ["sigmoid"] * 2, "cross-entropy", seed=1).network
    sentence = what_is_right(mistake, network)
    assert sentence.endswith(".")
    assert len(sentence.split()) <= 25


@pytest.mark.parametrize(
    ("name", "activations", "because"),
    [
        ("bp1-slope", ["tanh", "tanh", "linear"], "slope 1"),
        ("bp2-slope", ["linear", "linear", "sigmoid"], "slope 1"),
        ("bp2-layer", ["linear", "linear", "linear"], "slope 1"),
        ("bp2-layer", ["linear", "linear", "tanh"], "comes to the same"),
        ("bp2-of-a", ["relu", "leaky-relu", "tanh"], "positive exactly where z is"),
        ("bp1-of-a", ["tanh", "tanh", "relu"], "positive exactly where z is"),
        ("bp2-product", ["linear", "linear", "linear"], "comes to the same"),
        ("bp4-a", ["linear", "linear", "linear"], "comes to the same"),
    ],
)
def test_why_nothing_changes(name: str, activations: list[str], because: str) -> None:
    network = trace_of([2, 2, 2, 2], activations, "quadratic", seed=1).network
    assert because in why_harmless(MISTAKES[name], network)
