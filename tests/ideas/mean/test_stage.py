"""What the examples and their gradients send can be sent for every lesson there is."""

import json

from hypothesis import given

from backprop.engine.examples import one_by_one
from backprop.ideas.mean.compute_check import gradient_check
from backprop.ideas.mean.stage_examples import examples_part
from backprop.ideas.mean.stage_gradients import gradients_part
from backprop.lesson import Lesson, with_examples
from tests.laws import laws
from tests.lesson.strategies import lessons


@laws
@given(lessons())
def test_the_examples_of_every_lesson_can_be_sent(lesson: Lesson) -> None:
    rows = with_examples(lesson).data
    n = len(lesson.x)
    found = one_by_one(lesson.network(), [(row[:n], row[n:]) for row in rows])
    for l in lesson.layers:
        part = gradients_part(gradient_check(found, l), lesson.network(), 0)
        json.dumps([part, examples_part(rows, 0, found)], allow_nan=False)
