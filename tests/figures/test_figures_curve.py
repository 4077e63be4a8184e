"""The chart by its numbers: its lines, where they end, what is shaded, and the points that move."""

import math

import numpy as np
import plotly.graph_objects as go
import pytest

from backprop.figures.curve import Line, Remark, curve_json, height_of, points
from backprop.writing import PALETTE

X = np.array([-1.0, 0.0, 1.0])
TRUE = Line("true", "C", np.array([0.5, 0.25, np.nan]))
TANGENT = Line("promised", "delta", np.array([0.75, 0.25, -0.25]), dash="dash")


def drawn(shaded: tuple[float, float] | None = None) -> dict[str, object]:
    return curve_json(X, [TRUE, TANGENT], names=("Δz", "C"), height=(0.0, 1.0), shaded=shaded)


@pytest.mark.parametrize("shaded", [None, (-0.5, 0.25)])
def test_the_json_is_the_figure_that_plotly_accepts(shaded: tuple[float, float] | None) -> None:
    json = drawn(shaded)
    made = go.Figure(json).to_plotly_json()
    assert made["data"] == json["data"]
    layout = json["layout"]
    assert isinstance(layout, dict)
    assert {name: made["layout"].get(name, []) for name in layout} == layout


def test_a_line_has_its_numbers_and_the_symbol_of_its_colour_and_ends_at_a_gap() -> None:
    true, tangent = curve_json(X, [TRUE, TANGENT], names=("", ""), height=(0, 1))["data"]
    assert (true["x"], true["y"]) == ([-1, 0, 1], [0.5, 0.25, None])
    assert (tangent["y"], tangent["line"]["dash"]) == ([0.75, 0.25, -0.25], "dash")
    assert not true["connectgaps"]
    assert {true["meta"], tangent["meta"]} <= PALETTE["light"].keys()


def test_the_ground_is_shaded_where_it_is_told() -> None:
    (ground,) = curve_json(X, [TRUE], names=("", ""), height=(0, 1), shaded=(-0.5, 0.25))["layout"][
        "shapes"
    ]
    assert (ground["x0"], ground["x1"]) == (-0.5, 0.25)
    assert curve_json(X, [TRUE], names=("", ""), height=(0, 1))["layout"]["shapes"] == []


def test_the_points_stand_on_their_lines() -> None:
    one, other = points(X, [TRUE, TANGENT])
    assert (one["x"], one["y"], one["like"]) == ([-1, 0, 1], [0.5, 0.25, None], "C")
    assert other["y"] == [0.75, 0.25, -0.25]


@pytest.mark.parametrize(
    ("main", "other", "low", "high"),
    [
        ([1.0, 2.0], [1.5, 1.75], 1, 2),
        ([1.0, 2.0], [0.5, 2.5], 0.5, 2.5),
        ([1.0, 2.0], [-50.0, 70.0], 0, 3),  # no further than the main line reaches
        ([1.0, math.nan], [1.0, 1.25], 1, 1.25),
        ([1.0, 1.0], [1.0, 1.0], 0, 2),
        ([0.0, 0.0], [0.0, 0.0], -1, 1),
        ([0.5, 0.5 + 1e-15], [0.5, 0.5], 0, 1),  # rounding is not enlarged
    ],
)
def test_the_main_line_is_seen_whole_and_the_other_as_far_as_it_is_near(
    main: list[float], other: list[float], low: float, high: float
) -> None:
    room = 0.08 * (high - low)
    found = height_of(np.array(main), np.array(other))
    assert found == pytest.approx((low - room, high + room))


def test_a_line_of_points_has_signs_bars_and_its_own_x() -> None:
    y = np.array([1.0, 2.0])
    own = Line("own", "w", y, x=np.array([0.0, 3.0]), sign="circle", reach=(y - 0.5, y + 1))
    (line,) = curve_json(X, [own], names=("", ""), height=(0, 1))["data"]
    assert (line["x"], line["mode"]) == ([0, 3], "lines+markers")
    assert line["error_y"]["array"] == [1, 1]
    assert line["error_y"]["arrayminus"] == [0.5, 0.5]
    assert go.Figure({"data": [line]}).to_plotly_json()["data"] == [line]


def test_logarithms_are_marked_as_powers_of_ten() -> None:
    axes = curve_json(X, [TRUE], names=("", ""), height=(-13, 1), powers=True)["layout"]
    assert axes["xaxis"]["ticktext"] == ["10⁻¹", "1", "10"]
    assert axes["yaxis"]["tickvals"] == [-12, -9, -6, -3, 0]
    assert axes["yaxis"]["ticktext"][:2] == ["10⁻¹²", "10⁻⁹"]


def test_remarks_stand_at_their_places() -> None:
    said = [Remark("left of it", 0.5, 0.25, "left"), Remark("here", 0.0, 0.5)]
    layout = curve_json(X, [TRUE], names=("", ""), height=(0, 1), remarks=said)["layout"]
    one, other = layout["annotations"]
    assert (one["text"], one["x"], one["y"], one["xanchor"]) == ("left of it", 0.5, 0.25, "right")
    assert (one["showarrow"], other["showarrow"]) == (False, True)
    assert go.Figure({"layout": {"annotations": [one, other]}})
