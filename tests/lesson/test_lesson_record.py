"""The record: its defaults, its network, its number of steps."""

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from hypothesis import given

from backprop.engine import Network
from backprop.lesson import Lesson
from backprop.lesson.counts import number_of_steps
from tests.laws import laws
from tests.lesson.strategies import lessons


def test_the_default_is_the_books_network() -> None:
    lesson = Lesson()
    assert lesson.sizes == (3, 4, 2)
    assert (lesson.activation, lesson.cost) == (("sigmoid", "sigmoid"), "quadratic")
    assert (lesson.x, lesson.y, lesson.eta) == ((0.2, 0.5, 0.9), (0.0, 1.0), 0.5)
    assert (lesson.level, lesson.step, lesson.selected) == ("layer", 1, "")


def test_a_lesson_is_frozen_hashable_and_compared_by_value() -> None:
    lesson = Lesson()
    with pytest.raises(FrozenInstanceError):
        lesson.seed = 2  # type: ignore[misc]
    assert {lesson, Lesson(), replace(lesson, step=2)} == {lesson, Lesson(step=2)}


def test_values_become_plain() -> None:
    lesson = Lesson(x=np.array([1, 2, 3]), sizes=[3, 4, 2], eta=1)  # type: ignore[arg-type]
    assert repr(lesson.x) == "(1.0, 2.0, 3.0)"
    assert repr(lesson.sizes) == "(3, 4, 2)"
    assert repr(lesson.eta) == "1.0"


def test_a_drawn_network_is_the_engines() -> None:
    net = Lesson(seed=7, spread=2).network()
    same = Network.random([3, 4, 2], seed=7, spread=2.0)
    assert all((net.w[l] == same.w[l]).all() and (net.b[l] == same.b[l]).all() for l in (2, 3))


def test_weights_are_each_layers_matrix_row_by_row_and_then_its_biases() -> None:
    net = Lesson(
        sizes=(2, 2, 1),
        activation=("tanh", "linear"),
        weights=(11, 12, 21, 22, 1, 2, 31, 32, 3),
        x=(0, 0),
        y=(0,),
    ).network()
    assert net.w[2].tolist() == [[11, 12], [21, 22]]
    assert net.b[2].tolist() == [[1], [2]]
    assert net.w[3].tolist() == [[31, 32]]
    assert net.b[3].tolist() == [[3]]
    assert dict(net.activation) == {2: "tanh", 3: "linear"}


def test_the_trace_is_of_the_lessons_example() -> None:
    trace = Lesson(x=(1, 2, 3), y=(0.5, 0.25), cost="cross-entropy").trace()
    assert trace.a[1].ravel().tolist() == [1, 2, 3]
    assert trace.y.ravel().tolist() == [0.5, 0.25]
    assert trace.network.cost == "cross-entropy"


@laws
@given(lessons())
def test_after_the_steps_of_the_trace_comes_that_of_gradient_descent(lesson: Lesson) -> None:
    trace = lesson.trace()
    for level in ("layer", "neuron"):
        assert replace(lesson, level=level, step=1).number_of_steps == len(trace.at(level)) + 1


def test_the_books_network_has_15_steps_and_40_by_neurons() -> None:
    assert number_of_steps((3, 4, 2), "layer") == 15
    assert number_of_steps((3, 4, 2), "neuron") == 40
