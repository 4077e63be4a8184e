"""What a step makes, and what it is made from, is on the screen of the commonest laptops."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import expect

from backprop.engine import Quantity
from backprop.lesson import PRESETS, Lesson, resized
from backprop.writing import short
from tests.browser.alone import StageAlone
from tests.browser.conftest import StageOf, Visit

LAPTOPS = ((1280, 720), (1366, 768))
WITHOUT_SIDEBAR = "#root { width: calc((100vw - 3.2rem) * 0.64 - 1rem) !important; }"
LARGE = {name: tuple(map(int, name.split("-"))) for name in ("8-8-8-8-8", "2-12-1")}
LESSONS = PRESETS | {name: resized(Lesson(), sizes) for name, sizes in LARGE.items()}
# Goes through all steps and back, and names what of their arrays is not seen whole, by its step.
UNSEEN = """
(stage, wanted) => {
  const isSeen = (cells) => {
    const { top, bottom, left, right } = cells.getBoundingClientRect();
    const ends = stage.getBoundingClientRect();
    return cells.checkVisibility() && top >= 0 && bottom <= innerHeight &&
      left >= ends.left && right <= ends.right + 1;
  };
  const look = (n) => wanted[n - 1].filter((id) =>
    ![...stage.querySelectorAll(`.board .cells[data-array="${id}"]`)].some(isSeen))
    .map((id) => `step ${n}: ${id}`);
  const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key }));
  const there = wanted.flatMap((_, i) => {
    if (i) press("ArrowRight");
    return look(i + 1);
  });
  const back = wanted.flatMap((_, i) => {
    if (i) press("ArrowLeft");
    return look(wanted.length - i);
  });
  return [...there, ...back];
}
"""


def wanted(lesson: Lesson) -> list[list[str]]:
    """By step the ids of the arrays that it makes and uses; the cost has no heatmap."""
    steps = lesson.trace().at(lesson.level)
    every = [(step.quantity, *step.operand_quantities.values()) for step in steps]
    return [[Quantity(one.symbol, one.l).id for one in some if one.symbol != "C"] for some in every]


def unseen(stage: StageAlone, lesson: Lesson) -> list[str]:
    """What is not seen at its step, there or back."""
    found: list[str] = stage.stage.evaluate(UNSEEN, wanted(lesson))
    assert stage.step == 1
    return found


@pytest.mark.parametrize("name", LESSONS)
def test_each_step_shows_what_it_makes_and_of_what(stage_of: StageOf, name: str) -> None:
    lesson = LESSONS[name]
    stage = stage_of(lesson, screen=LAPTOPS[0])
    stage.page.emulate_media(reduced_motion="reduce")  # or a layer that comes in is still aside
    found: dict[Any, list[str]] = {}
    for screen in LAPTOPS:
        stage.resize(screen)
        found[screen] = unseen(stage, lesson)
    whole = stage.page.add_style_tag(content=WITHOUT_SIDEBAR)
    for screen in LAPTOPS:
        stage.resize(screen)
        found[(*screen, "no sidebar")] = unseen(stage, lesson)
    whole.evaluate("(style) => style.remove()")
    assert not any(found.values()), found


def test_on_a_laptop_the_explorer_is_one_screen(visit: Visit) -> None:
    explorer = visit("sizes=8-8-8-8-8&step=16", LAPTOPS[0])
    explorer.wait_until_drawn()
    expect(explorer.stage.get_by_text("Layer 3", exact=True)).to_be_visible()
    main = explorer.main.evaluate("(main) => [main.scrollHeight, main.clientHeight]")
    assert main[0] == main[1]


def test_a_click_enlarges_what_is_too_small_to_be_read(stage_of: StageOf) -> None:
    lesson = replace(LESSONS["8-8-8-8-8"], step=16)
    stage, trace = stage_of(lesson, screen=LAPTOPS[0]), lesson.trace()
    lens = stage.stage.locator(".lens")
    expect(lens).to_be_hidden()
    stage.stage.locator(".node").nth(20).click()
    expect(lens).to_have_text(short(trace.delta[3][4, 0]))
    stage.button("w⁴").click()
    cells = stage.stage.get_by_role("dialog", name="w⁴").get_by_role("cell")
    assert cells.all_inner_texts()[1:] == [short(value) for value in trace.network.w[4].flat]
    stage.press("ArrowRight")  # it is not a step of the stage behind it
    stage.press("Escape")
    expect(stage.stage.get_by_role("dialog")).to_have_count(0)
    stage.at(16, 27)
