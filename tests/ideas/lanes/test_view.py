"""The page of the five steps: its stage, its algorithm with the present step, and why backward."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.book import writes
from tests.pages.chapter_app import opened, part_of, pressed, stage, words


def part(**link: Any) -> AppTest:
    return opened("algorithm.py", part="lanes", **link)


def test_the_arrays_are_steps_of_the_stage_and_stand_in_their_lanes() -> None:
    app = part()
    data = stage(app)
    assert data["step_choice"] == "lanes-step"
    assert [step["group"] for step in data["steps"]] == list("12222333445555")
    assert data["steps"][9]["operands"] == ["w3", "delta3", "sigma_prime2"]
    shown = {one["id"]: one for one in part_of(app, "lanes")["arrays"]}
    assert (shown["delta2"]["lane"], shown["delta2"]["l"]) == (4, 2)
    assert shown["a1"]["values"] == [[0.2], [0.5], [0.9]]
    assert (shown["y3"]["lane"], shown["y3"]["values"]) == (3, [[0], [1]])
    assert "y3" not in data["born"], "it is given"
    assert data["born"]["delta2"] == [10] * 4


def test_a_click_leads_to_the_step_that_makes_a_number() -> None:
    leads = stage(part())["leads"]
    assert (leads["a1_3"], leads["z2_4"], leads["delta2_1"], leads["nabla_w3_2_4"]) == (
        1,
        2,
        10,
        12,
    )
    assert not any(id.startswith(("y", "w", "b")) for id in leads)


@pytest.mark.parametrize(("link", "step"), [({}, 1), ({"lanes-step": 10}, 10)])
def test_the_place_is_that_of_the_link(link: dict[str, int], step: int) -> None:
    assert stage(part(**link))["step"] == step


@pytest.mark.parametrize(("asked", "step"), [(0, 1), (99, 14)])
def test_a_step_that_is_not_there_becomes_the_nearest(asked: int, step: int) -> None:
    assert stage(part(**{"lanes-step": asked}))["step"] == step


def test_the_panel_writes_the_present_step_with_its_numbers() -> None:
    app = part(**{"lanes-step": 10})
    assert "chap2.html#eqtnBP2" in words(app)
    assert writes(app.main, r"\blacktriangleright \textsf{4\enspace Backpropagate")
    later = part(**{"lanes-step": 14})
    assert writes(later.main, r"\blacktriangleright \textsf{5\enspace Output")
    assert writes(part().main, r"a^{1} = x = \begin{bmatrix} 0.2 \\ 0.5 \\ 0.9 \end{bmatrix}")


def test_why_backward_counts_the_weights_and_biases() -> None:
    assert "26 of them need 26 more passes" in words(part())
    assert "δ² is made from δ³" in words(part())


def test_without_a_hidden_layer_one_is_offered() -> None:
    app = part(sizes="2-1")
    assert "no hidden layer" in words(app)
    assert "δ³" not in words(app)
    app = pressed(app, "Add a hidden layer")
    assert len(app.session_state.lesson.sizes) == 3
    assert "no hidden layer" not in words(app)


def test_where_the_slope_cancels_the_output_error_is_written_so() -> None:
    app = part(cost="cross-entropy")
    assert writes(app.main, r"\delta^L = a^L - y")
    assert len(stage(app)["steps"]) == 12


def test_without_biases_no_lane_has_one() -> None:
    app = part(biases="none")
    shown = part_of(app, "lanes")
    assert [*shown["given"]] == ["w2", "w3"]
    assert [one["id"] for one in shown["arrays"] if one["lane"] == 5] == ["nabla_w3", "nabla_w2"]
    assert "20 of them need 20 more passes" in words(app)
    assert writes(app.main, r"z^l = w^l a^{l-1},\enspace")
    assert "This network has *one* weight" in words(part(sizes="1-1", biases="none"))
