"""An axe-core scan of what people see: nothing serious, in light and in dark, on a phone too."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from backprop.chapter import SECTIONS, Section
from backprop.lesson import PRESETS, Lesson, to_query, with_examples
from tests.browser.alone import StageAlone
from tests.browser.conftest import Scheme, StageOf, Visit
from tests.browser.looks import PHONE, findings

RULES: dict[Scheme, list[str]] = {"light": [], "dark": ["color-contrast", "link-in-text-block"]}
"""By which rules of axe a page is looked at: all, and those of colours, which differ in dark."""
SCHEMES = list(RULES)
CHOICES = "order=kj&term=9&drive=8&" + urlencode(to_query(with_examples(PRESETS["book"])))
"""What is chosen on the pages of the chapter, so that there is something to see."""
LOOKS = [
    ("notation", "part=elementwise&v=1000&f=exp"),
    ("equations", "part=remove&off=bp2-transpose"),
    ("equations", "part=remove&equation=BP1a&off=bp1-sign,step-sign"),
]
"""Pages that look another way when other things are chosen."""

# Of each cell: its address, the colour of its number, and the colour that Plotly paints below it.
INKS = """
(layer) => [...layer.querySelectorAll(".figure")].flatMap((figure) => {
  const { z, zmin, zmax, colorscale } = figure.querySelector(".plot").data[0];
  const channels = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const paint = (value) => {
    const t = (value - zmin) / (zmax - zmin);
    const above = Math.max(1, colorscale.findIndex(([stop]) => stop >= t - 1e-9));
    const [[t0, from], [t1, to]] = [colorscale[above - 1], colorscale[above]];
    const end = channels(to);
    return channels(from).map((one, i) => one + ((t - t0) / (t1 - t0)) * (end[i] - one));
  };
  const columns = z[0].length;
  return [...figure.querySelectorAll("[role=gridcell]")].filter((cell) => cell.textContent).map(
    (cell, i) => [cell.dataset.id, getComputedStyle(cell).color.match(/\\d+/g).map(Number),
      paint(z[Math.floor(i / columns)][i % columns])]);
})
"""


def contrast(one: list[float], other: list[float]) -> float:
    """The contrast of two colours by the rule of WCAG, from 1 to 21."""

    def luminance(colour: list[float]) -> float:
        shares = [channel / 255 for channel in colour]
        red, green, blue = (
            share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
            for share in shares
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_serious_is_found(visit: Visit, scheme: Scheme) -> None:
    explorer = visit(scheme=scheme)
    expect(explorer.code).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer, *RULES[scheme]) == [], "first step"
    explorer.mark(9).click()
    explorer.cell("w3_2_4").click()
    expect(explorer.chips("goes into").first).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer, *RULES[scheme]) == [], "in the middle, with a selection"
    explorer.resize(PHONE)
    explorer.wait_until_drawn()
    assert findings(explorer, *RULES[scheme]) == [], "on a phone"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("section", [one for one in SECTIONS if one.page], ids=lambda one: one.page)
def test_nothing_serious_is_found_on_a_page_of_the_chapter(
    visit: Visit, section: Section, scheme: Scheme
) -> None:
    explorer = visit(CHOICES, path=section.page.removesuffix(".py"), scheme=scheme)
    for part in section.parts:
        explorer.turn_to(part)
        expect(explorer.main.locator(".st-key-panel")).to_be_visible()
        assert findings(explorer, *RULES[scheme]) == [], part.name


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("path", "query"), LOOKS)
def test_nothing_serious_is_found_where_something_is_wrong(
    visit: Visit, path: str, query: str, scheme: Scheme
) -> None:
    explorer = visit(query, path=path, scheme=scheme)
    expect(explorer.main.locator(".st-key-panel")).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer, *RULES[scheme]) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_serious_is_found_in_the_first_minute(visit: Visit, scheme: Scheme) -> None:
    explorer = visit(seen=False, scheme=scheme, reduced_motion="reduce")
    for press in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"):
        assert findings(explorer, *RULES[scheme]) == []
        explorer.press(press)
    assert findings(explorer, *RULES[scheme]) == [], "the one line that is named"


def test_nothing_serious_is_found_in_what_is_opened(visit: Visit) -> None:
    explorer = visit("step=14&level=neuron&selected=w3_2_4")
    explorer.main.get_by_text("This step as text and as a table").click()
    expect(explorer.main.get_by_role("table").first).to_be_visible()
    explorer.type("abc")
    expect(explorer.problem).not_to_be_empty()
    explorer.wait_until_quiet()
    assert findings(explorer) == [], "a problem at the field, and the step as text and table"


def test_every_number_can_be_read_on_its_colour(stage_of: StageOf) -> None:
    """Which axe cannot see, since a cell lies over the picture that has its colour."""
    for scheme in SCHEMES:
        for step in (12, 14):
            stage: StageAlone = stage_of(Lesson(step=step), scheme=scheme)
            for id, ink, paper in stage.layer.evaluate(INKS):
                assert contrast(ink, paper) >= 4.5, (scheme, id, ink, paper)
