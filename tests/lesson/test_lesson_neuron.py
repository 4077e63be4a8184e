"""Which neuron a page looks at, for everything that can be selected."""

import pytest
from hypothesis import given

from backprop.engine.saturation import most_saturated_neuron
from backprop.lesson import PRESETS, Lesson
from backprop.lesson.neuron import selected_neuron
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


def test_the_saturated_preset_leads_to_its_output() -> None:
    assert most_saturated_neuron(PRESETS["saturated"].trace()) == (3, 1)


@laws
@given(lessons())
def test_it_is_always_a_neuron_with_an_error(lesson: Lesson) -> None:
    for l, j in (most_saturated_neuron(lesson.trace()), selected_neuron(lesson) or (2, 1)):
        assert 2 <= l <= len(lesson.sizes)
        assert 1 <= j <= lesson.sizes[l - 1]
