"""A step of gradient descent of a lesson, by hand: over one example and over all; its rounds."""

from dataclasses import replace
from math import exp

import numpy as np
import pytest

from backprop.lesson import PRESETS, Lesson, from_json, from_query, to_json, to_query, with_value
from backprop.lesson.descent import descent_of, rounds_of

NEURON, XOR = PRESETS["nielsen-neuron"], PRESETS["xor"]


def sigma(z: float) -> float:
    return 1 / (1 + exp(-z))


def test_one_neuron_by_hand() -> None:
    """w = 0.6, b = 0.9, x = 1, y = 0: both move by -0.15 a a (1 - a)."""
    step = descent_of(NEURON)
    a = sigma(1.5)
    down = 0.15 * a * a * (1 - a)
    assert step.rows == 0
    assert step.lesson is not None
    assert step.lesson.weights == pytest.approx((0.6 - down, 0.9 - down), abs=1e-15)
    assert step.cost == pytest.approx(sigma(1.5 - 2 * down) ** 2 / 2, abs=1e-15)


def test_over_all_rows_the_step_follows_the_mean_over_them() -> None:
    """One linear neuron on (1, 2) -> 1 and (3, 0) -> 0, with w = (1, 0) and b = 0."""
    lesson = Lesson(
        sizes=(2, 1),
        activation=("linear",),
        weights=(1, 0, 0),
        x=(1, 2),
        y=(1,),
        data=((1, 2, 1), (3, 0, 0)),
        eta=0.5,
        over="all",
    )
    step = descent_of(lesson)
    # a is 1 and 3, delta 0 and 3: the mean gradient is (4.5, 0) and 1.5, and C = 9/4
    assert (step.rows, step.trace.cost) == (2, 2.25)
    assert step.lesson is not None
    assert step.lesson.weights == (1 - 2.25, 0, -0.75)
    # then a is -2 and -4.5: C = (9 + 20.25) / 4
    assert step.cost == 7.3125
    alone = descent_of(replace(lesson, over="example"))
    assert (alone.rows, alone.cost, alone.flat) == (0, 0, True)


def test_the_mean_over_xor_is_that_of_the_four_gradients() -> None:
    gradients = [replace(XOR, x=row[:2], y=row[2:]).trace().nabla_w[2] for row in XOR.data]
    step = descent_of(replace(XOR, over="all"))
    assert np.allclose(step.trace.nabla_w[2], sum(gradients) / 4, rtol=1e-12, atol=0)
    assert step.cost is not None
    assert step.cost < step.trace.cost


def test_without_several_rows_all_is_this_example() -> None:
    for data in ((), ((0.2, 0.5, 0.9, 1, 1),)):
        assert descent_of(Lesson(over="all", data=data)).rows == 0


def test_a_row_that_cannot_be_run_is_left_out() -> None:
    """The cross-entropy cannot take an output of 2."""
    lesson = Lesson(
        sizes=(1, 1),
        activation=("linear",),
        cost="cross-entropy",
        weights=(0.5, 0),
        x=(1,),
        y=(1,),
        data=((1, 1), (4, 0), (0.5, 0)),
        over="all",
    )
    assert descent_of(lesson).rows == 2


def test_a_step_that_leads_too_far_is_refused_with_a_way_out() -> None:
    lesson = Lesson(
        sizes=(1, 1), activation=("linear",), weights=(1, 0), x=(1000,), y=(0,), eta=1000
    )
    step = descent_of(lesson)
    assert (step.lesson, step.cost) == (None, None)
    assert step.refused.endswith("; a smaller η helps.")


def test_what_a_step_goes_over_is_kept_in_links_and_files_and_old_ones_have_this_example() -> None:
    lesson = replace(XOR, over="all")
    assert to_query(lesson)["over"] == "all"
    assert from_query(to_query(lesson)) == (lesson, [])
    assert from_json(to_json(lesson)) == lesson
    assert from_query({"preset": "xor"})[0].over == "example"
    old = to_json(XOR).replace('  "over": "example",\n', "")
    assert "over" not in old
    assert from_json(old) == XOR
    lesson, (notice,) = from_query({"over": "some"})
    assert lesson == Lesson()
    assert notice.endswith(
        "what a step of gradient descent goes over is example or all; this is “some”."
    )


def test_the_rounds_are_the_lessons_that_differ_in_weights_alone() -> None:
    first = with_value(Lesson(), "b3_1", 0.5)
    second = with_value(first, "b3_1", 0.25)
    other = replace(first, cost="cross-entropy")
    faster = replace(second, eta=2)
    present, later = with_value(faster, "b3_1", 0), with_value(faster, "b3_1", -1)
    past = [first, other, first, second, faster]
    rounds = rounds_of(past, present, [replace(later, x=(0, 0, 0)), later])
    assert [one.way for one in rounds] == [-3, -1, 0, 1]
    assert [one.cost for one in rounds] == [
        lesson.trace().cost for lesson in (first, faster, present, later)
    ]
