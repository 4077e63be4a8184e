"""The graph of a function: its curve goes through its points, and nothing in it is infinite."""

import json
import math

import numpy as np
import plotly.graph_objects as go
import pytest

from backprop.figures.json import Json
from backprop.ideas.elementwise.compute import functions
from backprop.ideas.elementwise.stage_graph import graph_json


def drawn(name: str, *v: float) -> Json:
    vector = np.array(v)
    return graph_json(functions()[name], vector, functions()[name].of(vector))


def test_the_points_are_the_entries() -> None:
    _, _, points = drawn("square", 2, 3)["data"]
    assert (points["x"], points["y"]) == ([2, 3], [4, 9])


def test_the_curve_goes_through_every_point_and_through_the_kink() -> None:
    curve, _, points = drawn("relu", -2, 0.3)["data"]
    on_it = dict(zip(curve["x"], curve["y"], strict=True))
    assert [on_it[x] for x in points["x"]] == [0, 0.3]
    assert on_it[0] == 0
    assert all(y == max(0, x) for x, y in on_it.items())


def test_the_way_of_an_entry_goes_up_to_the_curve_and_across() -> None:
    picture = drawn("square", 2, 3)
    _, ways, _ = picture["data"]
    left, bottom = picture["layout"]["xaxis"]["range"][0], picture["layout"]["yaxis"]["range"][0]
    assert ways["x"] == [2, 2, left, None, 3, 3, left, None]
    assert ways["y"] == [bottom, 4, 4, None, bottom, 9, 9, None]


@pytest.mark.parametrize("v", [(2, 3), (-2, -3), (0,), (0, 0), (1e-9, -1e-9), (1e6, -5)])
@pytest.mark.parametrize("name", [name for name in functions() if name != "exp"])
def test_all_points_and_zero_are_in_view(name: str, v: tuple[float, ...]) -> None:
    picture = drawn(name, *v)
    for axis, values in (("xaxis", v), ("yaxis", functions()[name].of(np.array(v)))):
        low, high = picture["layout"][axis]["range"]
        assert low < min(0, *values)
        assert high > max(0, *values)
    assert len(picture["data"][0]["x"]) > 10


@pytest.mark.parametrize("v", [(709.78,), (709.0,), (-1e6, 709.0), (1.0, 300.0)])
def test_near_the_largest_number_all_is_finite(v: tuple[float, ...]) -> None:
    picture = drawn("exp", *v)
    json.dumps(picture, allow_nan=False)
    curve = picture["data"][0]
    assert len(curve["x"]) == len(curve["y"])
    low, high = picture["layout"]["yaxis"]["range"]
    assert math.isfinite(high - low)
    assert high >= np.exp(max(v))


def test_plotly_takes_it() -> None:
    figure = go.Figure(drawn("sigmoid", -1, 2))
    assert [trace.mode for trace in figure.data] == ["lines", "lines", "markers"]
