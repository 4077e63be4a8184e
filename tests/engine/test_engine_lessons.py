"""The random lessons of the laws are of every kind."""

from hypothesis import given

from backprop import ACTIVATIONS, COSTS
from tests.engine.lessons import Lesson, lessons
from tests.laws import laws


def test_the_laws_are_tried_on_every_kind_of_lesson() -> None:
    seen: list[Lesson] = []

    @laws
    @given(lessons())
    def look(given: Lesson) -> None:
        seen.append(given)

    look()
    networks = [given.network for given in seen]
    hidden = {net.activation[l] for net in networks for l in range(2, net.L)}
    outputs = {net.activation[net.L] for net in networks if net.cost != "cross-entropy"}
    assert hidden == set(ACTIVATIONS)
    assert outputs == set(ACTIVATIONS)
    assert {net.cost for net in networks} == set(COSTS)
    assert {net.reduction for net in networks} == {"mean", "sum"}
    assert {net.biases for net in networks} == {"learn", "fixed", "none"}
    assert {net.L for net in networks} == {2, 3, 4, 5}
    assert {given.x.shape[1] for given in seen} == {1, 2, 3}
