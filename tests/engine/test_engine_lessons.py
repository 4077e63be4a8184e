"""The random lessons of the laws are of every kind."""

from itertools import product

from hypothesis import given

from backprop import ACTIVATIONS
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
    outputs = {(net.activation[net.L], net.cost) for net in networks}
    assert hidden == set(ACTIVATIONS)
    assert outputs >= {*product(ACTIVATIONS, ["quadratic"]), ("sigmoid", "cross-entropy")}
    assert {net.L for net in networks} == {2, 3, 4, 5}
    assert {given.x.shape[1] for given in seen} == {1, 2, 3}
