"""The heatmaps by their numbers: what is drawn, where, in which colours, under which addresses."""

from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from backprop import Network, run
from backprop.engine.activations import Array
from backprop.figures import SCALES, heatmap_json, limits, scale_of

VALUES = np.array([[0.5, -1.25, 0.0], [2.0, 0.125, -0.0625]])


def drawn(name: str = "w3", values: Array = VALUES, scale: str = "signed") -> dict[str, Any]:
    matrix = name.startswith("w")
    return heatmap_json(values, name, "w³", matrix=matrix, limit=2.0, scale=scale)


def test_the_json_is_the_figure_that_plotly_accepts() -> None:
    json, figure = drawn(), go.Figure(drawn()).to_plotly_json()
    assert figure["data"] == json["data"]
    assert {name: figure["layout"][name] for name in json["layout"]} == json["layout"]


def test_a_matrix_looks_like_the_matrix() -> None:
    figure = drawn()
    (heat,), layout = figure["data"], figure["layout"]
    assert heat["z"] == VALUES.tolist()
    assert heat["x"] == [1, 2, 3]
    assert heat["y"] == [1, 2]
    low, high = layout["yaxis"]["range"]
    assert low > high, "the first row is on top"
    assert layout["title"]["text"] == "w³"
    assert [note["text"] for note in layout["annotations"]] == ["<i>j</i>", "<i>k</i>"]


def test_every_cell_has_its_number_and_its_address() -> None:
    (heat,) = drawn()["data"]
    assert heat["customdata"] == [["w3_1_1", "w3_1_2", "w3_1_3"], ["w3_2_1", "w3_2_2", "w3_2_3"]]
    assert heat["text"][0] == ["0.5", "−1.25", "0"]
    (vector,) = drawn("delta2", VALUES[:, :1])["data"]
    assert vector["customdata"] == [["delta2_1"], ["delta2_2"]]


def test_zero_is_neutral_and_limits_are_symmetric() -> None:
    (heat,) = drawn()["data"]
    assert (heat["zmin"], heat["zmax"]) == (-2.0, 2.0)
    middle = [colour for position, colour in SCALES["light"]["signed"] if position == 0.5]
    assert middle == ["#f6f6f4"]
    (unit,) = drawn(scale="unit")["data"]
    assert (unit["zmin"], unit["zmax"]) == (0, 2.0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ends_of_a_scale_are_told_apart_by_more_than_red_and_green(theme: str) -> None:
    low, high = (SCALES[theme]["signed"][i][1] for i in (0, -1))
    blue = [int(colour[5:7], 16) for colour in (low, high)]
    assert blue[0] - blue[1] > 100


def test_what_is_compared_shares_its_limits() -> None:
    net = Network(w={2: [[3.0]], 3: [[-7.0]]}, b={2: [0.5], 3: [1.0]}, activation="linear")
    trace = run(net, [1.0], [0.0])  # z2 = 3.5, z3 = -23.5, delta3 = -23.5, delta2 = 164.5
    found = limits(trace)
    assert found["w"] == found["b"] == 7.0
    assert found["z"] == 23.5
    assert found["delta"] == 164.5
    assert found["nabla_b"] == found["nabla_w"] == 164.5


def test_limits_of_zeros_are_one() -> None:
    net = Network(w={2: [[0.0]]}, b={2: [0.0]}, activation="linear")
    assert limits(run(net, [0.0], [0.0]))["delta"] == 1.0


def test_activations_have_a_sign_only_where_one_is_negative() -> None:
    sigmoid = run(Network(w={2: [[-2.0]]}, b={2: [0.0]}), [1.0], [0.0])
    tanh = run(Network(w={2: [[-2.0]]}, b={2: [0.0]}, activation="tanh"), [1.0], [0.0])
    assert scale_of("a", sigmoid) == "unit"
    assert scale_of("a", tanh) == "signed"
    assert scale_of("delta", sigmoid) == "signed"
    assert scale_of("sigma_prime", tanh) == "unit"
