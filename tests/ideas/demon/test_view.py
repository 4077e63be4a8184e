"""The demon's page: what its stage and its panel are sent, for every kind of lesson."""

import json
import math
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import PRESETS, Lesson, to_query
from tests.pages.chapter_app import (
    keys,
    opened,
    part_of,
    stage,
    words,
)
from tests.stage.sent import frames, numbers

CUT = Lesson(
    sizes=(1, 1), activation=("linear",), cost="cross-entropy", weights=(0.5, 0), x=(1,), y=(1,)
)
"""One linear output, 0.5, which cross-entropy must find between 0 and 1."""


def at_demon(lesson: Lesson, **link: object) -> AppTest:
    return opened("equations.py", part="demon", **(to_query(lesson) | link))


def frame_at(app: AppTest, text: str) -> int:
    return int(stage(app)["frames"]["texts"].index(text))


def test_the_page_shows_the_demon_and_equation_29() -> None:
    app = at_demon(Lesson())
    assert "chap2.html#eqtn29" in words(app)
    assert any(key.startswith("figure-the-demon") for key in keys(app))
    assert r"\frac{\partial C}{\partial z^l_j}" in words(app)


@pytest.mark.parametrize("name", PRESETS)
def test_it_works_for_every_example(name: str) -> None:
    app = at_demon(PRESETS[name])
    frames = stage(app)["frames"]
    assert (
        len(frames["texts"])
        == len(frames["words"])
        == len(part_of(app, "curve")["points"][0]["x"])
        == 161
    )


def test_one_neuron_by_hand() -> None:
    """z = 1.5 and y = 0: C = sigma(z + dz)^2 / 2, delta = a^2 (1 - a)."""
    app = at_demon(PRESETS["nielsen-neuron"])
    true, promised = part_of(app, "curve")["points"]
    a = 1 / (1 + math.exp(-1.5))
    for x, real, tangent in zip(true["x"], true["y"], promised["y"], strict=True):
        assert real == pytest.approx(0.5 / (1 + math.exp(-1.5 - x)) ** 2)
        assert tangent == pytest.approx(a * a / 2 + a * a * (1 - a) * x)
    assert "δ²₁ is positive, so a small negative Δz lowers the cost." in words(app)


def test_what_comes_after_the_neuron_changes_and_nothing_else() -> None:
    app = at_demon(Lesson(selected="z2_3"))
    data = stage(app)
    assert set(data["arrays"]) == {"a1", "a2", "a3", "w2", "w3"}, "what is drawn, and no more"
    assert set(data["frames"]["arrays"]) == {"a2", "a3"}
    i = frame_at(app, "1")
    z, rest = PRESETS["book"].trace().z[2], numbers(data, "a2")
    moved = frames(data, "a2")[i]
    assert moved[2][0] == pytest.approx(1 / (1 + math.exp(-z[2, 0] - 1)))
    assert [moved[j] == pytest.approx(rest[j]) for j in range(4)] == [True, True, False, True]


@pytest.mark.parametrize(
    ("selected", "seat"),
    [("", "n2_1"), ("delta3_2", "n3_2"), ("w2_4_1", "n2_4"), ("a1_2", "n2_1"), ("C", "n2_1")],
)
def test_the_demon_sits_at_the_neuron_that_is_selected(selected: str, seat: str) -> None:
    app = at_demon(Lesson(selected=selected))
    assert seat_of(app) == seat
    assert f"neuron {seat[-1]} of layer {seat[1]} and adds Δz to" in words(app)


@pytest.mark.parametrize(("dz", "text"), [(1.5, "1.5"), (-0.33, "−0.35"), (999999, "4")])
def test_the_slider_stands_where_the_link_says_or_nearest_to_it(dz: float, text: str) -> None:
    frames = stage(at_demon(Lesson(), dz=dz))["frames"]
    assert frames["texts"][frames["start"]] == text
    assert frames["texts"][frames["rest"]] == "0"


def test_where_the_cost_cannot_be_taken_the_curve_is_cut_and_the_page_says_why() -> None:
    """The output is 0.5 + dz: from dz = -0.45 to 0.45 it is inside (0, 1)."""
    app = at_demon(CUT, dz=2)
    frames, (true, tangent) = stage(app)["frames"], part_of(app, "curve")["points"]
    assert (frames["texts"][0], frames["texts"][-1]) == ("−0.45", "0.45")
    assert frames["texts"][frames["start"]] == "0.45"
    assert None not in true["y"] + tangent["y"]
    curve, line = part_of(app, "curve")["figure"]["data"]
    assert None in curve["y"]
    assert None not in line["y"]
    assert "ends at −0.45 and 0.45: cross-entropy needs every output above 0" in words(app)


def test_a_cost_that_can_be_taken_at_one_place_only_is_a_page_all_the_same() -> None:
    """dz goes through a weight of 20 into a linear output of 0.5: not one step is inside (0, 1)."""
    lesson = Lesson(
        sizes=(1, 1, 1),
        activation=("linear", "linear"),
        cost="cross-entropy",
        weights=(0, 0, 20, 0.5),
        x=(1,),
        y=(1,),
    )
    app = at_demon(lesson)
    assert stage(app)["frames"]["texts"] == ["0"]
    low, high = part_of(app, "curve")["figure"]["layout"]["xaxis"]["range"]
    assert low < 0 < high


def test_an_error_of_exactly_0_is_explained() -> None:
    lesson = Lesson(
        sizes=(1, 1, 1), activation=("relu", "linear"), weights=(1, 0, 1, 0), x=(-1,), y=(2,)
    )
    assert "this relu is off, as z²₁ = −1 is below 0" in words(at_demon(lesson))


@pytest.mark.parametrize("sizes", [(1, 1), (12,) * 8])
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "leaky-relu", "linear"])
def test_it_works_for_the_smallest_and_the_largest_network(
    sizes: tuple[int, ...], activation: str
) -> None:
    n, layers = sizes[0], len(sizes) - 1
    lesson = Lesson(
        sizes=sizes, activation=(activation,) * layers, x=(0.5,) * n, y=(1.0,) * sizes[-1]
    )
    app = at_demon(lesson)
    assert len(json.dumps(stage(app))) < 500_000
    assert "**δ" in words(app)


def test_weights_of_a_million_are_taken() -> None:
    """z = 1e12, the output is 1e18: the cost is 5e35, and the error is 1e6 (1e18 - 1)."""
    lesson = Lesson(
        sizes=(1, 1, 1), activation=("linear",) * 2, weights=(1e6, 0, 1e6, 0), x=(1e6,), y=(1,)
    )
    assert "δ²₁ is positive, so a small negative Δz" in words(at_demon(lesson))


@pytest.mark.parametrize(
    ("dz", "text"), [("0,5", "0.5"), ("\u22121", "−1"), ("(1)", "1"), ("1e0", "1")]
)
def test_a_link_may_write_the_number_as_people_do(dz: str, text: str) -> None:
    frames = stage(at_demon(Lesson(), dz=dz))["frames"]
    assert frames["texts"][frames["start"]] == text


def seat_of(app: AppTest) -> str:
    (push,) = part_of(app, "diagram")["overlays"]
    return str(push["at"])


def test_an_input_or_nothing_selected_leaves_the_demon_where_it_is() -> None:
    app = at_demon(Lesson(selected="z3_2"))
    for selected in ("a1_2", "", "C"):
        app.session_state.lesson = replace(app.session_state.lesson, selected=selected)
        app.run()
        assert seat_of(app) == "n3_2"
    app.session_state.lesson = replace(
        app.session_state.lesson, sizes=(3, 1), activation=("tanh",), y=(0,)
    )
    assert seat_of(app.run()) == "n2_1"


def test_it_opens_at_the_saturated_neuron() -> None:
    assert seat_of(at_demon(PRESETS["saturated"])) == "n3_1"
