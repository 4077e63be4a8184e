"""Which neuron a page looks at, for everything that can be selected."""

from dataclasses import replace

import pytest
from hypothesis import given

from backprop.lesson import Lesson
from backprop.lesson.neuron import chosen_neuron
from tests.lesson.strategies import lessons


@pytest.mark.parametrize(
    ("selected", "neuron"),
    [
        ("z2_3", (2, 3)),
        ("delta3_2", (3, 2)),
        ("w3_2_4", (3, 2)),
        ("nabla_b2_4", (2, 4)),
        ("y3_2", (3, 2)),
        ("", (2, 1)),
        ("C", (2, 1)),
        ("delta3", (2, 1)),
        ("a1_2", (2, 1)),
    ],
)
def test_the_neuron_of_what_is_selected_or_the_first_of_the_last_hidden_layer(
    selected: str, neuron: tuple[int, int]
) -> None:
    assert chosen_neuron(Lesson(selected=selected)) == neuron


def test_without_hidden_layers_it_is_an_output() -> None:
    lesson = Lesson(sizes=(3, 2), activation=("sigmoid",))
    assert chosen_neuron(lesson) == (2, 1)
    deep = Lesson(sizes=(3, 4, 3, 2), activation=("sigmoid",) * 3)
    assert chosen_neuron(deep) == (3, 1)


@given(lessons())
def test_it_is_always_a_neuron_with_an_error(lesson: Lesson) -> None:
    for one in (lesson, replace(lesson, selected="")):
        l, j = chosen_neuron(one)
        assert 2 <= l <= len(one.sizes)
        assert 1 <= j <= one.sizes[l - 1]
