"""What a page of the chapter sends to its stage: exhibits, and frames for a slider."""

import json

import numpy as np

from backprop import run
from backprop.lesson import PRESETS, with_value
from backprop.stage import Exhibit, Picture, arrays_of, remark, row
from tests.stage.sent import frames, numbers

LESSON = PRESETS["mazur"]
PICTURE = Picture.of(
    LESSON.trace(),
    ["browser/diagram.js", {"module": "browser/exhibits.js", "rows": [row("", "sum1", "=")]}],
)
DATA = PICTURE.data


def test_a_part_is_its_module_or_has_more_to_tell() -> None:
    assert DATA["parts"][0] == {"module": "browser/diagram.js"}
    assert DATA["parts"][1] == {
        "module": "browser/exhibits.js",
        "rows": [{"label": "", "items": ["sum1", "="]}],
    }
    assert remark("no") == {"note": "no"}


def test_without_steps_all_is_there_from_the_first() -> None:
    assert DATA["steps"] == []
    assert DATA["born"] == {}


def test_an_exhibit_is_a_figure_with_cells_of_its_own() -> None:
    matrix = Exhibit("outer1", "s tᵀ", np.array([[3.0, -4.0], [6.0, -8.0]]), "delta")
    column = Exhibit("sum1", "s", np.array([[1.0], [2.0]]), "a", scale="unit")
    shown = PICTURE.with_exhibits([matrix, column])
    data = shown.data
    assert data["arrays"]["outer1"]["title"] == "s tᵀ"
    assert numbers(data, "outer1") == [[3, -4], [6, -8]]
    assert shown.cells("outer1") == [["outer1_1_1", "outer1_1_2"], ["outer1_2_1", "outer1_2_2"]]
    assert shown.cells("sum1") == [["sum1_1"], ["sum1_2"]]
    assert (data["limits"]["outer"], data["limits"]["sum"]) == (8, 2)
    assert (data["scales"]["outer"], data["scales"]["sum"]) == ("signed", "unit")
    assert data["like"] == {"outer": "delta", "sum": "a"}
    assert data["fixed"] == ["outer1", "sum1"], "no number of the network can be selected there"
    assert shown.has("w3")


def test_a_family_of_exhibits_shares_its_limit() -> None:
    pair = [Exhibit(f"mean_w{l}", "", np.full((1, 2), 2.0 * l), "nabla_w") for l in (2, 3)]
    assert PICTURE.with_exhibits(pair).limit("mean_w") == 6
    assert PICTURE.with_exhibits(pair, limit=9).limit("mean_w") == 9


def test_zeros_have_a_limit_too() -> None:
    assert PICTURE.with_exhibits([Exhibit("zero1", "", np.zeros((2, 1)), "a")]).limit("zero") == 1


def test_frames_hold_what_changes_and_begin_where_the_lesson_is() -> None:
    positions = [-1.0, 0.0, 0.5]
    traces = [with_value(LESSON, "b3_1", 0.6 + added).trace() for added in positions]
    arrays = arrays_of(traces, ["w", "b", "a", "delta"])
    data = PICTURE.with_frames("dz", "Δz", positions, 0.4, arrays).data
    made = data["frames"]
    assert (made["start"], made["rest"]) == (2, 1)
    assert made["values"] == ["-1", "0", "0.5"]
    assert made["texts"] == ["−1", "0", "0.5"]
    assert sorted(made["arrays"]) == ["a3", "b3", "delta2", "delta3"], "w and a² stay"
    net = LESSON.network()
    alone = run(net, LESSON.x, LESSON.y)
    assert np.array_equal(frames(data, "a3")[1], alone.a[3])
    assert frames(data, "b3")[2][0] == [1.1]
    json.dumps(made)
