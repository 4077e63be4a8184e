"""The cost as an average: its table, the mean of the gradients, and the gradient of the mean."""

import re
from typing import Any

import numpy as np
import pytest

from backprop.engine import Network, run
from backprop.engine.activations import Array
from backprop.lesson import PRESETS, Lesson, to_query, with_examples
from tests.pages.chapter_app import opened, pressed, stage, words
from tests.pages.sidebar_app import sent

FOUR = with_examples(Lesson())
LINK = "chap2.html#eqtn26"


def parts(**link: object) -> tuple[dict[str, Any], dict[str, Any]]:
    table, gradients = stage(opened("cost.py", part="mean", **link))["parts"]
    return table, gradients


def over_all(lesson: Lesson) -> Any:
    rows = np.array(lesson.data)
    return run(lesson.network(), rows[:, : len(lesson.x)].T, rows[:, len(lesson.x) :].T)


def array(sent: dict[str, Any]) -> Array:
    return np.array([[*w, b] for w, b in zip(sent["w"], sent["b"], strict=True)])


@pytest.mark.parametrize("layer", [2, 3])
def test_both_ways_give_the_gradient_over_all_examples(layer: int) -> None:
    _, gradients = parts(**to_query(FOUR), layer=layer)
    whole = over_all(FOUR)
    expected = np.hstack([whole.nabla_w[layer], whole.nabla_b[layer]])
    np.testing.assert_allclose(array(gradients["mean"]), expected, rtol=1e-12)
    np.testing.assert_allclose(array(gradients["check"]), expected, rtol=1e-5, atol=1e-9)
    each = [array(one) for one in gradients["examples"]]
    np.testing.assert_allclose(np.mean(each, axis=0), expected, rtol=1e-12)
    assert gradients["limit"] == np.max(np.abs(each))
    assert (gradients["sign"], gradients["check"]["kinks"]) == ("≈", [])
    assert re.fullmatch(r"The two differ by at most \S+×10⁻¹\S\.", gradients["difference"])


def test_the_table_has_every_example_and_the_mean_cost() -> None:
    table, _ = parts(**to_query(PRESETS["xor"]))
    whole = over_all(PRESETS["xor"])
    assert [row["values"]["y"] for row in table["rows"]] == [[0], [1], [1], [0]]
    outputs = [row["values"]["a"][0] for row in table["rows"]]
    assert outputs == pytest.approx(whole.a[3][0])
    costs = [row["values"]["C"][0] for row in table["rows"]]
    assert costs == pytest.approx((whole.y - whole.a[3])[0] ** 2 / 2)
    assert table["mean"] == pytest.approx(whole.cost)
    assert table["present"] == 1
    assert [group["names"][0] for group in table["groups"]] == ["x₁", "y₁", "a³₁", "Cₓ"]


def test_y_and_the_outputs_share_their_colours_and_twelve_inputs_have_names() -> None:
    rows = tuple((*[0.5] * 12, y) for y in (-3.0, 1.0))
    lesson = Lesson(sizes=(12, 1), activation=("sigmoid",), x=rows[0][:12], y=(1,), data=rows)
    table, _ = parts(**to_query(lesson))
    x, y, a, cost = table["groups"]
    assert x["names"][-1] == "x₁₂"
    assert (x["scale"], x["limit"]) == ("unit", 0.5)
    assert (y["scale"], y["limit"]) == (a["scale"], a["limit"]) == ("signed", 3)
    assert cost["scale"] == "cost"


def test_the_panel_writes_the_selected_weight_in_both_ways() -> None:
    app = opened("cost.py", part="mean", **to_query(FOUR), selected="nabla_w2_2_3")
    text = words(app)
    assert LINK in text
    assert r"\partial w^{2}_{23}" in text
    assert r"2\times 10^{-5}" in text or r"2.00\times 10^{-5}" in text
    mean = over_all(FOUR).nabla_w[2][1, 2]
    assert text.count(f"{mean:.4f}") == 2


@pytest.mark.parametrize("layer", ["1", "7", "99"])
def test_a_layer_that_is_not_there_becomes_the_nearest(layer: str) -> None:
    _, gradients = parts(**to_query(FOUR), layer=layer)
    assert gradients["l"] == (2 if layer == "1" else 3)


def test_it_opens_on_four_examples_and_leaves_the_lesson_as_it_is() -> None:
    app = opened("cost.py", part="mean")
    assert LINK in words(app)
    assert not app.main.info
    table, _ = stage(app)["parts"]
    assert (len(table["rows"]), table["present"]) == (4, 0)
    assert len(app.main.latex) == 4
    assert app.session_state.lesson == Lesson(choices=(("part", "mean"),))
    assert "data" not in app.query_params


def test_back_to_one_and_forth_again_are_changes_of_the_lesson() -> None:
    app = pressed(opened("cost.py", part="mean"), "Back to one")
    table, gradients = stage(app)["parts"]
    assert (len(table["rows"]), table["present"]) == (1, 0)
    assert len(gradients["examples"]) == 1
    assert app.session_state.lesson.data == (FOUR.data[0],)
    pressed(app, "Make it four examples")
    assert app.session_state.lesson.data == FOUR.data
    assert len(app.session_state.past) == 2


def test_of_one_example_both_ways_give_its_own_gradient() -> None:
    """Mazur publishes dC/dw5 = 0.082167041, which is w3_11 here, and C = 0.298371109."""
    lesson = PRESETS["mazur"]
    one = to_query(lesson) | {"data": "0.05,0.1,0.01,0.99"}
    app = opened("cost.py", part="mean", layer=3, **one)
    _, gradients = stage(app)["parts"]
    assert gradients["mean"]["w"][0][0] == pytest.approx(0.082167041, abs=1e-9)
    assert gradients["check"]["w"][0][0] == pytest.approx(0.082167041, abs=1e-8)
    assert gradients["sign"] == "≈"
    _, mean_cost, mean_gradient, slope = (latex.value for latex in app.main.latex)
    assert r"\tfrac{1}{1}" in mean_cost
    assert "0.298" in mean_cost
    assert "0.0822" in mean_gradient
    assert "0.0822" in slope
    assert "The mean over 1 example is that example's own" in words(app)
    assert "once for each example" not in words(app)


def test_at_another_of_the_four_the_lesson_keeps_them_all() -> None:
    """Made up anew for that example, the table would be another one."""
    app = sent(opened("cost.py", part="mean"), "mean", 2, "row")
    lesson = app.session_state.lesson
    assert (lesson.data, lesson.x + lesson.y) == (FOUR.data, FOUR.data[2])
    past = len(app.session_state.past)
    app = sent(app, "mean", 2, "row")
    assert len(app.session_state.past) == past


def test_the_formula_is_that_of_the_cost_in_use() -> None:
    quadratic = opened("cost.py", part="mean", preset="xor").main.latex[0].value
    other = opened("cost.py", part="mean", preset="xor", cost="cross-entropy")
    entropy = other.main.latex[0].value
    assert r"\lVert" in quadratic
    assert r"\ln" not in quadratic
    assert r"\lVert" not in entropy
    assert r"\ln" in entropy
    assert all(r"\frac{1}{n} \sum_x C_x" in one for one in (quadratic, entropy))
    assert LINK in words(other)
    assert "there with the quadratic cost" in words(other)


def test_gradients_below_the_rounding_of_the_cost_are_no_fault_of_a_steep_cost() -> None:
    """sigma'(60) is 9e-27: no move of a weight can be seen in a cost near 1/2."""
    rows = ((1, 0), (1.1, 0))
    lesson = Lesson(
        sizes=(1, 1), activation=("sigmoid",), weights=(60, 0), x=(1,), y=(0,), data=rows
    )
    _, gradients = parts(**to_query(lesson))
    assert 0 < abs(gradients["mean"]["w"][0][0]) < 1e-20
    assert gradients["sign"] == "≈"
    assert "rounding" in gradients["difference"]
    assert "Either" not in gradients["difference"]


def test_a_kink_is_told_and_marked() -> None:
    """With x = 0 and b = 0 all z of layer 2 are exactly at the kink."""
    lesson = Lesson(
        sizes=(1, 1, 1),
        activation=("relu", "linear"),
        weights=(1, 0, 1, 0),
        x=(0,),
        y=(1,),
        data=((0, 1), (1, 1)),
    )
    _, gradients = parts(**to_query(lesson))
    assert gradients["check"]["kinks"] == ["nabla_b2_1"]
    assert gradients["sign"] == "≠"
    assert "the kink of a relu" in gradients["difference"]


def test_an_example_that_cannot_be_taken_is_named_and_the_rest_goes_on() -> None:
    lesson = Lesson(cost="cross-entropy", data=((0, 0, 0, 0, 1), (0, 0, 0, 7, 1), (1, 1, 1, 1, 1)))
    app = opened("cost.py", part="mean", **to_query(lesson))
    table, gradients = stage(app)["parts"]
    assert app.main.info[0].value.startswith("Example 2 is left out: cross-entropy needs every y")
    assert [bool(row["refused"]) for row in table["rows"]] == [False, True, False]
    assert "C" not in table["rows"][1]["values"]
    assert [one["number"] for one in gradients["examples"]] == [1, 3]


def test_where_no_example_can_be_taken_the_page_still_stands() -> None:
    lesson = Lesson(cost="cross-entropy", data=((0, 0, 0, 0, 5), (0, 0, 0, 7, 1)))
    app = opened("cost.py", part="mean", **to_query(lesson))
    assert app.main.info[0].value.count("is left out") == 2
    assert LINK in words(app)
    table, gradients = stage(app)["parts"]
    assert len(table["rows"]) == len(gradients["examples"]) == 1


def test_of_many_that_cannot_be_taken_some_are_named() -> None:
    rows = [(0, 0, 0, 7, 1)] * 5 + [(0, 0, 0, 0, 1)]
    lesson = Lesson(cost="cross-entropy", data=tuple(map(tuple, rows)))
    app = opened("cost.py", part="mean", **to_query(lesson))
    assert app.main.info[0].value.endswith("So are 2 more.")


def test_a_nudge_out_of_the_range_of_the_cross_entropy_leaves_a_gap() -> None:
    lesson = Lesson(
        sizes=(1, 1),
        activation=("linear",),
        cost="cross-entropy",
        weights=(1, 0),
        x=(1e-6,),
        y=(1,),
        data=((1e-6, 1), (0.5, 1)),
    )
    _, gradients = parts(**to_query(lesson))
    assert gradients["check"]["b"] == [None]
    assert "cross-entropy" in gradients["difference"]


def test_the_largest_table_of_the_largest_layers() -> None:
    network = Network.random([12] * 8, seed=5)
    numbers = np.random.default_rng(1).uniform(0, 1, (64, 24)).round(2)
    lesson = Lesson(
        sizes=network.sizes,
        activation=("sigmoid",) * 7,
        x=tuple(numbers[0, :12]),
        y=tuple(numbers[0, 12:]),
        data=tuple(map(tuple, numbers)),
    )
    table, gradients = parts(**to_query(lesson), layer=5)
    assert [group["symbol"] for group in table["groups"]] == ["x", "y", "a", "C"]
    assert len(gradients["examples"]) == 64
    np.testing.assert_allclose(
        array(gradients["mean"]), array(gradients["check"]), rtol=1e-3, atol=1e-9
    )
