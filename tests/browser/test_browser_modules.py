"""Modules that are on their way when data name them: what is seen meanwhile, and what after."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from backprop.lesson import PRESETS
from backprop.server.stage_modules import stage_url
from backprop.stage import Picture
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

TRACE = PRESETS["mazur"].trace()
PLACE = {"step": 1, "selected": "", "moved": "", "plotly": ""}
DIAGRAM = Picture.of(TRACE, ["browser/diagram.js"]).data | PLACE
WORDS = Picture.of(TRACE, ["browser/words.js"]).data | PLACE | {"words": [[("Late.", "")]]}

# A stage of its own beside the page's: show(data) mounts them there.
STAGE = """
async (url) => {
  const { mount, unmount } = await import(url);
  const root = document.createElement("div");
  root.id = "beside";
  document.body.append(root);
  window.show = (data) => mount({ data, parentElement: root, setTriggerValue() {} });
  window.leave = () => unmount(root);
}
"""


@pytest.fixture
def page(visit: Visit) -> Iterator[tuple[Explorer, list[Route]]]:
    """The explorer with a diagram beside it, and the requests for words.js, which wait."""
    explorer = visit()
    held: list[Route] = []
    explorer.page.route("**/words.js", lambda route: held.append(route))
    explorer.page.evaluate(STAGE, stage_url())
    explorer.page.evaluate("(data) => show(data)", DIAGRAM)
    expect(explorer.page.locator("#beside .diagram .node circle")).to_have_count(6)
    with explorer.page.expect_request("**/words.js"):
        explorer.page.evaluate("(data) => { window.shown = show(data); }", WORDS)
    yield explorer, held
    explorer.page.unroute_all()


def arrive(explorer: Explorer, held: list[Route]) -> None:
    """The module comes, and the data that waited for it are taken or dropped."""
    (route,) = held
    route.continue_()
    explorer.page.evaluate("() => window.shown")


def test_the_picture_stays_until_the_new_one_can_be_drawn(page: Any) -> None:
    explorer, held = page
    beside = explorer.page.locator("#beside .bp-stage > *")
    expect(beside).to_have_class("diagram")
    arrive(explorer, held)
    expect(beside).to_have_text("Late.")


def test_data_that_were_overtaken_are_dropped(page: Any) -> None:
    explorer, held = page
    explorer.page.evaluate("(data) => show(data)", DIAGRAM)
    arrive(explorer, held)
    expect(explorer.page.locator("#beside .bp-stage > *")).to_have_class("diagram")


def test_nothing_is_drawn_for_who_has_left(page: Any) -> None:
    explorer, held = page
    explorer.page.evaluate("() => leave()")
    arrive(explorer, held)
    expect(explorer.page.locator("#beside")).to_be_empty()
