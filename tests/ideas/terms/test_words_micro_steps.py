"""The sentences of the micro steps of a layer."""

from hypothesis import given

from backprop import Trace
from backprop.ideas.terms.compute import micro_steps
from backprop.ideas.terms.words_micro_steps import sentence
from backprop.writing.text.sentence import plain
from tests.writing.nets import traces


@given(traces())
def test_sentences_are_short(trace: Trace) -> None:
    assert all(len(plain(sentence(step)).split()) <= 25 for step in micro_steps(trace, 2))
