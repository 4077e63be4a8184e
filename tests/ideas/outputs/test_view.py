"""The cost over the outputs: the landscape that is sent, y as it is typed, and the step taken."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import Lesson, to_query
from tests.pages.chapter_app import (
    keys,
    opened,
    pressed,
    ran,
    stage,
    typed,
    words,
)

OUTPUTS = {"part": "outputs"}


def landscape(app: AppTest) -> dict[str, Any]:
    (part,) = stage(app)["parts"]
    found: dict[str, Any] = part["landscape"]
    return found


def legend(app: AppTest) -> str:
    return " | ".join(one["text"] for one in stage(app)["parts"][0]["legend"])


def test_mazur_stands_on_the_landscape_and_takes_the_step() -> None:
    app = opened("cost.py", **OUTPUTS, preset="mazur")
    assert "figure-the-cost-over-the-outputs" in " ".join(keys(app))
    assert "chap2.html#eqtn27" in words(app)
    heights = [one["height"] for one in landscape(app)["way"]]
    assert heights[:2] == pytest.approx([0.298371109, 0.280471447], abs=1e-9)
    assert legend(app).endswith("one step of descent, η = 0.5 | and 19 more")
    pressed(app, "Take this step")
    assert app.session_state.trace.cost == pytest.approx(0.280471447, abs=1e-9)
    assert [one["height"] for one in landscape(app)["way"]][:20] == heights[1:]


def test_a_step_that_makes_the_cost_rise_is_called_too_long() -> None:
    app = opened("cost.py", **OUTPUTS, activation="linear")
    way = landscape(app)["way"]
    assert "this step is too long: C rises from" in legend(app)
    assert "to 2265 | try a smaller η than 0.5" in legend(app)
    assert "more" not in legend(app)
    assert [one["inside"] for one in way] == [True, False]
    for axis, place in zip(landscape(app)["axes"], way[1]["place"], strict=True):
        assert axis["range"][0] <= place <= axis["range"][1]
    assert "too long" not in legend(opened("cost.py", **OUTPUTS, activation="linear", eta=0.001))


def test_the_cost_in_use_comes_first_and_as_a_function_of_the_outputs() -> None:
    app = opened("cost.py", **OUTPUTS, preset="mazur", cost="cross-entropy")
    first, numbers = (one.value for one in app.main.latex)
    assert r"\ln" in first
    assert r"\sigma" not in first
    assert r"\lVert" not in first + numbers
    assert "chap2.html#eqtn27" in words(app)
    quadratic = opened("cost.py", **OUTPUTS, preset="mazur")
    assert r"\lVert" in quadratic.main.latex[0].value


def test_of_more_than_two_outputs_it_is_told_that_the_others_are_held() -> None:
    assert "held where they are" in legend(opened("cost.py", **OUTPUTS, sizes="3-4-3"))
    assert "held" not in legend(opened("cost.py", **OUTPUTS, sizes="3-4-2"))


def test_a_step_can_be_taken_back() -> None:
    app = opened("cost.py", **OUTPUTS, preset="mazur")
    pressed(app, "Take this step")
    (undo,) = [one for one in app.sidebar.button if one.label == "Undo"]
    undo.click()
    ran(app.run())
    assert landscape(app)["way"][0]["height"] == pytest.approx(0.298371109, abs=1e-9)


def test_a_typed_y_shapes_another_surface_and_leaves_the_outputs() -> None:
    app = opened("cost.py", **OUTPUTS, preset="mazur")
    before = landscape(app)
    typed(app, "y₂", "0,5")
    after = landscape(app)
    assert app.session_state.lesson.y == (0.01, 0.5)
    assert [one["value"] for one in after["axes"]] == [one["value"] for one in before["axes"]]
    assert after["axes"][1]["now"]["c"] != before["axes"][1]["now"]["c"]
    assert after["way"][0]["height"] == pytest.approx(
        ((0.751365 - 0.01) ** 2 + (0.772928 - 0.5) ** 2) / 2, abs=1e-5
    )


def test_a_y_that_is_no_number_stays_with_a_sentence() -> None:
    app = opened("cost.py", **OUTPUTS, preset="mazur")
    typed(app, "y₁", "much")
    assert "A number is written like" in app.main.error[0].value
    assert app.session_state.lesson.y == (0.01, 0.99)
    assert [one.value for one in app.main.text_input if one.label == "y₁"] == ["much"]


def test_the_cross_entropy_keeps_y_between_0_and_1() -> None:
    app = opened("cost.py", **OUTPUTS, preset="mazur", cost="cross-entropy")
    assert "cross-entropy" in words(app)
    typed(app, "y₁", "2")
    assert "between 0 and 1" in app.main.error[0].value


def test_the_parts_of_a_cost_are_written_where_there_are_many() -> None:
    app = opened("cost.py", **OUTPUTS, sizes="2-6")
    parts = [
        (y - a) ** 2 / 2
        for a, y in zip(*(app.session_state.trace.arrays(s)[2][:, 0] for s in "ay"), strict=True)
    ]
    assert f"{parts[0]:.3f}" in words(app)
    assert r"\ln" in words(opened("cost.py", **OUTPUTS, cost="cross-entropy"))


def test_one_output_has_a_curve_and_is_offered_another() -> None:
    app = opened("cost.py", **OUTPUTS, preset="xor")
    assert "curve" in landscape(app)
    pressed(app, "Make it two outputs")
    assert app.session_state.lesson.sizes == (2, 2, 2)
    assert "surface" in landscape(app)


def test_two_of_many_outputs_are_chosen() -> None:
    app = opened("cost.py", **OUTPUTS, sizes="3-4-5", pair="4,2")
    assert [one["name"] for one in landscape(app)["axes"]] == ["a³₄", "a³₂"]
    across, up = app.main.selectbox
    assert (across.label, up.label) == ("Across", "Up")
    up.set_value(5)
    ran(app.run())
    assert app.session_state.lesson.choice("pair") == "4,5"
    app.main.selectbox[0].set_value(5)
    ran(app.run())
    assert app.session_state.lesson.choice("pair") == "5,4"
    assert [one["name"] for one in landscape(app)["axes"]] == ["a³₅", "a³₄"]


def test_a_pair_that_is_not_there_becomes_the_first() -> None:
    app = opened("cost.py", **OUTPUTS, sizes="3-4-3", pair="2,9")
    assert [one["j"] for one in landscape(app)["axes"]] == [1, 2]


def test_a_step_that_cannot_be_taken_is_told() -> None:
    lesson = Lesson(
        sizes=(1, 2),
        activation=("linear",),
        cost="cross-entropy",
        weights=(0.5, 0.5, 0, 0),
        x=(1,),
        y=(0, 1),
        eta=50,
    )
    app = opened("cost.py", **OUTPUTS, **to_query(lesson))
    assert len(landscape(app)["way"]) == 1
    assert "leads too far" in legend(app)
    (button,) = [one for one in app.main.button if one.label == "Take this step"]
    assert button.disabled


@pytest.mark.parametrize("activation", ["tanh", "relu", "leaky-relu", "linear"])
@pytest.mark.parametrize("sizes", ["2-1", "2-2", "3-4-12"])
def test_every_kind_of_outputs_has_a_landscape(activation: str, sizes: str) -> None:
    app = opened("cost.py", **OUTPUTS, sizes=sizes, activation=activation)
    found = landscape(app)
    for axis in found["axes"]:
        low, high = axis["range"]
        assert low <= min(axis["value"], axis["now"]["y"])
        assert max(axis["value"], axis["now"]["y"]) <= high
