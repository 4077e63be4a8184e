"""An axe-core scan of what people see: nothing serious, in light and in dark, on a phone too."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from backprop.chapter import SECTIONS
from backprop.lesson import PRESETS, to_query
from backprop.lesson.examples import with_examples
from tests.browser.conftest import SCREEN, Visit
from tests.browser.looks import PHONE, findings

EXAMPLES = urlencode(to_query(with_examples(PRESETS["book"])))
SEEN = {
    "address": ["order=kj"],
    "terms": ["term=9"],
    "elementwise": ["", "v=1000&f=exp"],
    "mean": [EXAMPLES],
    "remove": ["", "off=bp2-transpose", "equation=BP1a&off=bp1-sign,step-sign"],
    "tell": ["drive=8"],
}
"""What each part of a page is looked at with; where it is not named, as it is at first."""
PARTS = [
    (section.page.removesuffix(".py"), f"part={part.name}&{query}")
    for section in SECTIONS
    for part in section.parts
    for query in SEEN.get(part.name, [""])
]

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("query", "screen"),
    [("", SCREEN), ("step=9&selected=w3_2_4", SCREEN), ("step=14", SCREEN), ("step=9", PHONE)],
    ids=["first step", "middle with a selection", "end", "phone"],
)
def test_nothing_serious_is_found(
    visit: Visit, query: str, screen: tuple[int, int], scheme: str
) -> None:
    explorer = visit(query, screen, color_scheme=scheme)
    expect(explorer.code).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "query"), PARTS)
def test_nothing_serious_is_found_on_a_page_of_the_chapter(
    visit: Visit, path: str, query: str, scheme: str
) -> None:
    explorer = visit(query, path=path, color_scheme=scheme)
    expect(explorer.main.locator(".st-key-panel")).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer) == []


def test_nothing_serious_is_found_in_a_problem_at_the_field(visit: Visit) -> None:
    explorer = visit("step=3&selected=w3_2_4")
    explorer.type("abc")
    expect(explorer.problem).not_to_be_empty()
    explorer.wait_until_quiet()
    assert findings(explorer) == []


def test_nothing_serious_is_found_in_the_step_as_text_and_table(visit: Visit) -> None:
    explorer = visit("step=3&level=neuron")
    explorer.main.get_by_text("This step as text and as a table").click()
    expect(explorer.main.get_by_role("table").first).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_number_can_be_read_on_its_colour(visit: Visit, scheme: str) -> None:
    """Which axe cannot see, since a cell lies over the picture that has its colour."""
    explorer = visit("step=12", color_scheme=scheme)
    for step in (12, 14):
        explorer.mark(step).click()
        explorer.at(step)
        for id, ink, paper in explorer.layer.evaluate(INKS):
            assert contrast(ink, paper) >= 4.5, (id, ink, paper)
