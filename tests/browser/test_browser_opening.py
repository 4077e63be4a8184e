"""The first minute: who sees it, four presses, the ways out of it, and the way back."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from backprop.lesson import PRESETS, Lesson, resized
from backprop.stage.explorer import stage_data
from tests.browser.conftest import Alone, Visit
from tests.browser.explorer import Explorer
from tests.browser.stage_page import StagePage

ACTS = [
    ("Which line is most to blame?", "See how it got there"),
    ("this is how it got to 0.776 and 0.368.", "How wrong is that?"),
    ("How wrong it is, as one number: C = 0.501.", "Who is to blame?"),
    ("the blame runs back.", "Which line is it?"),
    ("This line is most to blame: its weight is −1.16.", "Open the whole machine"),
]
END = {"step": "12", "selected": "w3_2_2"}
"""Where the stage opens: the gradient of the named weight, which is selected."""


def question(page: StagePage) -> Locator:
    return page.stage.locator(".opening-foot h2")


def at_act(page: StagePage, number: int) -> None:
    """Expect this act, and nothing else on the page to be seen or to have the keys."""
    headline, press = ACTS[number]
    expect(question(page)).to_contain_text(headline)
    expect(page.button(press)).to_be_visible()
    expect(page.stage.locator(".counter")).to_be_hidden()
    expect(page.stage.locator("svg .node").first).to_be_visible()


def opened(page: StagePage, counter: str) -> None:
    """Expect the whole stage."""
    expect(page.page.locator("html[data-opening]")).to_have_count(0)
    expect(page.stage.locator(".counter")).to_have_text(counter)
    expect(question(page)).to_be_hidden()


def first_visit(visit: Visit, **options: Any) -> Explorer:
    return visit(seen=False, **options)


# Looks at each frame whether something is seen that the first minute hides.
FLASHES = """
window.flashes = [];
const hidden = "[data-testid=stSidebar], [data-testid=stHeader], .st-key-panel";
const look = () => {
  const seen = [...document.querySelectorAll(hidden)].filter((one) => one.checkVisibility());
  flashes.push(...seen.map((one) => one.className));
  requestAnimationFrame(look);
};
look();
"""


def test_the_question_is_the_first_that_is_seen(visit: Visit) -> None:
    explorer = visit("step=2", anew=True)
    explorer.page.add_init_script(FLASHES)
    explorer.open(seen=False)
    at_act(explorer, 0)
    assert explorer.page.evaluate("flashes") == []


def test_a_stranger_presses_four_times_and_the_stage_unfolds(visit: Visit) -> None:
    explorer = first_visit(visit)
    at_act(explorer, 0)
    for name in ("Explorer", "Next step", "Play"):
        expect(explorer.page.get_by_text(name, exact=True)).to_be_hidden()
    expect(explorer.sidebar).to_be_hidden()
    expect(explorer.stage.locator(".wishes")).to_contain_text("should be 0")
    places = set()
    for number, (_, press) in enumerate(ACTS[:-1], start=1):
        button = explorer.button(press)
        box = button.bounding_box()
        assert box
        places.add(box["y"])
        button.click()
        at_act(explorer, number)
        expect(explorer.button(ACTS[number][1])).to_be_focused()
    assert len(places) == 1, "the button stays under the pointer"
    expect(explorer.line(3, 2, 2)).to_contain_class("blamed")
    expect(explorer.stage.locator(".edge.blamed")).to_have_count(1)
    assert explorer.link == {}, "a reload begins again"
    explorer.button(ACTS[-1][1]).click()
    opened(explorer, "Step 12 of 15")
    expect(explorer.button("Next step")).to_be_focused()
    explorer.linked(**END)
    expect(explorer.code).to_be_visible()
    expect(explorer.stage.locator(".edge.blamed")).to_have_count(0)
    opener = explorer.page.get_by_role("button", name="Change the network")
    expect(opener).to_be_visible()
    opener.click()
    expect(explorer.sidebar.get_by_role("textbox", name="Inputs x")).to_be_visible()

    explorer.reload()
    opened(explorer, "Step 12 of 15")
    explorer.page.goto(explorer.url)
    opened(explorer, "Step 1 of 15")
    explorer.button("The first minute").click()
    at_act(explorer, 0)
    expect(explorer.button(ACTS[0][1])).to_be_focused()
    explorer.press("Enter", "Escape")
    opened(explorer, "Step 1 of 15")


def test_a_link_is_never_kept_waiting_and_can_ask_for_it(visit: Visit) -> None:
    explorer = first_visit(visit, query="step=3")
    opened(explorer, "Step 3 of 15")
    explorer.page.goto(explorer.url)
    opened(explorer, "Step 1 of 15")
    expect(explorer.sidebar).to_be_visible()
    explorer.page.goto(f"{explorer.url}/?preset=xor&step=5&opening=1")
    expect(question(explorer)).to_contain_text("It says 0.919. It should say 1.")
    explorer.button("Skip").click()
    opened(explorer, "Step 5 of 15")
    explorer.linked(preset="xor", step="5")
    assert "opening" not in explorer.link


def test_a_page_of_the_chapter_is_a_visit_too(visit: Visit) -> None:
    explorer = first_visit(visit, path="cost")
    expect(explorer.page.locator("html[data-opening]")).to_have_count(0)
    explorer.page.get_by_role("link", name="Explorer").first.click()
    opened(explorer, "Step 1 of 15")


def test_fingers_on_a_phone(visit: Visit) -> None:
    explorer = first_visit(visit, screen=(390, 844), has_touch=True)
    for number, (_, press) in enumerate(ACTS):
        at_act(explorer, number)
        button = explorer.button(press)
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
        button.tap()
    opened(explorer, "Step 12 of 15")
    explorer.linked(**END)


def begun(alone: Alone, lesson: Lesson | None = None, **options: Any) -> StagePage:
    lesson = lesson or Lesson()
    data = stage_data(lesson, lesson.trace(), first_look=True)
    return alone(data, lesson, own="opening", **options)


@pytest.fixture
def first(alone: Alone) -> StagePage:
    """The stage alone as it begins, in a tab that has not seen it."""
    stage = begun(alone)
    stage.page.reload()
    return begun(alone)


FLOWS = """
() => {
  const canvas = document.querySelector(".bp-stage .flow");
  const { width, height } = canvas;
  return canvas.checkVisibility({ visibilityProperty: true }) &&
    canvas.getContext("2d").getImageData(0, 0, width, height).data.some(Boolean);
}
"""


def test_numbers_run_forward_and_the_blame_runs_back_and_nothing_stays_of_it(
    first: StagePage,
) -> None:
    for number in (1, 2, 3, 4):
        first.press("ArrowRight")
        if number in (1, 3):
            first.page.wait_for_function(FLOWS)
        first.page.wait_for_function(f"() => !({FLOWS})()")


def test_keys_lead_on_and_back(first: StagePage) -> None:
    for number, key in enumerate(["ArrowRight", "PageDown", "Space", "Enter"], start=1):
        first.press(key)
        at_act(first, number)
    first.press("ArrowLeft", "Tab", "ArrowUp", "Shift")
    at_act(first, 3)
    first.press("ArrowRight", "ArrowRight")
    opened(first, "Step 12 of 15")
    expect(first.cell("w3_2_2")).to_contain_class("selected")


@pytest.mark.parametrize("key", ["Escape", "x", "End"])
def test_any_other_key_goes_straight_to_the_stage(first: StagePage, key: str) -> None:
    first.press("ArrowRight", key)
    opened(first, "Step 1 of 15")
    expect(first.layer.locator("[data-id=w2_1_1]").first).to_be_visible()
    first.press("ArrowRight")
    first.at(2)


def test_each_press_is_said_with_its_numbers_and_the_network_stays_out_of_the_way(
    first: StagePage,
) -> None:
    live = first.stage.locator(".opening [aria-live=polite]")
    first.press("ArrowRight")
    expect(live).to_contain_text("It says 0.776, 0.368.")
    first.press("ArrowRight")
    expect(live).to_contain_text("C = 0.501. Output 1 says 0.776 and should say 0: 0.776 too high.")
    box = first.neuron(3, 1).bounding_box()
    assert box
    first.page.mouse.click(box["x"] + 5, box["y"] + 5)
    at_act(first, 2)
    first.press("ArrowRight")
    expect(live).to_contain_text("In layer 3 no share is larger in size than −0.147")


def test_without_motion_each_press_is_at_its_end_at_once(first: StagePage) -> None:
    first.page.emulate_media(reduced_motion="reduce")
    first.press("ArrowRight")
    assert not first.page.evaluate(FLOWS)
    shown = "(stage) => [...stage.querySelectorAll('.node text')].map((one) => one.textContent)"
    numbers = [text for text in first.stage.evaluate(shown) if text]
    assert numbers == ["0.2", "0.5", "0.9", "0.147", "0.787", "0.527", "0.225", "0.776", "0.368"]
    first.press("ArrowRight", "ArrowRight")
    numbers = [text for text in first.stage.evaluate(shown) if text]
    assert numbers[-2:] == ["0.135", "−0.147"]
    assert first.stage.evaluate("(one) => one.getAnimations({subtree: true}).length") == 0


@pytest.mark.parametrize("screen", [(1280, 720), (1920, 1080), (390, 844)])
@pytest.mark.parametrize("name", ["book", "vanishing", "wide"])
def test_it_fits_the_screen(alone: Alone, name: str, screen: tuple[int, int]) -> None:
    lesson = PRESETS.get(name) or resized(Lesson(), (12,) * 8)
    stage = begun(alone, lesson, screen=screen)
    stage.page.reload()
    stage = begun(alone, lesson, screen=screen)
    for _ in range(5):
        for button in stage.stage.locator(".opening button:visible").all():
            box = button.bounding_box()
            assert box
            assert 0 <= box["y"] <= screen[1] - box["height"]
        assert stage.page.evaluate("document.documentElement.scrollWidth") <= screen[0]
        stage.press("ArrowRight")
