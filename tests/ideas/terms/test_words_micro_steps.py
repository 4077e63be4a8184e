"""The titles and the sentences of the micro steps of a layer."""

from hypothesis import given

from backprop import Trace
from backprop.ideas.terms.compute import micro_steps
from backprop.ideas.terms.words_micro_steps import sentence, title
from backprop.lesson import PRESETS
from backprop.writing.text.sentence import plain
from tests.writing.nets import traces

MAZUR = PRESETS["mazur"].trace()


def test_titles_and_sentences() -> None:
    first = micro_steps(MAZUR, 2)[:4]
    assert [title(step) for step in first] == [
        "Term 1 of 2 in z²₁",
        "Term 2 of 2 in z²₁",
        "The bias completes z²₁",
        "σ turns z²₁ into a²₁",
    ]
    assert [plain(sentence(step)) for step in first] == [
        "Place 1 of row 1 meets place 1 of the column: weight w²₁₁ times input a¹₁ is 0.0075.",
        "Place 2 of row 1 meets place 2 of the column: weight w²₁₂ times input a¹₂ is 0.02; "
        "the sum so far is 0.028.",
        "All terms are in. The bias b²₁ is added, once: the weighted input z²₁ is 0.378.",
        "σ of the weighted input z²₁ is the activation a²₁: 0.593.",
    ]


@given(traces())
def test_sentences_are_short(trace: Trace) -> None:
    assert all(len(plain(sentence(step)).split()) <= 25 for step in micro_steps(trace, 2))
