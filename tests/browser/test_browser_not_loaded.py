"""Where the stage or Plotly does not come, a sentence in its place says so."""

import re

import pytest
from playwright.sync_api import Browser, expect

from backprop.lesson import PRESETS
from tests.browser import parts
from tests.browser.alone import StageAlone
from tests.browser.parts import PartOf
from tests.browser.server import Server

MAZUR = PRESETS["mazur"]
PICTURES: dict[str, PartOf] = {
    ".landscape": parts.outputs,
    ".curve .chart": parts.demon,
    ".graph": parts.elementwise,
    ".exhibits": parts.matrices,
}
WORDS = "(one) => getComputedStyle(one, '::after').content"


def test_a_picture_that_did_not_come_says_so(chromium: Browser, site: str) -> None:
    context = chromium.new_context()
    context.route("**/plotly-*.js", lambda route: route.fulfill(body=""))
    stage = StageAlone(context.new_page(), site)
    for picture, part in PICTURES.items():
        stage.clear()
        stage.give(part(MAZUR))
        found = stage.stage.locator(f"{picture}[data-error]")
        expect(found).to_be_visible()
        assert "The pictures could not be loaded. Reload the page." in found.evaluate(WORDS)
    context.close()


@pytest.mark.parametrize("module", ["browser/main.js", "browser/board.js"])
def test_a_stage_that_did_not_come_says_so(chromium: Browser, server: Server, module: str) -> None:
    context = chromium.new_context()
    context.route(f"**/{module}", lambda route: route.abort())
    page = context.new_page()
    page.goto(server.url)
    said = page.get_by_role("alert").filter(has_text="The picture did not load. Reload the page.")
    missing = rf"{server.url}/backprop/stage-\w+/{re.escape(module)} does not arrive"
    expect(said).to_contain_text(re.compile(missing))
    context.close()
