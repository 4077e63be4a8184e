"""Where the stage or Plotly does not come, a sentence in its place says so."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit
from tests.browser.server import Server

WORDS = "(one) => getComputedStyle(one, '::after').content"


@pytest.mark.parametrize(
    ("path", "part", "picture"),
    [
        ("cost", "outputs", ".landscape"),
        ("equations", "demon", ".curve .chart"),
        ("notation", "elementwise", ".graph"),
        ("hadamard", "own", ".exhibits"),
    ],
)
def test_a_picture_that_did_not_come_says_so(
    visit: Visit, path: str, part: str, picture: str
) -> None:
    explorer = visit("part=mean", path="cost", anew=True)
    explorer.page.route("**/plotly-*.js", lambda route: route.fulfill(body=""))
    explorer.page.goto(f"{explorer.url}/{path}?part={part}&preset=mazur")
    found = explorer.stage.locator(f"{picture}[data-error]")
    expect(found).to_be_visible()
    assert "The pictures could not be loaded. Reload the page." in found.evaluate(WORDS)


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
