"""The demon's page in a browser: the slider, the neurons after it, the chart and its points."""

import math
import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from backprop.lesson import PRESETS, Lesson, with_choice
from backprop.writing import PALETTE
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.looks import MOVED, PHONE
from tests.browser.parts import PartOf
from tests.browser.stage_page import StagePage

PAGE = "equations"

# Where the points are, as numbers on the axes that Plotly has drawn.
POINTS = """
(chart) => {
  const { xaxis, yaxis } = chart.querySelector(".plot")._fullLayout;
  const on = (axis, pixel, upwards) => {
    const share = (pixel - axis._offset) / axis._length;
    const [low, high] = axis.range;
    return low + (upwards ? 1 - share : share) * (high - low);
  };
  return [...chart.querySelectorAll("circle")].map((circle) => [
    on(xaxis, circle.cx.baseVal.value, false), on(yaxis, circle.cy.baseVal.value, true)]);
}
"""


def sigma(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def slider(page: StagePage) -> Any:
    return page.stage.get_by_role("slider")


def output(page: StagePage) -> Any:
    return page.stage.locator(".slider output")


def points(page: StagePage) -> list[list[float]]:
    found: list[list[float]] = page.stage.locator(".chart").evaluate(POINTS)
    return found


NEURON = PRESETS["nielsen-neuron"]
"""One neuron with z = 1.5 and y = 0."""
BY_TWO = with_choice(Lesson(), "dz", "2")


def test_a_move_of_the_slider_is_seen_at_once_without_the_server(alone: Alone) -> None:
    """Position 130 is dz = 2.5."""
    stage = alone(parts.demon(NEURON))
    delta = sigma(1.5) ** 2 * (1 - sigma(1.5))
    said = slider(stage).evaluate(MOVED, 130)
    true = (sigma(4) ** 2 - sigma(1.5) ** 2) / 2
    assert re.sub(r"\s", " ", said).startswith(
        f"Predicted δ²₁ Δz = {2.5 * delta:.3f}, actual {true:.3f}: "
    )
    expect(stage.stage.locator(".node").nth(1)).to_have_text("0.982")  # sigma(4)
    stage.linked(dz="2.5")


def test_the_points_move_along_both_lines(alone: Alone) -> None:
    stage = alone(parts.demon(NEURON))
    delta, rest = sigma(1.5) ** 2 * (1 - sigma(1.5)), sigma(1.5) ** 2 / 2
    for position, dz in ((80, 0), (20, -3), (140, 3)):
        slider(stage).evaluate(MOVED, position)
        true, promised = points(stage)
        assert true == pytest.approx([dz, sigma(1.5 + dz) ** 2 / 2], abs=1e-3)
        assert promised == pytest.approx([dz, rest + delta * dz], abs=1e-3)


def test_the_slider_is_worked_by_keys_and_kept_by_the_link(visit: Visit) -> None:
    explorer = visit("part=demon&dz=0,05", path=PAGE)  # a decimal comma, too
    expect(slider(explorer)).to_have_accessible_name("Δz, added to z²₁")
    expect(output(explorer)).to_have_text("0.05")
    slider(explorer).focus()
    explorer.press("ArrowRight", "ArrowRight", "ArrowRight")
    expect(output(explorer)).to_have_text("0.2")
    explorer.linked(dz="0.2")
    explorer.reload()
    expect(output(explorer)).to_have_text("0.2")
    explorer.button("back to 0").click()
    expect(output(explorer)).to_have_text("0")
    expect(explorer.stage.locator(".words")).to_have_text(
        "Move the slider: the demon adds Δz to z²₁."
    )


def test_a_press_on_the_chart_goes_there(alone: Alone) -> None:
    stage = alone(parts.demon(Lesson()))
    box = stage.stage.locator(".chart").bounding_box()
    assert box
    true, _ = points(stage)
    middle = box["x"] + stage.stage.locator(".chart circle").first.evaluate(
        "(circle) => circle.cx.baseVal.value"
    )
    assert true[0] == pytest.approx(0, abs=1e-6)
    stage.page.mouse.move(middle, box["y"] + 60)
    stage.page.mouse.down()
    stage.page.mouse.move(middle + 100, box["y"] + 60, steps=4)
    stage.page.mouse.up()
    value = float(output(stage).inner_text())
    assert 0 < value < 4
    assert points(stage)[0][0] == pytest.approx(value)
    stage.linked(dz=output(stage).inner_text())


def test_a_click_sends_the_demon_to_another_neuron(visit: Visit) -> None:
    explorer = visit("part=demon&dz=1", path=PAGE)
    demon = explorer.stage.locator(".demon")
    before = demon.bounding_box()
    explorer.neuron(3, 2).click()
    expect(explorer.main.get_by_text("A demon sits at neuron 2 of layer 3")).to_be_visible()
    explorer.linked(selected="a3_2", dz="1")
    expect(slider(explorer)).to_have_accessible_name("Δz, added to z³₂")
    after, node = demon.bounding_box(), explorer.neuron(3, 2).locator("circle").bounding_box()
    assert before
    assert after
    assert node
    assert after["x"] > before["x"] + 100
    assert abs(after["x"] + after["width"] - node["x"]) < node["width"]
    expect(explorer.stage.locator(".push")).to_have_text("Δz = +1")
    # and an input leaves it where it is
    explorer.neuron(1, 1).click()
    explorer.linked(selected="a1_1")
    explorer.wait_until_quiet()
    expect(slider(explorer)).to_have_accessible_name("Δz, added to z³₂")


def test_the_lines_have_the_colours_of_their_quantities(alone: Alone) -> None:
    for scheme in ("light", "dark"):
        stage = alone(parts.demon(BY_TWO), scheme=scheme)
        lines = stage.stage.locator(".chart .js-line")
        points = stage.stage.locator(".chart circle")
        for index, symbol in enumerate(("C", "delta")):
            colour = PALETTE[scheme][symbol]
            red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
            expect(lines.nth(index)).to_have_css("stroke", f"rgb({red}, {green}, {blue})")
            expect(points.nth(index)).to_have_attribute("fill", colour)
        widths = lines.evaluate_all("(all) => all.map((line) => line.style.strokeDasharray)")
        assert [bool(width) for width in widths] == [False, True]  # not by colour alone


@pytest.mark.parametrize("width", [390, 768, 1400, 1920])
def test_nothing_of_the_stage_jumps_when_the_slider_moves(alone: Alone, width: int) -> None:
    stage = alone(parts.demon(Lesson(), 2, 2), screen=(width, 900))
    chart = stage.stage.locator(".chart")
    tops = set()
    for position in (80, 0, 76, 81, 160):
        slider(stage).evaluate(MOVED, position)
        tops.add(chart.evaluate("(one) => one.offsetTop"))
    assert len(tops) == 1


def test_the_chart_follows_the_width_of_the_window(alone: Alone) -> None:
    stage = alone(parts.demon(BY_TWO))
    wide = points(stage)
    stage.resize((500, 900))
    svg = stage.stage.locator(".chart .main-svg").first
    chart = stage.stage.locator(".chart")
    expect(svg).to_have_css("width", f"{chart.evaluate('(one) => one.clientWidth')}px")
    assert points(stage) == [pytest.approx(pair, abs=1e-3) for pair in wide]


@pytest.mark.parametrize(
    ("part", "texts"),
    [
        (parts.demon, ("−0.05", "0.05", "−4", "4")),
        (parts.tell, ("−0.4", "0.4", "−8", "8")),
    ],
)
def test_with_nothing_focused_the_keys_move_the_slider_one_position_at_a_time(
    alone: Alone, part: PartOf, texts: tuple[str, str, str, str]
) -> None:
    """A teacher's clicker sends PageDown and PageUp."""
    stage = alone(part(Lesson()))
    keys = ("ArrowLeft", "PageDown", "PageDown", "PageUp", "ArrowRight", "Home", "PageUp", "End")
    low, high, first, last = texts
    for key, text in zip(keys, (low, "0", high, "0", high, first, first, last), strict=True):
        stage.press(key)
        expect(output(stage)).to_have_text(text)
    slider(stage).focus()
    stage.press("PageUp", "PageDown", "ArrowLeft", "ArrowRight")
    expect(output(stage)).to_have_text(last)


def test_on_a_phone_the_names_above_many_layers_keep_apart(alone: Alone) -> None:
    stage = alone(parts.tell(PRESETS["vanishing"]), screen=PHONE)
    boxes = [
        box
        for head in stage.stage.locator(".diagram .head").all()
        if head.is_visible() and (box := head.bounding_box())
    ]
    boxes.sort(key=lambda box: box["x"])
    assert len(boxes) > 5
    for one, other in pairwise(boxes):
        assert one["x"] + one["width"] <= other["x"]
