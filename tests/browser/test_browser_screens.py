"""Dark and light, a phone, a projector, and eyes that want no motion."""

from dataclasses import replace
from typing import Literal

import pytest
from playwright.sync_api import expect

from backprop.figures import SCALES
from backprop.lesson import PRESETS, Lesson, resized
from tests.browser import parts
from tests.browser.conftest import SCREEN, Alone, Scheme, StageOf, Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import BEYOND, PHONE, PROJECTOR, TOO_WIDE, TOUCH

BRIGHTNESS = """
(element) => {
  const [r, g, b] = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 765;
}
"""
INK = "() => document.querySelector('.st-key-panel .katex [style*=color]').style.color"
# Cells whose number is wider than they are.
CUT = """
(cells) => cells.filter((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getBoundingClientRect().width > cell.clientWidth + 0.5;
}).map((cell) => cell.textContent)
"""
COVERED = """
(heading) => {
  const { x, y, width, height } = heading.getBoundingClientRect();
  return !heading.contains(document.elementFromPoint(x + width / 2, y + height / 4));
}
"""
# The colours that Plotly was given for a heatmap.
COLOURS = "(plot) => plot.data[0].colorscale.map(([, colour]) => colour)"


def brightness(explorer: Explorer) -> float:
    """Of the page behind everything, from 0 to 1."""
    return float(explorer.page.get_by_test_id("stApp").evaluate(BRIGHTNESS))


def colours(explorer: Explorer) -> list[str]:
    """Of the first heatmap, w."""
    found: list[str] = explorer.layer.locator(".plot").first.evaluate(COLOURS)
    return found


def expect_scheme(explorer: Explorer, scheme: Scheme) -> None:
    """Page and heatmaps are light, or dark."""
    expect(explorer.stage).to_have_attribute("data-theme", scheme)
    explorer.wait_until_drawn()
    assert brightness(explorer) < 0.2 if scheme == "dark" else brightness(explorer) > 0.9
    assert colours(explorer) == [colour for _, colour in SCALES[scheme]["signed"]]


def test_the_page_is_dark_as_the_browser_asks(visit: Visit) -> None:
    expect_scheme(visit("step=3", scheme="dark"), "dark")


def test_a_change_of_the_scheme_is_followed(visit: Visit) -> None:
    """Again and again, and by the formulas, too, for which the server is asked."""
    explorer = visit("step=8")
    expect_scheme(explorer, "light")
    explorer.wait_until_quiet()
    light = explorer.page.evaluate(INK)
    schemes: list[tuple[Scheme, bool]]
    schemes = [("dark", False), ("light", True), ("dark", False)]
    for scheme, same in schemes:
        explorer.page.emulate_media(color_scheme=scheme)
        explorer.page.wait_for_function(
            f"([light, same]) => (({INK})() === light) === same", arg=[light, same]
        )
        expect_scheme(explorer, scheme)
    explorer.at(8)


@pytest.mark.parametrize("query", ["sizes=12-12&step=6", "level=neuron"])
def test_nothing_is_wider_than_a_phone(visit: Visit, query: str) -> None:
    explorer = visit(query, PHONE, **TOUCH)
    explorer.wait_until_quiet()
    assert explorer.page.evaluate(TOO_WIDE) == []


def test_on_a_phone_next_stays_on_the_first_screen_and_works(visit: Visit) -> None:
    explorer = visit("", PHONE, **TOUCH)
    button = explorer.stage.locator("header .main")  # the last time it is called "Learn from it"
    box = button.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE[1]
    assert min(box["width"], box["height"]) >= 24
    for step in range(2, 15):
        button.tap()
        explorer.at(step)
        here = button.bounding_box()
        assert here == box or (step == 14 and here and here["y"] == box["y"]), f"at step {step}"
        if step == 10:
            result = explorer.cell("delta2_1").bounding_box()
            assert result is not None
            assert result["y"] + result["height"] < box["y"], "a step shows what it computes"
    explorer.cell("w2_2_3").tap()
    explorer.linked(selected="w2_2_3", step="14")
    explorer.wait_until_quiet()
    assert explorer.page.evaluate(TOO_WIDE) == []
    explorer.main.get_by_text("This step as text and as a table").scroll_into_view_if_needed()
    here = button.bounding_box()
    assert here is not None
    assert here["y"] == box["y"]


@pytest.mark.parametrize(
    ("motion", "animation"), [("no-preference", "bp-right"), ("reduce", "none")]
)
def test_lines_of_the_chapter_move_unless_motion_is_unwanted(
    alone: Alone, motion: Literal["no-preference", "reduce"], animation: str
) -> None:
    stage = alone(parts.terms(Lesson()))
    stage.page.emulate_media(reduced_motion=motion)
    moving = stage.stage.locator(".edge:is([data-state=operand], [data-state=now]) .line")
    expect(moving.first).to_have_css("animation-name", animation)


def test_on_every_screen_nothing_is_cut_off(visit: Visit) -> None:
    explorer = visit("step=10&selected=w3_2_4")
    expect(explorer.code).to_be_visible()
    size = "(cell) => parseFloat(getComputedStyle(cell).fontSize)"
    sizes = {}
    narrow = [(width, 768) for width in (768, 820, 933, 1024, 1152, 1280, 1366)]
    for screen in (*narrow, SCREEN, PROJECTOR):
        explorer.resize(screen)
        explorer.wait_until_drawn()
        assert explorer.page.evaluate(BEYOND) == [], screen
        assert explorer.page.evaluate(TOO_WIDE) == [], screen
        sizes[screen] = explorer.cell("delta2_1").evaluate(size)
    assert sizes[PROJECTOR] >= 1.25 * sizes[SCREEN], "a projector gets larger numbers"


def test_without_the_sidebar_all_is_seen_on_one_screen(visit: Visit) -> None:
    explorer = visit("step=10")
    explorer.page.get_by_test_id("stSidebarCollapseButton").locator("button").dispatch_event(
        "click"
    )
    expect(explorer.page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    for screen in (SCREEN, PROJECTOR):
        explorer.resize(screen)
        explorer.wait_until_drawn()
        assert not explorer.stage.get_by_role("heading").evaluate(COVERED)
        box = explorer.stage.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= screen[1]


def test_larger_text_overlaps_nothing(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=10), own="text")
    for size in (20, 24, 32):
        stage.page.add_style_tag(content=f"html {{ font-size: {size}px !important; }}")
        title = stage.stage.get_by_role("heading").bounding_box()
        sentence = stage.stage.locator(".sentence").bounding_box()
        assert title is not None
        assert sentence is not None
        assert title["y"] + title["height"] <= sentence["y"] + 1, size


UNSAID = """
(cells) => cells.filter((cell) => !cell.textContent && !cell.dataset.whole)
  .map((cell) => cell.dataset.id)
"""


@pytest.mark.parametrize(
    "lesson",
    [replace(resized(Lesson(), (12, 12, 12)), step=14), replace(PRESETS["vanishing"], step=38)],
    ids=["wide", "vanishing"],
)
def test_no_number_loses_its_ends_on_a_phone(stage_of: StageOf, lesson: Lesson) -> None:
    stage = stage_of(lesson, screen=PHONE)
    cells = stage.layer.get_by_role("gridcell")
    assert cells.evaluate_all(CUT) == []
    assert cells.evaluate_all(UNSAID) == [], "what does not fit is said to who points at it"
