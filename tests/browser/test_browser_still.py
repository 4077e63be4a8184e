"""While stepping nothing flickers, scrolls or jumps, and all of it is on one screen."""

from playwright.sync_api import expect

from backprop.lesson import Lesson
from tests.browser.conftest import StageOf, Visit
from tests.browser.stage_page import StagePage

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


def test_nothing_is_blank_or_jumps_while_stepping_and_all_is_on_one_screen(visit: Visit) -> None:
    explorer = visit("selected=w3_2_4")
    expect(explorer.stage.locator(".layer[data-drawn]")).to_have_count(2)
    explorer.page.evaluate(WATCH_FRAMES)
    boxes = explorer.stage.evaluate(BOXES)
    for step in range(2, 15):
        explorer.press("ArrowRight")
        explorer.at(step)
        explorer.page.evaluate("() => new Promise(requestAnimationFrame)")  # it is looked at
        expect_on_one_screen(explorer, boxes, step)
    explorer.press("Home", "ArrowRight", "ArrowLeft", "ArrowRight")
    explorer.at(2)
    explorer.linked(step="2")
    explorer.wait_until_quiet()
    watch = explorer.page.evaluate("() => { window.watch.done = true; return window.watch; }")
    assert watch["problems"] == []
    assert watch["frames"] > 13
    assert watch["figures"] == 23  # 11 heatmaps of layer 2, 11 of layer 3, and the diagram
    assert explorer.main.evaluate("(main) => main.scrollTop") == 0


def test_nothing_jumps_neuron_by_neuron_and_all_is_on_one_screen(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(level="neuron", selected="w3_2_4"))
    boxes = stage.stage.evaluate(BOXES)
    for step in range(2, 40):
        stage.press("ArrowRight")
        stage.at(step, 40)
        expect_on_one_screen(stage, boxes, step)


def expect_on_one_screen(page: StagePage, boxes: object, step: int) -> None:
    """Expect these boxes to be where they were, and all of the stage to be seen."""
    assert page.stage.evaluate(BOXES) == boxes, f"at step {step}"
    box = page.stage.bounding_box()
    assert box is not None
    assert box["y"] >= 0, f"at step {step}"
    assert box["y"] + box["height"] <= 900, f"at step {step}"


def test_nothing_jumps_when_a_number_is_selected(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    boxes = stage.stage.evaluate(BOXES)
    stage.cell("w3_2_4").click()
    stage.linked(selected="w3_2_4")
    assert stage.stage.evaluate(BOXES) == boxes
