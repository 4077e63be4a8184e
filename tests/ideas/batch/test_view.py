"""The page of the mini-batch: its stage, its choices, and its two presses."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from backprop import mini_batch, run
from backprop.engine.activations import Array
from backprop.lesson import PRESETS, Lesson, to_query, with_examples
from tests.pages.chapter_app import opened, part_of, pressed, stage, words
from tests.pages.sidebar_app import sent

FOUR = with_examples(Lesson())


def part(lesson: Lesson = FOUR, /, **link: Any) -> AppTest:
    return opened("algorithm.py", **{"part": "batch", **to_query(lesson), **link})


def columns(lesson: Lesson, *numbers: int) -> tuple[Array, Array]:
    rows = np.array([lesson.data[number - 1] for number in numbers]).T
    return rows[: len(lesson.x)], rows[len(lesson.x) :]


def step_in_the_browser(part: dict[str, Any], number: int) -> tuple[Array, Array]:
    """w and b after the step over a batch, from what the stage is sent, added up in its order."""
    w, b = np.array(part["w"]), np.array(part["b"])
    sum_w, sum_b = np.zeros_like(w), np.zeros_like(b)
    batch = part["batches"][number - 1]
    for one in (part["examples"][str(number)] for number in batch):
        sum_w += np.outer(one["delta"], one["a"])
        sum_b += one["delta"]
    rate = part["eta"] / len(batch)
    return w - rate * sum_w, b - rate * sum_b


@pytest.mark.parametrize("l", [2, 3])
@pytest.mark.parametrize("m", [1, 2, 3])
def test_the_stage_has_what_the_step_of_the_engine_needs_to_the_last_digit(l: int, m: int) -> None:
    shown = part_of(part(layer=l, **{"batch-size": m}), "update")
    number = len(shown["batches"])
    w, b = step_in_the_browser(shown, number)
    after = mini_batch(FOUR.network(), *columns(FOUR, *shown["batches"][number - 1]), FOUR.eta)
    assert w.tolist() == after.w[l].tolist()
    assert b.tolist() == after.b[l].ravel().tolist()


def test_the_batches_are_the_steps_of_the_stage() -> None:
    app = part(**{"batch-number": 2})
    data = stage(app)
    assert (data["step"], data["step_choice"]) == (2, "batch-number")
    titles = [step["title"] for step in data["steps"]]
    assert titles == ["Batch 1 of 2: examples 1 and 2", "Batch 2 of 2: examples 3 and 4"]
    assert "with the weights as they are now" in words(app)
    assert "as they are now" not in words(part(**{"batch-size": 4}))
    shown = part_of(app, "epoch")
    assert [[one["number"] for one in batch] for batch in shown["batches"]] == [[1, 2], [3, 4]]
    assert shown["batches"][1][0]["x"] == list(FOUR.data[2][:3])
    assert shown["cost"] == pytest.approx(run(FOUR.network(), *columns(FOUR, 1, 2, 3, 4)).cost)
    assert "this one needs 2" in words(app)


@pytest.mark.parametrize(("size", "counts"), [(1, [1] * 4), (3, [3, 1]), (4, [4]), (99, [4])])
def test_the_size_of_a_batch_is_chosen(size: int, counts: list[int]) -> None:
    shown = part_of(part(**{"batch-size": size}), "update")
    assert [len(batch) for batch in shown["batches"]] == counts


def test_shuffled_is_another_order_of_the_same() -> None:
    shown = part_of(part(**{"batch-order": "shuffled"}), "update")["batches"]
    assert shown != [[1, 2], [3, 4]]
    assert sorted(number for batch in shown for number in batch) == [1, 2, 3, 4]


def test_the_panel_works_the_selected_weight_out() -> None:
    app = part(selected="w3_2_4", layer=3)
    text = words(app)
    assert r"w^{3}_{24}" in text
    after = mini_batch(FOUR.network(), *columns(FOUR, 1, 2), FOUR.eta).w[3][1, 3]
    assert f"{after:.4f}" in text
    assert r"b^{2}_{3}" in words(part(selected="b2_3"))


def press(app: AppTest, what: str, number: object) -> AppTest:
    return sent(app, "batch", {"number": number, "moved": app.session_state.moved}, what)


def taken(app: AppTest, number: object) -> AppTest:
    return press(app, "take", number)


def test_a_press_takes_the_step_that_is_shown_and_leads_to_the_next() -> None:
    app = part(**{"batch-size": 3})
    before = run(FOUR.network(), *columns(FOUR, 1, 2, 3, 4)).cost
    app = taken(app, 1)
    after = mini_batch(FOUR.network(), *columns(FOUR, 1, 2, 3), FOUR.eta)
    network = app.session_state.lesson.network()
    for l in (2, 3):
        assert network.w[l].tolist() == after.w[l].tolist()
        assert network.b[l].tolist() == after.b[l].tolist()
    assert stage(app)["step"] == 2
    assert app.query_params["batch-number"] == "2"
    cost = run(after, *columns(FOUR, 1, 2, 3, 4)).cost
    assert part_of(app, "epoch")["cost"] == pytest.approx(cost)
    assert f"from {before:.3f} to {cost:.3f}." in app.main.success[0].value
    app = taken(app, 2)
    assert stage(app)["step"] == 1
    assert len(app.session_state.past) == 2


def test_an_epoch_is_all_its_steps_and_one_change() -> None:
    app = press(part(**{"batch-number": 2}), "epoch", 2)
    network, costs = FOUR.network(), []
    for numbers in ((1, 2), (3, 4)):
        network = mini_batch(network, *columns(FOUR, *numbers), FOUR.eta)
        costs.append(run(network, *columns(FOUR, 1, 2, 3, 4)).cost)
    assert app.session_state.lesson.network().w[2].tolist() == network.w[2].tolist()
    assert part_of(app, "epoch")["after"] == pytest.approx(costs)
    assert "The epoch took 2 steps" in app.main.success[0].value
    assert len(app.session_state.past) == 1
    assert stage(app)["step"] == 1


@pytest.mark.parametrize("number", [0, 3, "1", None, [1]])
def test_nonsense_from_a_browser_is_passed_over(number: object) -> None:
    app = taken(part(), number)
    app = sent(app, "batch", number, "epoch")
    assert not app.session_state.past


def test_a_press_that_is_told_twice_counts_once() -> None:
    app = part()
    told = {"number": 1, "moved": app.session_state.moved}
    app = sent(sent(app, "batch", told, "take"), "batch", told, "take")
    assert len(app.session_state.past) == 1


def test_a_step_that_is_too_long_is_refused_with_a_way_out() -> None:
    lesson = Lesson(
        sizes=(1, 1), activation=("linear",), weights=(1e6, 0), x=(1e6,), y=(0,), eta=1000,
        data=((1e6, 0), (1e6, 1)),
    )  # fmt: skip
    app = taken(part(lesson), 1)
    assert app.main.error[0].value.endswith("; a smaller η helps.")
    assert app.session_state.lesson.weights == (1e6, 0)


def test_a_lesson_without_a_table_learns_from_the_four_of_the_page() -> None:
    app = part(Lesson())
    assert part_of(app, "update")["batches"] == [[1, 2], [3, 4]]
    with_table = taken(part(), 1).session_state.lesson
    assert taken(app, 1).session_state.lesson.weights == with_table.weights
    app = pressed(part(Lesson()), "Back to one")
    assert part_of(app, "update")["batches"] == [[1]]


def test_an_example_that_the_cost_cannot_take_is_left_out() -> None:
    rows = ((0, 0, 0, 0, 1), (0, 0, 0, 7, 1), (1, 1, 1, 1, 1), (1, 0, 1, 0, 0))
    app = part(Lesson(cost="cross-entropy", data=rows))
    assert app.main.info[0].value.startswith("Example 2 is left out")
    assert part_of(app, "update")["batches"] == [[1, 3], [4]]


def test_where_none_can_be_taken_the_lessons_own_example_is_shown() -> None:
    rows = ((0, 0, 0, 0, 5), (0, 0, 0, 7, 1))
    app = part(Lesson(cost="cross-entropy", data=rows))
    assert part_of(app, "update")["batches"] == [[1]]


def test_the_largest_table_of_the_largest_network_is_small_enough_to_send() -> None:
    numbers = np.random.default_rng(1).uniform(0, 1, (64, 24)).tolist()
    rows = tuple(map(tuple, numbers))
    lesson = replace(
        PRESETS["book"],
        sizes=(12,) * 8,
        activation=("sigmoid",) * 7,
        x=rows[0][:12],
        y=rows[0][12:],
        data=rows,
    )
    for m in (1, 64):
        assert len(json.dumps(stage(part(lesson, layer=5, **{"batch-size": m})))) < 300_000
