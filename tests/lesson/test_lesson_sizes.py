"""Other sizes in the sidebar: what fits them stays, the weights typed and the table, too."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from backprop.lesson import PRESETS, Lesson, kept_weights, resized, with_layers, with_sizes
from tests.laws import laws
from tests.lesson.strategies import bits, lessons

# w² = (1 2; 3 4), b² = (5, 6), w³ = (7 8), b³ = 9
COUNTED = replace(resized(Lesson(), (2, 2, 1)), weights=tuple(range(1, 10)))


def test_each_weight_whose_place_is_still_there_keeps_its_number() -> None:
    network = with_sizes(COUNTED, (1, 3, 2)).network()
    drawn = resized(COUNTED, (1, 3, 2)).network()
    assert network.w[2].tolist() == [[1], [3], drawn.w[2][2].tolist()]
    assert network.b[2].ravel().tolist() == [5, 6, drawn.b[2][2, 0]]
    assert network.w[3].tolist() == [[7, 8, drawn.w[3][0, 2]], drawn.w[3][1].tolist()]
    assert network.b[3].ravel().tolist() == [9, drawn.b[3][1, 0]]
    assert kept_weights(COUNTED.sizes, (1, 3, 2)) == 7


def test_the_weights_of_the_output_layer_stay_its_own() -> None:
    deep = with_layers(COUNTED, 4)
    assert deep.network().w[4].tolist() == [[7, 8]]
    assert deep.network().w[3].tolist() == resized(COUNTED, (2, 2, 2, 1)).network().w[3].tolist()
    shallow = with_layers(COUNTED, 2)
    assert shallow.weights == (7, 8, 9)
    assert with_layers(with_layers(PRESETS["mazur"], 4), 3) == PRESETS["mazur"]


def test_drawn_weights_are_drawn_for_the_new_sizes() -> None:
    assert with_sizes(Lesson(), (3, 5, 2)) == resized(Lesson(), (3, 5, 2))


def test_rows_of_the_table_go_as_far_as_the_example_does() -> None:
    table = replace(resized(Lesson(), (2, 2, 1)), x=(7, 8), y=(1,), data=((7, 8, 1), (3, 4, 0)))
    wider = with_sizes(table, (3, 2, 2))
    assert wider.data == ((7, 8, 0.9, 1, 1), (3, 4, 0.9, 0, 1))
    assert wider.x + wider.y == wider.data[0]
    assert with_sizes(wider, (1, 2, 1)).data == ((7, 1), (3, 0))


@laws
@given(lessons(), st.lists(st.integers(0, 3), min_size=8, max_size=8))
def test_more_neurons_and_then_as_many_as_before_change_nothing(
    lesson: Lesson, more: list[int]
) -> None:
    larger = [min(12, n + m) for n, m in zip(lesson.sizes, more, strict=False)]
    back = with_sizes(with_sizes(lesson, larger), lesson.sizes)
    assert bits(back.numbers) == bits(lesson.numbers)
    assert bits(replace(back, weights=lesson.weights)) == bits(lesson)
