"""The page of a change that spreads: the weight that it looks at, and what it offers."""

from dataclasses import replace

from backprop.lesson import Lesson, to_query
from tests.pages.chapter_app import opened, part_of, pressed, stage, words


def test_it_looks_at_the_selected_weight_and_keeps_it_when_another_number_is_selected() -> None:
    app = opened("paths.py", selected="nabla_w3_2_4")
    assert part_of(app, "diagram")["overlays"][0]["weight"] == "w3_2_4"
    app.session_state.lesson = replace(app.session_state.lesson, selected="z2_1")
    app.run()
    assert part_of(app, "diagram")["overlays"][0]["weight"] == "w3_2_4"
    assert app.query_params["spread-w"] == "w3_2_4"


def test_a_weight_that_the_network_has_not_gives_way_to_the_one_with_most_gradient() -> None:
    gradient = abs(Lesson().trace().nabla_w[2])
    assert gradient.max() == gradient[1, 2]
    app = opened("paths.py", **{"spread-w": "w7_1_1"})
    assert part_of(app, "diagram")["overlays"][0]["weight"] == "w2_2_3"


def test_it_begins_with_the_weight_and_stands_where_the_link_says() -> None:
    data = stage(opened("paths.py"))
    assert (data["step"], len(data["steps"])) == (1, 4)
    link = {"spread-step": "2", "spread-dw": "-0.33", "preset": "deep"}
    data = stage(opened("paths.py", **link))
    assert (data["step"], len(data["steps"])) == (2, 5)
    assert data["frames"]["texts"][data["frames"]["start"]] == "−0.35"


def test_without_a_hidden_layer_one_is_offered() -> None:
    app = opened("paths.py", sizes="2-2")
    assert "(49) and (50) have nothing to do" in words(app)
    assert len(stage(pressed(app, "Add a hidden layer"))["sizes"]) == 3


def test_where_the_cost_cannot_be_taken_the_slider_ends_and_the_page_says_why() -> None:
    """The output is 0.5 + dw: from dw = -0.45 to 0.45 it is inside (0, 1)."""
    lesson = Lesson(
        sizes=(1, 1),
        activation=("linear",),
        cost="cross-entropy",
        weights=(0.5, 0),
        x=(1,),
        y=(1,),
    )
    app = opened("paths.py", **to_query(lesson), **{"spread-dw": "0.9"})
    frames = stage(app)["frames"]
    assert (frames["texts"][0], frames["texts"][-1]) == ("−0.45", "0.45")
    assert frames["texts"][frames["start"]] == "0.45"
    assert "The slider ends at −0.45 and 0.45: cross-entropy needs every output" in words(app)
