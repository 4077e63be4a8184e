"""Dark and light, a phone, a projector, and eyes that want no motion."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from backprop.figures import SCALES
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import BEYOND, PHONE, TOO_WIDE, TOUCH

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


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_page_is_light_or_dark_as_the_browser_asks(
    visit: Visit, scheme: str, dark: bool
) -> None:
    explorer = visit("step=3", color_scheme=scheme)
    expect(explorer.stage).to_have_attribute("data-theme", scheme)
    assert (brightness(explorer) < 0.2) is dark
    assert (brightness(explorer) > 0.9) is not dark
    assert colours(explorer) == [colour for _, colour in SCALES[scheme]["signed"]]


def test_a_change_of_the_scheme_is_followed(visit: Visit) -> None:
    explorer = visit("step=3", color_scheme="light")
    explorer.page.emulate_media(color_scheme="dark")
    expect(explorer.stage).to_have_attribute("data-theme", "dark")
    expect(explorer.layer).to_have_attribute("data-drawn", "true")
    assert brightness(explorer) < 0.2
    explorer.page.wait_for_function(
        "colour => document.querySelector('.layer:not([hidden]) .plot').data[0].colorscale[0][1] "
        "=== colour",
        arg=SCALES["dark"]["signed"][0][1],
    )
    explorer.at(3)


@pytest.mark.parametrize("query", ["step=3&selected=w3_2_4", "sizes=12-12&step=6", "level=neuron"])
def test_nothing_is_wider_than_a_phone(visit: Visit, query: str) -> None:
    explorer = visit(query, PHONE, **TOUCH)
    explorer.wait_until_quiet()
    assert explorer.page.evaluate(TOO_WIDE) == []


def test_on_a_phone_next_is_on_the_first_screen_and_works(visit: Visit) -> None:
    explorer = visit("", PHONE, **TOUCH)
    box = explorer.button("Next step").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE[1]
    assert min(box["width"], box["height"]) >= 24
    explorer.button("Next step").tap()
    explorer.at(2)


def test_on_a_phone_a_tap_selects(visit: Visit) -> None:
    explorer = visit("step=3", PHONE, **TOUCH)
    explorer.cell("w3_2_4").tap()
    explorer.linked(selected="w3_2_4")


@pytest.mark.parametrize("screen", [(1024, 768), (1920, 1080)])
def test_the_stage_fits_a_small_and_a_large_screen(visit: Visit, screen: tuple[int, int]) -> None:
    explorer = visit("step=12&selected=w3_2_4", screen)
    explorer.wait_until_quiet()
    assert explorer.page.evaluate(TOO_WIDE) == []


def test_a_projector_gets_larger_numbers(visit: Visit) -> None:
    size = "(cell) => parseFloat(getComputedStyle(cell).fontSize)"
    laptop = visit("step=3").cell("w3_2_4").evaluate(size)
    projector = visit("step=3", (1920, 1080)).cell("w3_2_4").evaluate(size)
    assert projector >= 1.25 * laptop


@pytest.mark.parametrize(
    ("motion", "forward", "backward"),
    [("no-preference", "bp-right", "bp-left"), ("reduce", "none", "none")],
)
def test_lines_move_the_way_of_the_step_unless_motion_is_unwanted(
    visit: Visit, motion: str, forward: str, backward: str
) -> None:
    explorer = visit("step=3", reduced_motion=motion)
    moving = explorer.stage.locator(".edge[data-state=operand] .line, .edge[data-state=now] .line")
    for step, animation in [(3, forward), (10, backward)]:
        explorer.mark(step).click()
        explorer.at(step)
        expect(moving).to_have_count(8)
        expect(moving.first).to_have_css("animation-name", animation)


def test_a_change_of_the_scheme_reaches_the_formulas(visit: Visit) -> None:
    explorer = visit("step=8", color_scheme="light")
    explorer.wait_until_quiet()
    light = explorer.page.evaluate(INK)
    schemes: list[tuple[Literal["dark", "light"], bool]]
    schemes = [("dark", False), ("light", True), ("dark", False)]
    for scheme, same in schemes:
        explorer.page.emulate_media(color_scheme=scheme)
        explorer.page.wait_for_function(
            f"([light, same]) => (({INK})() === light) === same", arg=[light, same]
        )


@pytest.mark.parametrize("width", [768, 820, 933, 1024, 1152, 1280, 1366])
def test_no_formula_is_cut_off(visit: Visit, width: int) -> None:
    explorer = visit("step=10&selected=w3_2_4", (width, 768))
    explorer.wait_until_quiet()
    expect(explorer.code).to_be_visible()
    assert explorer.page.evaluate(BEYOND) == []


@pytest.mark.parametrize("screen", [(1400, 900), (1920, 1080)])
def test_without_the_sidebar_all_is_seen_on_one_screen(
    visit: Visit, screen: tuple[int, int]
) -> None:
    explorer = visit("step=10", screen, anew=True)  # a browser remembers that it is closed
    explorer.page.get_by_test_id("stSidebarCollapseButton").locator("button").dispatch_event(
        "click"
    )
    expect(explorer.page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    explorer.wait_until_drawn()
    assert not explorer.stage.get_by_role("heading").evaluate(COVERED)
    box = explorer.stage.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= screen[1]


@pytest.mark.parametrize("size", [20, 24, 32])
def test_larger_text_overlaps_nothing(visit: Visit, size: int) -> None:
    explorer = visit("step=10")
    explorer.page.add_style_tag(content=f"html {{ font-size: {size}px !important; }}")
    title = explorer.stage.get_by_role("heading").bounding_box()
    sentence = explorer.stage.locator(".sentence").bounding_box()
    assert title is not None
    assert sentence is not None
    assert title["y"] + title["height"] <= sentence["y"] + 1


UNSAID = """
(cells) => cells.filter((cell) => !cell.textContent && !cell.dataset.whole)
  .map((cell) => cell.dataset.id)
"""


@pytest.mark.parametrize("query", ["sizes=12-12-12&step=14", "preset=vanishing&step=38"])
def test_no_number_loses_its_ends_on_a_phone(visit: Visit, query: str) -> None:
    explorer = visit(query, PHONE, **TOUCH)
    cells = explorer.layer.get_by_role("gridcell")
    assert cells.evaluate_all(CUT) == []
    assert cells.evaluate_all(UNSAID) == [], "what does not fit is said to who points at it"


def test_on_a_phone_a_step_shows_what_it_computes_beside_next(visit: Visit) -> None:
    explorer = visit("step=10", PHONE, **TOUCH)
    next_step, result = explorer.button("Next step"), explorer.cell("delta2_1")
    above, below = result.bounding_box(), next_step.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] < below["y"] < PHONE[1]
    explorer.main.get_by_text("This step as text and as a table").scroll_into_view_if_needed()
    assert next_step.bounding_box() == below
