"""The stage alone, at which most tests look, is the stage that the app shows."""

import pytest
from playwright.sync_api import expect

from backprop.lesson import Lesson
from tests.browser import parts
from tests.browser.conftest import Alone, StageOf, Visit
from tests.browser.parts import PartOf

# What everything on the stage looks like, and where it is, from the corner of the stage. Inside its
# pictures Plotly may have measured a text before its letters had come.
LOOK = """
(stage) => {
  const corner = stage.getBoundingClientRect();
  // The way back to the first minute stands in the corner of the page.
  const seen = [...stage.querySelectorAll(":not(.plot *, .again)")].filter(
    (one) => one.getClientRects().length);
  return seen.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const { color, backgroundColor, fontSize } = getComputedStyle(one);
    return [[one.tagName, color, backgroundColor, fontSize],
      [x - corner.x, y - corner.y, width, height]];
  });
}
"""


@pytest.mark.parametrize(
    ("path", "query", "part"),
    [("", "", parts.explorer), ("equations", "part=tell", parts.tell)],
)
def test_it_looks_as_in_the_app(
    visit: Visit, alone: Alone, path: str, query: str, part: PartOf
) -> None:
    explorer = visit(query, path=path)
    for scheme in ("light", "dark"):
        explorer.page.emulate_media(color_scheme=scheme)
        expect(explorer.stage).to_have_attribute("data-theme", scheme)
        explorer.wait_until_drawn()
        stage = alone(part(Lesson()), scheme=scheme)
        looks, places = zip(*stage.stage.evaluate(LOOK), strict=True)
        wanted, there = zip(*explorer.stage.evaluate(LOOK), strict=True)
        assert looks == wanted
        assert list(places) == [pytest.approx(place, abs=0.5) for place in there]


def test_it_leaves_the_page_with_the_focus_and_a_selected_neuron(stage_of: StageOf) -> None:
    """Nothing may go wrong then: the fixture holds that."""
    stage = stage_of(Lesson(step=3, selected="a2_1"))
    stage.neuron(2, 1).focus()
    stage.clear()
