"""The network has changed: its numbers are shown at once, and Plotly follows when there is time."""

from typing import Any

from playwright.sync_api import expect

from backprop.engine import Quantity, Trace
from backprop.figures import heatmap_json, limits
from backprop.lesson import Lesson
from backprop.writing import exact
from tests.browser import parts
from tests.browser.conftest import StageOf

# What is on the page when the stage has taken the data, before the browser does anything else.
AT_ONCE = """
() => {
  const name = (one) => document.querySelector(one).getAttribute("aria-label");
  const layer = document.querySelector(".layer:not([hidden])");
  const unborn = getComputedStyle(layer.querySelector("[role=gridcell][data-state=unborn]"));
  const drawn = layer.hasAttribute("data-drawn");
  return [name("[data-id=w2_4_3]"), name(".node"), drawn, unborn.backgroundColor];
}
"""
# What Plotly has drawn of the first figure of the layer in view, w.
PLOTTED = """
(layer) => {
  const { data: [{ x, y, z, zmin, zmax }], layout } = layer.querySelector(".plot");
  const { margin: { l, r, t, b }, xaxis, yaxis, annotations } = layout;
  return { x, y, z, zmin, zmax, margin: { l, r, t, b }, across: xaxis.range, down: yaxis.range,
    names: annotations.map(({ text }) => text) };
}
"""
WHITE = "rgb(255, 255, 255)"  # the page: what is not computed yet has no colour
OLD = Lesson(x=(0.25, 0.5, 0.75))
NEW = Lesson(seed=2, x=(-0.5, 0.5, 0.75))


def plotted(trace: Trace, w: Quantity) -> dict[str, Any]:
    """What Plotly is to draw of this matrix of weights, as in a notebook."""
    figure = heatmap_json(
        trace.arrays("w")[w.l], w.id, w.text, matrix=True, limit=limits(trace)["w"], scale="signed"
    )
    (heat,), layout = figure["data"], figure["layout"]
    return {
        **{name: heat[name] for name in ("x", "y", "z", "zmin", "zmax")},
        "margin": {side: layout["margin"][side] for side in "lrtb"},
        "across": layout["xaxis"]["range"],
        "down": layout["yaxis"]["range"],
        "names": [note["text"] for note in layout["annotations"]],
    }


def test_cells_and_neurons_are_new_at_once_and_the_picture_says_that_it_is_not(
    stage_of: StageOf,
) -> None:
    stage = stage_of(OLD)
    weight = f"w²₄₃ = {exact(NEW.trace().value(Quantity('w', 2, 4, 3)).item())}"
    assert stage.give(parts.explorer(NEW), look=AT_ONCE) == [weight, "a¹₁ = −0.5", False, WHITE]


def test_the_pictures_follow_each_when_it_is_seen(stage_of: StageOf) -> None:
    stage, trace = stage_of(OLD), NEW.trace()
    expect(stage.stage.locator(".layer[data-drawn]")).to_have_count(2)
    stage.give(parts.explorer(NEW))
    for step, l in ((1, 2), (12, 3)):
        stage.mark(step).click()
        stage.at(step)
        stage.wait_until_drawn()
        assert stage.layer.evaluate(PLOTTED) == plotted(trace, Quantity("w", l))
