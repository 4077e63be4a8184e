"""The frames of a number that is turned: worked by hand, and how far they reach."""

import math
from base64 import b64decode
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from backprop.engine import Quantity
from backprop.lesson import PRESETS, Lesson, with_value
from backprop.stage.explorer import stage_data
from backprop.stage.turn import turned
from backprop.writing import exact

ONE = PRESETS["nielsen-neuron"]
"""One weight 0.6, one bias 0.9; x = 1, y = 0."""


def numbers(turn: dict[str, Any], name: str) -> np.ndarray:
    """The numbers of an array, a row for each value."""
    return np.frombuffer(b64decode(turn["arrays"][name]), "<f8").reshape(len(turn["values"]), -1)


def test_one_neuron_by_hand() -> None:
    values = [0.5, 0.6, 0.7, 0.8]
    turn = turned(ONE, "w2_1_1", values, 1)
    assert turn["values"] == values
    assert turn["ends"] == ["", ""]
    assert "w2" not in turn["arrays"], "the browser knows the number that it turns"
    for n, w in enumerate(values):
        z = w * 1 + 0.9
        a = 1 / (1 + math.exp(-z))
        assert numbers(turn, "z2")[n] == pytest.approx(z, abs=1e-12)
        assert numbers(turn, "a2")[n] == pytest.approx(a, abs=1e-12)
        assert numbers(turn, "nabla_w2")[n] == pytest.approx(a * a * (1 - a), abs=1e-12)
        assert numbers(turn, "nabla_x1")[n] == pytest.approx(w * a * a * (1 - a), abs=1e-12)
        assert turn["costs"][n]["exact"] == exact(a * a / 2)


@pytest.mark.parametrize("number", ["w2_3_1", "b2_2", "a1_3", "y3_1"])
def test_the_cost_falls_as_its_rate_says(number: str) -> None:
    """Central differences of the frames' outputs against the gradients of the engine."""
    lesson, h = Lesson(), 1e-5
    trace, one = lesson.trace(), Quantity.parse(number)
    value = float(trace.value(one).item())
    turn = turned(lesson, number, [value - h, value, value + h], 1)
    outputs = numbers(turn, "a3") if "a3" in turn["arrays"] else np.tile(trace.a[3].T, (3, 1))
    wanted = np.tile(lesson.y, (3, 1))
    wanted[:, 0] += np.array([-h, 0, h]) if one.symbol == "y" else 0
    costs = ((outputs - wanted) ** 2).sum(axis=1) / 2
    rates = {
        "w": lambda: trace.nabla_w[2][2, 0],
        "b": lambda: trace.nabla_b[2][1, 0],
        "a": lambda: (trace.network.w[2].T @ trace.delta[2])[2, 0],
        "y": lambda: -trace.nabla_a[0, 0],
    }
    assert (costs[2] - costs[0]) / (2 * h) == pytest.approx(rates[one.symbol](), rel=1e-6)


def test_a_turn_ends_with_a_sentence_where_the_cost_is_not_defined() -> None:
    lesson = replace(ONE, cost="cross-entropy")
    turn = turned(lesson, "y2_1", [-0.2, -0.1, 0.0, 0.1], 2)
    assert turn["values"] == [0.0, 0.1]
    assert turn["ends"][1] == ""
    with pytest.raises(ValueError, match="between 0 and 1") as refused:
        with_value(lesson, "y2_1", -0.1)
    assert turn["ends"][0] == str(refused.value)


def test_what_is_as_before_in_all_frames_of_an_answer_but_not_in_the_lesson_is_sent() -> None:
    """A dead relu is 0 at each of these values, and was not 0 before."""
    lesson = replace(ONE, activation=("relu",))
    turn = turned(lesson, "w2_1_1", [-3.0, -2.9, -2.8], 0)
    assert numbers(turn, "a2").tolist() == [[0], [0], [0]]


def test_an_answer_stays_short() -> None:
    large = Lesson(sizes=(12,) * 8, activation=("sigmoid",) * 7, x=(0.5,) * 12, y=(0.5,) * 12)
    turn = turned(large, "w2_1_1", [n / 10 for n in range(-20, 21)], 20)
    assert 0.0 in turn["values"]
    assert len(turn["values"]) >= 7
    assert sum(map(len, turn["arrays"].values())) <= 150_000


@pytest.mark.parametrize(
    ("number", "values", "at", "why"),
    [
        ("z2_1", [0.0], 0, "z2_1 cannot"),
        ("w2_1", [0.0], 0, "w2_1 cannot"),
        ("a2_1", [0.0], 0, "a2_1 cannot"),
        ("w9_1_1", [0.0], 0, "a quantity of this network"),
        ("w2_1_1", [0.0], 1, "1 to 41 values"),
        ("w2_1_1", [0.0] * 42, 1, "1 to 41 values"),
        ("w2_1_1", [math.nan], 0, "between"),
        ("w2_1_1", [1e7], 0, "between"),
    ],
)
def test_what_makes_no_sense_is_refused(
    number: str, values: list[float], at: int, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        turned(ONE, number, values, at)


def test_another_number_is_the_same_network_and_another_seed_is_not() -> None:
    lesson = Lesson()
    edited = with_value(with_value(lesson, "w2_1_1", 3.0), "y3_1", 0.5)
    kins = [
        stage_data(one, one.trace())["kin"] for one in (lesson, edited, replace(lesson, seed=6))
    ]
    assert kins[0] == kins[1] != kins[2]
