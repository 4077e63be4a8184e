"""The landscape by its numbers: axes, heights, the marks on it, and that Plotly accepts it."""

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Network, run
from backprop.ideas.outputs.compute import way_down
from backprop.ideas.outputs.stage_plane import FAR, grid, reach
from backprop.ideas.outputs.stage_surface import landscape
from tests.engine.test_engine_mazur import NETWORK, X, Y
from tests.ideas.mean.plain_cost import cost_of_outputs

COSTS = ["quadratic", "cross-entropy"]


def mazur(outputs: tuple[int, ...] = (1, 2)) -> dict[str, Any]:
    return landscape(way_down(run(NETWORK, X, Y), 0.5, 20), outputs)


def four(cost: str) -> dict[str, Any]:
    network = Network.random([2, 3, 4], cost=cost, seed=4)
    return landscape(way_down(run(network, [0.2, 0.7], [0.0, 1.0, 0.3, 0.5]), 0.5, 5), (4, 2))


def heights(found: dict[str, Any]) -> list[list[float]]:
    """What the browser makes of the axes: a row for each place of the second."""
    across, up = (one["now"]["c"] for one in found["axes"])
    return [[found["rest"] + v + u for u in across] for v in up]


def test_mazurs_point_stands_on_the_surface() -> None:
    found = mazur()
    assert found["rest"] == 0
    assert [one["name"] for one in found["axes"]] == ["a³₁", "a³₂"]
    assert [one["y_name"] for one in found["axes"]] == ["y₁", "y₂"]
    start, after = found["way"][:2]
    assert start["place"] == pytest.approx([0.751365070, 0.772928465], abs=1e-9)
    assert [one["height"] for one in (start, after)] == pytest.approx(
        [0.298371109, 0.280471447], abs=1e-9
    )
    assert len(found["way"]) == 21


@pytest.mark.parametrize("cost", COSTS)
def test_the_heights_are_the_cost_with_the_others_held(cost: str) -> None:
    found = four(cost)
    network = Network.random([2, 3, 4], cost=cost, seed=4)
    a = run(network, [0.2, 0.7], [0.0, 1.0, 0.3, 0.5]).a[3].ravel().tolist()
    first, second = (one["places"] for one in found["axes"])
    for row, up in list(enumerate(second))[::9]:
        for column, across in list(enumerate(first))[::9]:
            here = [a[0], up, a[2], across]
            expected = cost_of_outputs(cost, here, [0.0, 1.0, 0.3, 0.5])
            assert heights(found)[row][column] == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("cost", COSTS)
def test_rows_of_the_tables_give_the_cost_for_another_y(cost: str) -> None:
    found = four(cost)
    across, up = (one["grid"] for one in found["axes"])
    y = [0.0, up[30]["y"], 0.3, across[10]["y"]]
    a = run(Network.random([2, 3, 4], cost=cost, seed=4), [0.2, 0.7], [0.0, 1.0, 0.3, 0.5]).a[3]
    at_the_point = found["rest"] + across[10]["at"] + up[30]["at"]
    assert at_the_point == pytest.approx(cost_of_outputs(cost, a.ravel().tolist(), y))
    place = [one["places"][20] for one in found["axes"]]
    here = [a[0].item(), place[1], a[2].item(), place[0]]
    sent = found["rest"] + across[10]["c"][20] + up[30]["c"][20]
    assert sent == pytest.approx(cost_of_outputs(cost, here, y), rel=1e-5)
    there = [a[0].item(), y[1], a[2].item(), y[3]]
    lowest = found["rest"] + across[10]["least"] + up[30]["least"]
    assert lowest == pytest.approx(cost_of_outputs(cost, there, y), rel=1e-5)
    assert lowest <= at_the_point


def test_the_grid_of_the_cross_entropy_keeps_inside_and_y_reaches_the_ends() -> None:
    (one, _) = four("cross-entropy")["axes"]
    assert one["range"] == [0, 1]
    assert (one["places"][0], one["places"][-1]) == (0.01, 0.99)
    assert [one["grid"][i]["y"] for i in (0, 1, -1)] == [0, 0.025, 1]


def test_nothing_stands_above_the_top() -> None:
    found = four("cross-entropy")
    highest = max(map(max, heights(found)))
    assert found["rest"] < highest <= found["top"]


def test_the_colours_reach_the_highest_point_and_some_contours_have_their_height() -> None:
    plot, labelled = mazur()["contour"]["data"]
    (surface,) = mazur()["surface"]["data"]
    highest = max(map(max, heights(mazur())))
    assert plot["zmax"] == surface["cmax"] == pytest.approx(highest, rel=1e-5)
    assert plot["contours"] == pytest.approx({"start": 0.05, "end": 0.9801, "size": 0.05}, abs=0.02)
    levels = labelled["contours"]
    assert (levels["start"], levels["size"]) == pytest.approx((0.2, 0.2))
    assert levels["showlabels"]


@pytest.mark.parametrize(("second", "equal"), [(0.1, True), (2.0, True), (1e5, False)])
def test_axes_that_are_alike_have_equal_units(second: float, equal: bool) -> None:
    network = Network({2: [[1.0], [second]]}, {2: [0.0, 0.0]}, "linear")
    axes = landscape(way_down(run(network, [3.0], [1.0, 0.0]), 0.01, 2), [1, 2])["axes"]
    one, other = (high - low for low, high in (axis["range"] for axis in axes))
    assert (one == pytest.approx(other)) == equal
    for axis in axes:
        assert axis["range"][0] < axis["value"] < axis["range"][1]


@pytest.mark.parametrize("activation", ["linear", "tanh", "relu"])
def test_the_axes_stay_while_y_is_moved_near_the_outputs(activation: str) -> None:
    network = Network({2: [[2.0], [0.5]]}, {2: [0.0, 0.0]}, activation)
    ranges = [
        [
            axis["range"]
            for axis in landscape(way_down(run(network, [3.0], y), 0.01, 3), [1, 2])["axes"]
        ]
        for y in ([0.0, 1.0], [0.9, 0.5], [0.4, 0.0])
    ]
    assert ranges[0] == ranges[1] == ranges[2]


def test_a_way_that_leaves_the_axes_ends_at_their_edge() -> None:
    """a = w x: from a = 4 with y = 1, a step of eta = 10 goes to 4 - 10 (4 - 1) = -26."""
    network = Network({2: [[4.0], [0.5]]}, {2: [0.0, 0.0]}, "linear")
    trace = run(network, [1.0], [1.0, 0.5])
    found = landscape([trace, *way_down(trace, 10, 3)[1:]], [1, 2])
    start, end = found["way"]
    low, _ = found["axes"][0]["range"]
    assert start["place"] == [4, 0.5]
    assert (end["place"], end["inside"]) == (pytest.approx([low, 0.5]), False)
    assert end["height"] == pytest.approx((low - 1) ** 2 / 2)


def test_one_output_has_a_curve() -> None:
    network = Network({2: [[1.0]]}, {2: [0.0]}, "linear")
    found = landscape(way_down(run(network, [3.0], [1.0]), 0.01, 2), [1])
    (line,) = found["curve"]["data"]
    assert line["y"] == pytest.approx([(1 - a) ** 2 / 2 for a in line["x"]], rel=1e-5)
    assert found["way"][0]["place"] == [3.0]
    assert found["way"][0]["height"] == 2.0


def test_plotly_accepts_the_figures() -> None:
    one = landscape(way_down(run(Network.random([2, 1]), [1, 2], [0]), 0.5, 2), [1])["curve"]
    for figure in (mazur()["contour"], mazur()["surface"], one):
        made = go.Figure({name: figure[name] for name in ("data", "layout")}).to_plotly_json()
        assert made["data"][0]["type"] == figure["data"][0]["type"]


@pytest.mark.parametrize(
    ("a", "y", "way", "natural", "expected"),
    [
        (0.2, 1.0, [0.2, 0.3], (0.0, 1.0), (0, 1)),
        (-0.9, 1.0, [], (-1.0, 1.0), (-1, 1)),
        (0.5, 4.0, [], (0.0, 1.0), (-0.025, 4.525)),
        (2.0, 4.0, [2.0, 5.0], None, (1.55, 5.45)),
        (2.0, 4.0, [2.0, 1e9], None, (1.7, 4.3)),
        (7.0, 7.0, [7.0], None, (6.3, 7.7)),
        (0.5, 0.5000001, [], None, (0.4, 0.6000001)),
        (0.0, 0.0, [0.0], None, (-0.1, 0.1)),
    ],
)
def test_how_far_an_axis_reaches(
    a: float,
    y: float,
    way: list[float],
    natural: tuple[float, float] | None,
    expected: tuple[float, float],
) -> None:
    assert reach(a, y, way, natural) == pytest.approx(expected)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.lists(st.floats(-1e9, 1e9), max_size=5))
def test_an_axis_holds_a_and_y_and_is_not_blown_up(a: float, y: float, way: list[float]) -> None:
    low, high = reach(a, y, way, None)
    assert low < min(a, y) <= max(a, y) < high
    assert high - low <= 1.4 * (2 * FAR + 1) * max(abs(a - y), 0.1 * max(1, abs(a)))


@given(st.floats(-1e6, 1e6), st.floats(0.01, 10))
def test_a_grid_is_even_holds_its_span_and_is_round(low: float, share: float) -> None:
    width = share * max(1, abs(low))
    points = grid(low, low + width)
    step = points[1] - points[0]
    assert points[0] <= low + 1e-6 * step
    assert points[-1] >= low + width - 1e-6 * step
    assert 40 * step <= 5 * width
    assert [b - a for a, b in pairwise(points)] == pytest.approx([step] * 40)
    assert all(len(f"{point:.12g}") < 16 for point in points)


def test_grids_of_bounded_outputs_are_exact() -> None:
    assert grid(0, 1)[:3] == (0, 0.025, 0.05)
    assert grid(-1, 1)[-3:] == (0.9, 0.95, 1)
