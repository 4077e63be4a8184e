"""Which neuron a page looks at, for everything that can be selected."""

import pytest
from hypothesis import given

from backprop import Network, run
from backprop.lesson import PRESETS, Lesson
from backprop.lesson.neuron import selected_neuron, telling_neuron
from tests.laws import laws
from tests.lesson.strategies import lessons


@pytest.mark.parametrize(
    ("selected", "neuron"),
    [
        ("z2_3", (2, 3)),
        ("delta3_2", (3, 2)),
        ("w3_2_4", (3, 2)),
        ("nabla_b2_4", (2, 4)),
        ("y3_2", (3, 2)),
        ("", None),
        ("C", None),
        ("delta3", None),
        ("a1_2", None),
    ],
)
def test_the_neuron_of_what_is_selected(selected: str, neuron: tuple[int, int] | None) -> None:
    assert selected_neuron(Lesson(selected=selected)) == neuron


def test_the_most_saturated_neuron_tells_most() -> None:
    """z = 4, 6 and 0, then an output at z = -5.5."""
    net = Network({2: [[4.0], [6.0], [0.0]], 3: [[0.0] * 3]}, {2: [0.0] * 3, 3: [-5.5]})
    assert telling_neuron(run(net, [1], [0])) == (2, 2)
    assert telling_neuron(PRESETS["saturated"].trace()) == (3, 1)


def test_a_relu_that_is_off_tells_nothing() -> None:
    net = Network({2: [[1.0], [-1.0]], 3: [[1.0, 1.0]]}, {2: [0.0, 0.0], 3: [0.0]}, "relu")
    assert telling_neuron(run(net, [1], [0])) == (2, 1)


def test_with_none_saturated_it_is_the_first_of_the_last_hidden_layer_or_an_output() -> None:
    lesson = Lesson(sizes=(3, 2), activation=("sigmoid",))
    assert telling_neuron(lesson.trace()) == (2, 1)
    deep = Lesson(sizes=(3, 4, 3, 2), activation=("sigmoid",) * 3)
    assert telling_neuron(deep.trace()) == (3, 1)


@laws
@given(lessons())
def test_it_is_always_a_neuron_with_an_error(lesson: Lesson) -> None:
    for l, j in (telling_neuron(lesson.trace()), selected_neuron(lesson) or (2, 1)):
        assert 2 <= l <= len(lesson.sizes)
        assert 1 <= j <= lesson.sizes[l - 1]
