"""The lesson goes to a link and back, and any link gives a lesson."""

import math
from dataclasses import replace
from time import thread_time
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given

from backprop.lesson import (
    DATA_SETS,
    PRESETS,
    Lesson,
    from_query,
    resized,
    to_query,
    with_value,
)
from backprop.lesson.counts import number_of_steps
from tests.laws import laws
from tests.lesson.strategies import NAMES, bits, lessons


@laws
@given(lessons())
def test_any_lesson_comes_back_bit_for_bit(lesson: Lesson) -> None:
    query = to_query(lesson)
    assert set(query) <= set(NAMES)
    through_a_browser = dict(parse_qsl(urlencode(query), keep_blank_values=True))
    back, notices = from_query(through_a_browser)
    assert notices == []
    assert bits(back) == bits(lesson)


@pytest.mark.parametrize("level", ["layer", "neuron"])
def test_the_largest_lesson_comes_back(level: str) -> None:
    lesson = Lesson(
        sizes=(12,) * 8,
        activation=("leaky-relu", "linear") * 3 + ("sigmoid",),
        cost="cross-entropy",
        weights=tuple(math.sin(i) * 1e6 for i in range(7 * 156)),
        x=tuple(math.sin(i) / 3 for i in range(12)),
        y=(1 / 3,) * 12,
        data=tuple(tuple(math.sin(i * j) for i in range(24)) for j in range(64)),
        level=level,
        step=number_of_steps((12,) * 8, level),
        selected="nabla_w8_12_12",
    )
    query = to_query(lesson)
    assert len(query["weights"]) < 12_000
    assert from_query(query) == (lesson, [])
    assert len(from_query(query | {"cost": "quadratic", "step": "999"})[1]) == 1


def test_the_default_lesson_has_an_empty_link() -> None:
    assert to_query(Lesson()) == {}
    assert from_query({}) == (Lesson(), [])
    assert from_query({"preset": "book"}) == (Lesson(), [])


@pytest.mark.parametrize("name", list(PRESETS))
def test_a_preset_is_named(name: str) -> None:
    preset = PRESETS[name]
    start = {} if name == "book" else {"preset": name}
    assert to_query(preset) == start
    here = replace(preset, level="neuron", step=7, selected="w2_1_1")
    assert to_query(here) == start | {"level": "neuron", "step": "7", "selected": "w2_1_1"}
    assert from_query(to_query(here)) == (here, [])


def test_a_link_to_a_changed_preset_says_what_was_changed() -> None:
    changed = replace(PRESETS["mazur"], eta=0.25)
    assert to_query(changed) == {"preset": "mazur", "eta": "0.25"}
    assert from_query(to_query(changed)) == (changed, [])


def test_of_a_preset_whose_weights_are_drawn_afresh_only_the_example_is_left() -> None:
    drawn = replace(PRESETS["xor"], weights=None, seed=7)
    query = {"sizes": "2-2-1", "seed": "7", "x": "0,1", "y": "1", "data": "XOR"}
    assert to_query(drawn) == query
    assert from_query(query) == (drawn, [])


def test_minus_zero_is_not_the_preset() -> None:
    lesson = replace(PRESETS["xor"], x=(-0.0, 1.0))
    assert lesson == PRESETS["xor"]
    assert to_query(lesson)["x"] == "-0,1"


def test_the_link_of_the_contract() -> None:
    lesson, notices = from_query(
        {
            "sizes": "3-4-2", "activation": "sigmoid", "cost": "quadratic", "seed": "1",
            "x": "0.05,0.1,0.2", "y": "0.01,0.99", "level": "layer", "step": "7",
        }
    )  # fmt: skip
    assert notices == []
    assert lesson == Lesson(seed=1, x=(0.05, 0.1, 0.2), y=(0.01, 0.99), step=7)
    assert to_query(lesson) == {"seed": "1", "x": "0.05,0.1,0.2", "y": "0.01,0.99", "step": "7"}


def test_each_parameter_as_it_is_written() -> None:
    lesson = Lesson(
        sizes=(2, 3, 1),
        activation=("leaky-relu", "sigmoid"),
        cost="cross-entropy",
        seed=9,
        spread=0.5,
        x=(0.1, -2),
        y=(1,),
        data=((0.5, 1, 0),),
        eta=3,
        level="neuron",
        step=2,
        selected="delta3",
    )
    assert to_query(lesson) == {
        "sizes": "2-3-1", "activation": "leaky-relu,sigmoid", "cost": "cross-entropy", "seed": "9",
        "spread": "0.5", "x": "0.1,-2", "y": "1", "data": "0.5,1,0", "eta": "3", "level": "neuron",
        "step": "2", "selected": "delta3",
    }  # fmt: skip
    for name, rows in DATA_SETS.items():
        assert to_query(replace(lesson, data=rows))["data"] == name
        assert from_query({"sizes": "2-1", "data": name.lower()})[0].data == rows


def test_other_sizes_have_default_examples() -> None:
    lesson, notices = from_query({"sizes": "5-4-3", "activation": "tanh"})
    assert notices == []
    assert lesson.activation == ("tanh", "tanh")
    assert len(lesson.x) == 5
    assert len(lesson.y) == 3
    assert to_query(lesson) == {"sizes": "5-4-3", "activation": "tanh"}
    assert lesson == replace(resized(Lesson(), (5, 4, 3)), activation=("tanh", "tanh"))


def test_parameters_of_others_are_passed_over() -> None:
    strange = {"embed": "true", "embed_options": "light_theme", "utm_source": "x", "": "", "l": "3"}
    assert from_query(strange) == (Lesson(), [])


def test_a_link_is_written_and_read_in_no_time() -> None:
    lesson = with_value(Lesson(step=3), "w3_2_4", 0.1)
    times = []
    for _ in range(20):
        start = thread_time()
        query = to_query(lesson)
        times.append(thread_time() - start)
    assert from_query(query)[0] == lesson
    assert min(times) < 0.001


def test_a_preset_on_another_row_of_its_table_keeps_its_name() -> None:
    xor = PRESETS["xor"]
    assert to_query(replace(xor, x=(1, 1), y=(0,))) == {"preset": "xor", "x": "1,1", "y": "0"}
    off = replace(xor, x=(1, 0.5), y=(0,))
    assert from_query(to_query(off)) == (off, [])


def test_a_zero_with_a_sign_is_not_lost_in_a_preset() -> None:
    lesson = replace(PRESETS["xor"], x=(-0.0, 1.0))
    back, _ = from_query(to_query(lesson))
    assert math.copysign(1, back.x[0]) == -1
