"""Which equation, which layer and which weight a page looks at."""

import pytest

from backprop.engine import Quantity
from backprop.lesson import Lesson, with_choice
from backprop.lesson.focus import (
    chosen_equation,
    chosen_layer,
    layer_of_equation,
    selected_parameter,
)

SMALL = Lesson(sizes=(3, 2), activation=("sigmoid",))
DEEP = Lesson(sizes=(3, 4, 3, 2), activation=("sigmoid",) * 3)


def test_the_equation_is_bp2_unless_another_is_chosen() -> None:
    assert chosen_equation(Lesson()) == "BP2"
    assert chosen_equation(with_choice(Lesson(), "equation", "BP4")) == "BP4"


def test_without_a_hidden_layer_it_is_bp1a() -> None:
    assert chosen_equation(SMALL) == "BP1a"
    assert chosen_equation(with_choice(SMALL, "equation", "BP2")) == "BP1a"
    assert chosen_equation(with_choice(SMALL, "equation", "BP3")) == "BP3"


@pytest.mark.parametrize(("chosen", "layer"), [("0", 2), ("2", 2), ("3", 3), ("8", 4)])
def test_the_layer_is_the_chosen_one_or_the_nearest(chosen: str, layer: int) -> None:
    lesson = with_choice(DEEP, "layer", chosen)
    assert chosen_layer(lesson) == layer
    assert layer_of_equation(lesson, "BP4") == layer
    assert layer_of_equation(lesson, "BP2") == min(layer, 3)
    assert layer_of_equation(lesson, "BP1a") == 4


def test_without_a_choice_it_is_the_first_or_the_last_for_which_the_equation_holds() -> None:
    assert chosen_layer(DEEP) == 2
    assert layer_of_equation(DEEP, "BP2") == 3
    assert layer_of_equation(DEEP, "BP4") == 4


def test_an_equation_that_holds_for_no_layer_is_at_none() -> None:
    with pytest.raises(IndexError):
        layer_of_equation(SMALL, "BP2")


@pytest.mark.parametrize(
    ("selected", "parameter"),
    [
        ("w3_2_4", Quantity("w", 3, 2, 4)),
        ("nabla_w3_2_4", Quantity("w", 3, 2, 4)),
        ("nabla_b2_1", Quantity("b", 2, 1)),
        ("w3_2", None),
        ("nabla_b2", None),
        ("delta2_1", None),
        ("C", None),
        ("", None),
    ],
)
def test_the_weight_or_bias_that_is_selected(selected: str, parameter: Quantity | None) -> None:
    assert selected_parameter(selected) == parameter
