"""The figures for notebooks by their numbers: what is drawn where, how wide, in which colours."""

import subprocess
import sys
from itertools import product
from typing import Any

import numpy as np
import pytest

from backprop import Network, run
from backprop.figures import diagram, heatmap
from backprop.figures.notebook.look import ink_on, shade

NET = Network(
    w={2: [[1.0, -2.0], [0.5, 0.0]], 3: [[4.0, 0.25]]}, b={2: [0.0, 1.0], 3: [-1.0]},
    activation="linear",
)  # fmt: skip
ONE = run(NET, [1.0, 2.0], [0.0])
"""a2 = (-3, 1.5), a3 = -12.625, so delta3 = -12.625 and delta2 = (-50.5, -3.15625)."""
LIST: Any = [2]
TWO = run(NET, [[1.0, 0.0], [2.0, 1.0]], [[0.0, 0.0]])


def parts(figure: Any) -> tuple[list[Any], Any]:
    return list(figure.data), figure.layout


def test_a_matrix_has_its_numbers_its_indices_and_their_addresses() -> None:
    (heat, numbers), layout = parts(heatmap(ONE, "w", 2))
    assert np.array(heat.z).tolist() == [[1, -2], [0.5, 0]]
    assert heat.hovertext == (["w²₁₁ = 1", "w²₁₂ = −2"], ["w²₂₁ = 0.5", "w²₂₂ = 0"])
    assert list(zip(numbers.x, numbers.y, numbers.text, strict=True)) == [
        (1, 1, "1"), (2, 1, "−2"), (1, 2, "0.5"), (2, 2, "0"),
    ]  # fmt: skip
    assert layout.yaxis.range[0] > layout.yaxis.range[1], "the first row is on top"
    assert layout.title.text == "w²"
    assert [note.text for note in layout.annotations] == ["<i>j</i>", "<i>k</i>"]


def test_all_of_one_trace_share_their_limit_and_their_scale() -> None:
    for symbol, l in (("w", 2), ("w", 3), ("b", 2), ("b", 3)):
        (heat, _), _ = parts(heatmap(ONE, symbol, l))
        assert (heat.zmin, heat.zmax) == (-4, 4)
    (slope, _), _ = parts(heatmap(ONE, "sigma_prime", 2))
    assert (slope.zmin, slope.zmax) == (0, 1)


def test_each_example_is_a_column_and_a_mean_is_one() -> None:
    (heat, _), layout = parts(heatmap(TWO, "a", 2))
    assert np.array(heat.z).tolist() == [[-3, -2], [1.5, 1]]
    assert heat.hovertext[0] == ["a²₁ of example 1 = −3", "a²₁ of example 2 = −2"]
    assert layout.annotations[1].text == "example"
    (mean, _), layout = parts(heatmap(TWO, "nabla_b", 2))
    assert np.array(mean.z).shape == (2, 1)
    assert mean.hovertext[0][0].startswith("∂C/∂b²₁ = ")
    assert layout.annotations[1].text == ""


def test_many_examples_are_small_cells_without_numbers() -> None:
    many = run(NET, np.ones((2, 200)), np.zeros((1, 200)))
    found, layout = parts(heatmap(many, "z", 2))
    assert len(found) == 1
    assert layout.width < 1100


def test_a_neuron_has_its_number_and_a_line_the_width_of_its_weight() -> None:
    (*lines, neurons), layout = parts(diagram(ONE))
    assert neurons.text == ("1", "2", "−3", "1.5", "−12.6")
    assert neurons.hovertext[-1] == "a³₁ = −12.625"
    widths = {told: line.line.width for line in lines for told in line.hovertext if told}
    # the width is 0.8 for 0 and 5.8 for the largest, here 4
    assert widths == {
        "w²₁₁ = 1": 2.05, "w²₁₂ = −2": 3.3, "w²₂₁ = 0.5": 1.425, "w²₂₂ = 0": 0.8,
        "w³₁₁ = 4": 5.8, "w³₁₂ = 0.25": pytest.approx(1.1125),
    }  # fmt: skip
    assert [line.line.width for line in lines] == sorted(line.line.width for line in lines)
    heads = {note.text for note in layout.annotations}
    assert heads == {"a¹ = x", "w²", "a²", "w³", "a³"}


def test_the_way_of_a_line_is_from_its_k_to_its_j() -> None:
    (*lines, neurons), _ = parts(diagram(ONE))
    names = ["a1_1", "a1_2", "a2_1", "a2_2", "a3_1"]
    place = dict(zip(names, zip(neurons.x, neurons.y, strict=True), strict=True))
    assert place["a2_1"][1] < place["a2_2"][1], "the first neuron is on top"
    (line,) = [line for line in lines if "w²₁₂ = −2" in line.hovertext]
    start, end = np.array(place["a1_2"]), np.array(place["a2_1"])
    points = np.array([line.x, line.y], dtype=float).T[:-1]
    along = (points - start) @ (end - start) / ((end - start) @ (end - start))
    assert points == pytest.approx(start + np.outer(along, end - start))
    assert 0 < along[0] < 0.2
    assert 0.8 < along[-1] < 1


def test_other_numbers_can_be_shown_and_any_example() -> None:
    (*lines, neurons), _ = parts(diagram(ONE, neurons="delta", lines="nabla_w"))
    assert neurons.hovertext[2:] == ("δ²₁ = −50.5", "δ²₂ = −3.15625", "δ³₁ = −12.625")
    assert "∂C/∂w²₁₂ = −101" in [told for line in lines for told in line.hovertext]
    (*_, neurons), _ = parts(diagram(TWO, example=2))
    assert neurons.text[:3] == ("0", "1", "−2")
    (*_, neurons), _ = parts(diagram(TWO, neurons="b", example=2))
    assert neurons.text[2:] == ("0", "1", "−1")


def test_the_largest_network_that_the_app_has_is_drawn() -> None:
    large = run(Network.random([12] * 8, seed=1), np.ones(12), np.zeros(12))
    (*lines, neurons), layout = parts(diagram(large))
    assert len(neurons.text) == 96
    assert len({told for line in lines for told in line.hovertext if told}) == 7 * 144
    assert layout.width < 1100
    places = list(zip(neurons.x, neurons.y, strict=True))
    apart = [abs(x - u) + abs(y - v) for (x, y), (u, v) in product(places, places)]
    assert min(one for one in apart if one) > neurons.marker.size


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_has_its_ground_and_can_be_read_on_it(theme: str) -> None:
    for figure in (heatmap(ONE, "w", 2, theme=theme), diagram(ONE, theme=theme)):
        ground, ink = figure.layout.paper_bgcolor, figure.layout.font.color
        assert (ink_on(ground) == "#000000") == (theme == "light")
        assert (ink_on(ink) == "#ffffff") == (theme == "light")


def test_colours_are_mixed_between_those_of_the_scale() -> None:
    assert shade(2.0, 2.0, "signed", "light") == "#c4510f"
    assert shade(-2.0, 2.0, "signed", "light") == "#2060a8"
    assert shade(0.0, 2.0, "signed", "light") == "#f6f6f4"
    # half way between #f6f6f4 and #86c5b0
    assert shade(0.5, 2.0, "unit", "light") == "#beded2"


@pytest.mark.parametrize(
    ("draw", "sentence"),
    [
        (lambda t: heatmap(t, "delta", 1), "the layer of delta must be 2 or 3; got 1"),
        (lambda t: heatmap(t, "y", 2), "the layer of y must be 3; got 2"),
        (lambda t: heatmap(t, "C", 3), "symbol must be a, y, .*; got 'C'"),
        (lambda t: heatmap(t, "w", LIST), r"the layer of w must be 2 or 3; got \[2\]"),
        (lambda t: heatmap(t, "w", 2, theme="blue"), "theme must be light or dark; got 'blue'"),
        (lambda t: diagram(t, neurons="y"), "neurons must be a, .*; got 'y'"),
        (lambda t: diagram(t, lines="a"), "lines must be w or nabla_w; got 'a'"),
        (lambda t: diagram(t, example=2), "example must be 1; got 2"),
        (lambda t: diagram(t, theme=LIST), r"theme must be light or dark; got \[2\]"),
    ],
)
def test_what_is_not_there_is_refused(draw: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        draw(ONE)


def test_plotly_is_loaded_with_the_first_figure() -> None:
    code = "import sys, backprop.figures as f; assert f.heatmap and 'plotly' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
