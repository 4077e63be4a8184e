"""While stepping nothing flickers, scrolls or jumps, and all of it is on one screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

# Looks at every frame: each figure on the page is the very node it was, and has its picture.
WATCH_FRAMES = """
() => {
  const seen = new Map();
  const watch = (window.watch = { frames: 0, figures: 0, problems: [] });
  const look = () => {
    const layers = [...document.querySelectorAll(".bp-stage .layer")];
    const figures = layers.flatMap((one, l) => one.offsetHeight
      ? [...one.querySelectorAll(".figure")].map((figure, i) => [`${l}/${i}`, figure]) : []);
    figures.push(["diagram", document.querySelector(".bp-stage .diagram")]);
    if (figures.length < 10) watch.problems.push("no heatmaps");
    for (const [name, figure] of figures) {
      const drawing = figure.querySelector(name === "diagram" ? "circle" : ".heatmaplayer image");
      const empty = !drawing || !drawing.getBoundingClientRect().width;
      if (empty) watch.problems.push(`${name} is empty`);
      if ((seen.get(name) ?? drawing) !== drawing) watch.problems.push(`${name} was made anew`);
      seen.set(name, drawing);
    }
    watch.frames += 1;
    watch.figures = seen.size;
    if (!watch.done) requestAnimationFrame(look);
  };
  look();
}
"""
BOXES = """
(stage) => [".controls", ".marks", ".diagram svg", ".strip", ".board"].map((name) => {
  const { x, y, width, height } = stage.querySelector(name).getBoundingClientRect();
  return name === ".board" ? [x, y, width] : [x, y, width, height];
})
"""


def test_no_frame_is_blank_while_stepping(explorer: Explorer) -> None:
    expect(explorer.stage.locator(".layer[data-drawn]")).to_have_count(2)
    explorer.page.evaluate(WATCH_FRAMES)
    for step in range(2, 15):
        explorer.press("ArrowRight")
        explorer.at(step)
    explorer.press("Home", "End", "ArrowLeft", "Home", "ArrowRight")
    explorer.at(2)
    explorer.linked(step="2")
    explorer.wait_until_quiet()
    watch = explorer.page.evaluate("() => { window.watch.done = true; return window.watch; }")
    assert watch["problems"] == []
    assert watch["frames"] > 14
    assert watch["figures"] == 23  # 11 heatmaps of layer 2, 11 of layer 3, and the diagram


@pytest.mark.parametrize(("level", "count"), [("layer", 14), ("neuron", 39)])
def test_nothing_jumps_while_stepping(visit: Visit, level: str, count: int) -> None:
    explorer = visit(f"level={level}")
    boxes = explorer.stage.evaluate(BOXES)
    for step in range(2, count + 1):
        explorer.press("ArrowRight")
        explorer.at(step, count)
        assert explorer.stage.evaluate(BOXES) == boxes, f"at step {step}"


def test_nothing_jumps_when_a_number_is_selected(visit: Visit) -> None:
    explorer = visit("step=3")
    boxes = explorer.stage.evaluate(BOXES)
    explorer.cell("w3_2_4").click()
    explorer.linked(selected="w3_2_4")
    assert explorer.stage.evaluate(BOXES) == boxes


def test_next_stays_under_the_thumb_on_a_phone(visit: Visit) -> None:
    explorer = visit("", (390, 844), is_mobile=True, has_touch=True)
    box = explorer.button("Next step").bounding_box()
    for step in range(2, 15):
        explorer.button("Next step").tap()
        explorer.at(step)
        assert explorer.button("Next step").bounding_box() == box, f"at step {step}"


@pytest.mark.parametrize("level", ["layer", "neuron"])
def test_the_stage_fits_one_screen_at_every_step(visit: Visit, level: str) -> None:
    explorer = visit(f"level={level}&selected=w3_2_4")
    count = 14 if level == "layer" else 39
    for step in range(1, count + 1):
        explorer.at(step, count)
        box = explorer.stage.bounding_box()
        assert box is not None
        assert box["y"] >= 0, f"at step {step}"
        assert box["y"] + box["height"] <= 900, f"at step {step}"
        explorer.press("ArrowRight")
    assert explorer.main.evaluate("(main) => main.scrollTop") == 0
