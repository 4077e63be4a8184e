"""The page of the gradient check: what its stage and its panel are sent."""

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import PRESETS, Lesson, to_query
from tests.pages.chapter_app import opened, part_of, stage, words

BOOK = Lesson()


def at_check(lesson: Lesson = BOOK, eps: str = "", method: str = "", **link: object) -> AppTest:
    chosen = {"check-eps": eps, "check-method": method}
    named = {name: text for name, text in chosen.items() if text}
    return opened("speed.py", part="check", **(to_query(lesson) | named | link))


def chosen(app: AppTest, name: str) -> AppTest:
    (switch,) = [one for one in app.main.button_group if one.key == "switch_check-method"]
    switch.set_value(name)
    app.run()
    assert not app.exception
    return app


def test_a_small_network_is_shown_whole() -> None:
    part = part_of(at_check(), "comparison")
    assert [one["l"] for one in part["shown"]] == [2, 3]
    assert part["layers"] == []
    assert [len(one["relative"]) for one in part["shown"]] == [37, 37]
    assert [len(one["backprop"]) for one in part["shown"]] == [16, 10]


def test_of_a_large_network_one_layer_is_shown_and_another_can_be_chosen() -> None:
    part = part_of(at_check(PRESETS["vanishing"], layer="4"), "comparison")
    assert [one["l"] for one in part["shown"]] == [4]
    assert part["layers"] == [2, 3, 4, 5, 6, 7]


def test_the_slider_begins_at_1e_5_and_is_where_the_link_says() -> None:
    frames = stage(at_check())["frames"]
    assert (frames["choice"], frames["texts"][frames["start"]]) == ("check-eps", "1×10⁻⁵")
    assert frames["values"][frames["rest"]] == "1e-5"
    frames = stage(at_check(eps="3e-9"))["frames"]
    assert frames["values"][frames["start"]] in ("2e-9", "5e-9")


def test_the_panel_says_what_is_true_at_the_slider() -> None:
    assert "Truncation" in words(at_check(eps="0.1"))
    assert "Rounding" in words(at_check(eps="1e-13"))


def test_the_selected_weight_is_the_one_that_is_worked_out() -> None:
    app = at_check(selected="nabla_w2_4_1")
    assert part_of(app, "comparison")["focus"] == "w2_4_1"
    assert part_of(app, "curve")["figure"]["data"][0]["name"] == "w²₄₁"
    assert "w^{2}_{41}" in words(app)


@pytest.mark.parametrize("selected", ["", "a1_2", "delta2_1", "w3", "C"])
def test_without_one_it_is_the_largest_slope(selected: str) -> None:
    app = at_check(selected=selected)
    part = part_of(app, "comparison")
    largest = max((abs(n), one["l"]) for one in part["shown"] for n in one["backprop"])
    focus = part["focus"]
    assert focus[1] == str(largest[1])
    assert focus == "b3_2"


def test_central_differences_are_taken_when_they_are_chosen() -> None:
    app = at_check()
    forward = part_of(app, "comparison")["shown"][1]["relative"]
    central = part_of(chosen(app, "central"), "comparison")["shown"][1]["relative"]
    assert app.query_params["check-method"] == "central"
    assert max(central[24]) < min(forward[24])
    assert r"{2\epsilon}" in words(app)


def test_over_a_table_it_is_the_mean_cost() -> None:
    assert "the mean cost of the 4 examples" in words(at_check(PRESETS["xor"]))
    assert "mean cost" not in words(at_check())


def test_over_a_table_it_may_be_the_sum_and_weights_alone_may_be_moved() -> None:
    app = at_check(PRESETS["xor"], reduction="sum", biases="none")
    assert "C is the sum of the costs of the 4 examples in the table." in words(app)
    shown = part_of(app, "comparison")["shown"]
    assert [(one["biases"], len(one["backprop"])) for one in shown] == [(False, 4), (False, 2)]


def test_a_table_that_the_cost_cannot_take_is_left_for_the_example() -> None:
    lesson = Lesson(
        sizes=(1, 1), activation=("linear",), cost="cross-entropy", weights=(0.5, 0), x=(1,),
        y=(1,), data=((1, 1), (-1, 0)),
    )  # fmt: skip
    assert "mean cost" not in words(at_check(lesson))


def test_the_arms_of_the_valley_are_named_where_they_are() -> None:
    def remarks(app: AppTest) -> list[str]:
        layout = part_of(app, "curve")["figure"]["layout"]
        return [one["text"] for one in layout["annotations"]]

    assert remarks(at_check()) == ["lowest at 1×10⁻⁷", "rounding", "truncation"]
    linear = remarks(at_check(sizes="2-1", activation="linear", method="central"))
    assert "truncation" not in linear
    assert "rounding" in linear


@pytest.mark.parametrize("method", ["forward", "central"])
@pytest.mark.parametrize("selected", ["", "w2_1_1", "b2_3", "w3_2_1"])
def test_the_best_eps_is_where_the_drawn_curve_is_lowest(selected: str, method: str) -> None:
    figure = part_of(at_check(selected=selected, method=method), "curve")["figure"]
    curve = figure["data"][0]
    (best,) = [one for one in figure["layout"]["annotations"] if "lowest" in one["text"]]
    assert best["y"] == min(curve["y"])
    assert curve["y"][curve["x"].index(best["x"])] == best["y"]
