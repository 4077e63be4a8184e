"""What the landscape sends can be sent for every lesson there is."""

import json

from hypothesis import given

from backprop.ideas.outputs.compute import way_down
from backprop.ideas.outputs.stage_surface import landscape
from backprop.ideas.outputs.words import legend
from backprop.lesson import Lesson
from tests.laws import laws
from tests.lesson.strategies import lessons


@laws
@given(lessons())
def test_the_landscape_of_every_lesson_can_be_sent(lesson: Lesson) -> None:
    way = way_down(lesson.trace(), lesson.eta, 5)
    outputs = (1, 2) if len(lesson.y) > 1 else (1,)
    sent = landscape(way, outputs)
    json.dumps([sent, legend(way, lesson.eta, len(sent["way"]))], allow_nan=False)
    for axis in sent["axes"]:
        low, high = axis["range"]
        assert low <= axis["now"]["y"] <= high
    for one in sent["way"]:
        for axis, place in zip(sent["axes"], one["place"], strict=True):
            low, high = axis["range"]
            room = 1e-9 * (high - low)
            assert low - room <= place <= high + room
