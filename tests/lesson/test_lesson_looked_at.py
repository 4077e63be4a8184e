"""Which equation and which layer a page looks at."""

import pytest

from backprop.lesson import Lesson, with_choice
from backprop.lesson.looked_at import chosen_equation, chosen_layer

SMALL = Lesson(sizes=(3, 2), activation=("sigmoid",))


def test_the_equation_is_bp2_unless_another_is_chosen() -> None:
    assert chosen_equation(Lesson()) == "BP2"
    assert chosen_equation(with_choice(Lesson(), "equation", "BP4")) == "BP4"


def test_without_a_hidden_layer_it_is_bp1a() -> None:
    assert chosen_equation(SMALL) == "BP1a"
    assert chosen_equation(with_choice(SMALL, "equation", "BP2")) == "BP1a"
    assert chosen_equation(with_choice(SMALL, "equation", "BP3")) == "BP3"


@pytest.mark.parametrize(("chosen", "layer"), [("0", 2), ("2", 2), ("3", 3), ("8", 4)])
def test_the_layer_is_the_chosen_one_or_the_nearest(chosen: str, layer: int) -> None:
    assert chosen_layer(with_choice(Lesson(), "layer", chosen), range(2, 5), 3) == layer


def test_without_a_choice_it_is_the_default() -> None:
    assert chosen_layer(Lesson(), range(2, 5), 3) == 3
    assert chosen_layer(Lesson(), range(2, 3), 3) == 2
