"""The cost over the outputs: y moved by hand, by keys and by a finger, and the step."""

import re
from dataclasses import replace

import numpy as np
import pytest
from playwright.sync_api import expect

from backprop.engine import run
from backprop.lesson import PRESETS, Lesson
from backprop.writing import short
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.looks import PHONE, TOO_WIDE, TOUCH
from tests.browser.stage_page import StagePage

NO_WEBGL = """
() => {
  const context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return /webgl/.test(kind) ? null : context.call(this, kind, ...more);
  };
}
"""


class Landscape:
    """The part of the page with the cost over the outputs."""

    def __init__(self, page: StagePage) -> None:
        self.stage, self.page = page.stage, page.page
        self.handle = page.stage.get_by_role("slider")
        self.readout = page.stage.locator(".readout")
        self.way = page.stage.locator(".flat .way")
        self.point = page.stage.locator(".flat .point")

    def heights(self, picture: str) -> list[list[float]]:
        """The heights that a picture has now."""
        found: list[list[float]] = self.stage.locator(f".{picture} .plot").evaluate(
            "(plot) => plot.data[0].z"
        )
        return found

    def drag(self, right: int, down: int, let_go: bool = True) -> None:
        """Drag y by so many pixels."""
        box = self.handle.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right / 2, y + down / 2)
        self.page.mouse.move(x + right, y + down)
        if let_go:
            self.page.mouse.up()


MAZUR = PRESETS["mazur"]


def cost_at(y: tuple[float, float]) -> float:
    return run(MAZUR.network(), MAZUR.x, y).cost


def test_a_drag_of_y_moves_the_surface_at_once_and_the_lesson_when_let_go(visit: Visit) -> None:
    explorer = visit("part=outputs&preset=mazur", path="cost")
    mazur = Landscape(explorer)
    expect(mazur.readout).to_contain_text("C = 0.298 at (a³₁, a³₂) = (0.751, 0.773)")
    before, place = mazur.heights("flat"), mazur.point.get_attribute("style")
    mazur.drag(120, 90, let_go=False)
    expect(mazur.way).to_be_hidden()
    found = re.search(
        r"y₁ = ([\d.]+), y₂ = ([\d.]+)", mazur.handle.get_attribute("aria-valuetext") or ""
    )
    assert found
    y = float(found[1]), float(found[2])
    assert y[0] > 0.01
    assert y[1] < 0.99
    expect(mazur.readout).to_contain_text(f"C = {short(cost_at(y))} at")
    after = mazur.heights("flat")
    assert after != before
    trace = mazur.stage.locator(".flat .plot").evaluate(
        "(plot) => [plot.data[0].x, plot.data[0].y]"
    )
    expected = [[((a - y[0]) ** 2 + (b - y[1]) ** 2) / 2 for a in trace[0]] for b in trace[1]]
    np.testing.assert_allclose(after, expected, atol=1e-5)
    mazur.page.wait_for_function(
        "(z) => JSON.stringify(document.querySelector('.space .plot').data[0].z) === z",
        arg=mazur.page.evaluate("JSON.stringify(document.querySelector('.flat .plot').data[0].z)"),
    )
    assert mazur.point.get_attribute("style") == place, "the outputs do not move with y"
    mazur.page.mouse.up()
    explorer.linked(y=f"{y[0]:g}%2C{y[1]:g}")
    expect(mazur.way).to_be_visible()
    field = explorer.main.get_by_role("textbox", name="y₁")
    expect(field).to_have_value(f"{y[0]:g}")


def test_y_is_moved_by_keys_too_and_escape_takes_it_back(alone: Alone) -> None:
    stage = alone(parts.outputs(MAZUR))
    mazur = Landscape(stage)
    mazur.handle.focus()
    stage.press("ArrowRight", "ArrowRight", "ArrowDown")
    expect(mazur.handle).to_have_attribute("aria-valuetext", "y₁ = 0.05, y₂ = 0.975")
    stage.press("Escape")
    expect(mazur.handle).to_have_attribute("aria-valuetext", "y₁ = 0.01, y₂ = 0.99")
    stage.press("ArrowRight")
    stage.tells("y", [[1, 0.025], [2, 1]])
    stage.show(parts.outputs(replace(MAZUR, y=(0.025, 1))))
    expect(mazur.handle).to_have_attribute("aria-valuetext", "y₁ = 0.025, y₂ = 1")
    expect(mazur.handle).to_be_focused()


def test_the_step_moves_the_point_along_the_way(visit: Visit) -> None:
    explorer = visit("part=outputs&preset=mazur", path="cost")
    readout = Landscape(explorer).readout
    explorer.main.get_by_role("button", name="Take this step").click()
    expect(readout).to_contain_text("C = 0.280 at")
    expect(explorer.sidebar.get_by_text("0.280")).to_be_visible()
    explorer.sidebar.get_by_role("button", name="Undo").click()
    expect(readout).to_contain_text("C = 0.298 at")


def test_a_way_that_leads_far_off_ends_at_the_edge_and_is_called_too_long(alone: Alone) -> None:
    lesson = replace(Lesson(), activation=("linear", "linear"))
    landscape = Landscape(alone(parts.outputs(lesson)))
    expect(landscape.stage.get_by_text("this step is too long")).to_be_visible()
    arrow, box = landscape.way.locator("path").bounding_box(), landscape.way.bounding_box()
    assert arrow
    assert box
    assert arrow["width"] > 40
    assert arrow["x"] + arrow["width"] <= box["x"] + box["width"]
    pixels = landscape.stage.locator(".flat .plot").evaluate(
        "({ _fullLayout: { xaxis, yaxis } }) => [xaxis, yaxis].map((axis) =>"
        " axis._length / (axis.range[1] - axis.range[0]))"
    )
    assert pixels[0] == pytest.approx(pixels[1], rel=1e-3), "the contours are circles"


def test_the_arrow_of_a_short_step_does_not_cover_the_point(alone: Alone) -> None:
    mazur = Landscape(alone(parts.outputs(MAZUR)))
    point, arrow = mazur.point.bounding_box(), mazur.way.locator("path").bounding_box()
    assert point
    assert arrow
    middle = point["x"] + point["width"] / 2
    assert arrow["width"] > 4
    assert arrow["x"] + arrow["width"] < middle, "it points from the outputs to the left"


def test_without_webgl_the_contour_plot_stands_alone(alone: Alone) -> None:
    stage = alone(parts.outputs(MAZUR), own="flat")
    stage.page.evaluate(NO_WEBGL)
    stage.clear()
    stage.show(parts.outputs(MAZUR))
    expect(stage.stage.get_by_text("WebGL is off")).to_be_visible()
    landscape = Landscape(stage)
    landscape.drag(60, 60)
    expect(landscape.readout).not_to_contain_text("C = 0.298 at")
    assert [name for name, _ in stage.told] == ["y"]


def test_a_finger_drags_y_on_a_phone(alone: Alone) -> None:
    stage = alone(parts.outputs(MAZUR), screen=PHONE, **TOUCH)
    landscape = Landscape(stage)
    landscape.handle.scroll_into_view_if_needed()
    landscape.drag(40, 40)
    expect(landscape.readout).not_to_contain_text("C = 0.298 at")
    assert stage.page.evaluate(TOO_WIDE) == []


def test_the_theme_is_that_of_the_page(alone: Alone) -> None:
    stage = alone(parts.outputs(MAZUR), scheme="dark")
    scale = stage.stage.locator(".flat .plot").evaluate("(plot) => plot.data[0].colorscale[0][1]")
    assert scale == "#20222a"
