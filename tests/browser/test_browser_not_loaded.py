"""Where Plotly does not come, each picture that it draws says so in its place."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

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
