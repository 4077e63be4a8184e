"""The sentence that says which product an equation has speaks of the products that it has."""

import pytest

from backprop.ideas.places.compute import in_order, right_hand_side
from backprop.ideas.places.words import why
from backprop.writing.text.sentence import plain
from tests.writing.nets import every_kind


def test_the_sentence_names_the_products_of_the_equation() -> None:
    for trace in every_kind():
        for step in trace.steps:
            if step.equation.symbol not in ("delta", "nabla_b", "nabla_w"):
                continue
            text = plain(why(step, trace.network))
            signs = {operation.sign for operation in in_order(right_hand_side(step.equation))}
            assert ("⊙" in text and "no ⊙" not in text) == ("⊙" in signs), text
            assert ("matrix product" in text) == ("·" in signs), text
            assert len(text.split()) <= 30, text


def test_another_equation_has_no_sentence() -> None:
    trace = next(every_kind())
    with pytest.raises(KeyError):
        why(trace.steps[0], trace.network)
