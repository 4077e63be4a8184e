"""Edits: one number changes, everything else stays."""

import tracemalloc
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from backprop.engine import descend
from backprop.lesson import (
    PRESETS,
    Lesson,
    at_step,
    moved_to_level,
    resized,
    row_of,
    with_biases,
    with_layers,
    with_network,
    with_row,
    with_table,
    with_value,
)
from tests.laws import laws
from tests.lesson.strategies import bits, lessons


@pytest.mark.parametrize("name", ["book", "deep", "vanishing", "mazur"])
def test_editing_one_weight_or_bias_changes_that_one_only(name: str) -> None:
    lesson = PRESETS[name]
    before = lesson.network()
    for l in range(2, before.L + 1):
        for j in range(1, before.sizes[l - 1] + 1):
            for k in range(1, before.sizes[l - 2] + 1):
                after = with_value(lesson, f"w{l}_{j}_{k}", 123.5).network()
                changed = {m: before.w[m].copy() for m in before.w}
                changed[l][j - 1, k - 1] = 123.5
                assert all((after.w[m] == changed[m]).all() for m in after.w)
                assert all((after.b[m] == before.b[m]).all() for m in after.b)
            after = with_value(lesson, f"b{l}_{j}", -3.25).network()
            biases = {m: before.b[m].copy() for m in before.b}
            biases[l][j - 1] = -3.25
            assert all((after.b[m] == biases[m]).all() for m in after.b)
            assert all((after.w[m] == before.w[m]).all() for m in after.w)


def test_editing_the_example() -> None:
    assert with_value(Lesson(), "a1_2", 7).x == (0.2, 7.0, 0.9)
    assert with_value(Lesson(), "y3_1", 0.5).y == (0.5, 1.0)
    assert with_value(Lesson(), "a1_2", 7).weights is None


def test_an_edit_taken_back_gives_the_drawn_weights_again() -> None:
    lesson = Lesson()
    old = float(lesson.network().w[3][1, 3])
    edited = with_value(lesson, "w3_2_4", 0.5)
    assert edited.weights is not None
    assert with_value(edited, "w3_2_4", old) == lesson


@pytest.mark.parametrize("name", ["w3", "b2", "a1", "a2_1", "y3", "delta3_1", "C", "w3_3_1", "no"])
def test_nothing_else_can_be_edited(name: str) -> None:
    with pytest.raises(ValueError, match=r"edited|selected"):
        with_value(Lesson(), name, 1.0)


def test_an_edit_keeps_the_limits() -> None:
    for name, value in (("w2_1_1", 2e6), ("b3_1", float("nan")), ("a1_1", float("inf"))):
        with pytest.raises(ValueError, match="between −1,000,000 and 1,000,000"):
            with_value(Lesson(), name, value)


def test_one_step_of_gradient_descent_goes_into_the_lesson() -> None:
    lesson = PRESETS["mazur"]
    trace = lesson.trace()
    after = with_network(lesson, descend(trace.network, trace, lesson.eta))
    assert after.trace().cost == pytest.approx(0.280471447, abs=1e-9)
    assert replace(after, weights=lesson.weights) == lesson


def test_a_network_of_other_sizes_goes_into_the_lesson() -> None:
    other = PRESETS["deep"].network()
    lesson = with_network(Lesson(), other)
    assert lesson.sizes == (3, 4, 3, 2)
    assert all((lesson.network().w[l] == other.w[l]).all() for l in other.w)


def test_new_sizes_keep_what_fits() -> None:
    lesson = Lesson(activation=("relu", "tanh"), x=(7, 8, 9), y=(5, 6), selected="w2_4_3", step=14)
    wider = resized(with_value(lesson, "b3_1", 9), (4, 4, 3))
    assert wider.weights is None
    assert wider.x == (7.0, 8.0, 9.0, 0.4)
    assert wider.y == (5.0, 6.0, 0.0)
    assert (wider.step, wider.selected) == (14, "w2_4_3")
    narrower = resized(lesson, (2, 1))
    assert narrower.x == (7.0, 8.0)
    assert narrower.y == (5.0,)
    assert narrower.activation == ("tanh",)
    assert (narrower.step, narrower.selected) == (9, "")


def test_the_output_layer_keeps_its_activation() -> None:
    lesson = Lesson(activation=("relu", "sigmoid"))
    assert resized(lesson, (3, 4, 5, 2)).activation == ("relu", "relu", "sigmoid")
    deep = replace(PRESETS["deep"], activation=("relu", "tanh", "linear"))
    assert resized(deep, (3, 4, 2)).activation == ("relu", "linear")
    assert resized(deep, (3, 4, 3, 3, 2)).activation == ("relu", "tanh", "tanh", "linear")


def test_a_table_stays_while_inputs_and_outputs_do() -> None:
    xor = PRESETS["xor"]
    assert resized(xor, (2, 5, 1)).data == xor.data
    assert resized(xor, (2, 2, 2)).data == ()


def test_the_same_sizes_change_nothing() -> None:
    edited = with_value(Lesson(), "w3_2_4", 0.5)
    assert resized(edited, [3, 4, 2]) is edited


@pytest.mark.parametrize("count", [10**7, 9, 1, -1, True, 2.5, "x", None])
def test_a_number_of_layers_that_cannot_be_is_refused_before_any_is_made(count: Any) -> None:
    tracemalloc.start()
    with pytest.raises(ValueError, match=r"^A network has 2 to 8 layers; this one has .+\.$"):
        with_layers(Lesson(), count)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


@laws
@given(lessons(), lessons())
def test_any_sizes_can_follow_any_lesson(lesson: Lesson, other: Lesson) -> None:
    new = resized(lesson, other.sizes)
    assert new.sizes == other.sizes
    assert (new.cost, new.seed, new.eta) == (lesson.cost, lesson.seed, lesson.eta)


@laws
@given(lessons())
def test_the_other_level_shows_the_same_equation_and_layer(lesson: Lesson) -> None:
    level = "neuron" if lesson.level == "layer" else "layer"
    moved = moved_to_level(lesson, level)
    trace = lesson.trace()
    if lesson.step == lesson.number_of_steps:
        assert moved.step == moved.number_of_steps
        return
    was = trace.at(lesson.level)[lesson.step - 1]
    steps = trace.at(level)
    same = [(s.equation.symbol, s.l) == (was.equation.symbol, was.l) for s in steps[: moved.step]]
    assert same[-1]
    assert not any(same[:-1])
    assert bits(replace(moved, level=lesson.level, step=lesson.step)) == bits(lesson)


def test_biases_that_are_not_there_come_back_as_they_were() -> None:
    lesson = replace(PRESETS["mazur"], step=15, selected="nabla_b2_1")
    without = with_biases(lesson, "none")
    assert (without.step, without.selected) == (13, "")
    assert not any(array.any() for array in without.network().b.values())
    edited = with_value(without, "w2_1_1", 0.75)
    trace = edited.trace()
    after = with_network(edited, descend(trace.network, trace, 1.0))
    assert with_biases(after, "learn").network().b[3].tolist() == [[0.6], [0.6]]
    with pytest.raises(ValueError, match="is a quantity of this network"):
        with_value(without, "b2_1", 1.0)


def test_from_layers_to_neurons_and_back_is_the_same_step() -> None:
    for step in range(1, PRESETS["deep"].number_of_steps + 1):
        lesson = replace(PRESETS["deep"], step=step)
        assert moved_to_level(moved_to_level(lesson, "neuron"), "layer") == lesson
        assert moved_to_level(lesson, "layer") is lesson


@pytest.mark.parametrize(
    ("sizes", "count", "expected"),
    [
        ((3, 4, 2), 2, (3, 2)),
        ((3, 4, 2), 5, (3, 4, 4, 4, 2)),
        ((3, 2), 4, (3, 3, 3, 2)),
        ((1, 2, 3, 4, 5), 4, (1, 2, 3, 5)),
    ],
)
def test_layers_are_added_and_left_out_before_the_outputs(
    sizes: tuple[int, ...], count: int, expected: tuple[int, ...]
) -> None:
    assert with_layers(resized(Lesson(), sizes), count).sizes == expected


def test_the_example_stays_on_its_row_of_the_table() -> None:
    xor = PRESETS["xor"]
    assert row_of(xor) == 1
    assert row_of(replace(xor, y=(0.5,))) is None
    last = with_row(xor, 3)
    assert (last.x, last.y, row_of(last)) == ((1, 1), (0,), 3)
    other = with_table(last, [(5, 6, 7), (8, 9, 1)])  # there is no fourth row any more
    assert (other.x, other.y) == ((8, 9), (1,))
    assert with_table(replace(xor, x=(3, 3)), [(5, 6, 7)]).x == (3, 3)


def test_a_step_that_is_no_longer_there_becomes_the_last() -> None:
    assert at_step(Lesson(), 9).step == 9
    assert at_step(Lesson(), 39).step == 15
