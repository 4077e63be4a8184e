"""Section 2.1 in the browser: nothing is cut off, on any screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.looks import BEYOND

SCREENS = {
    "laptop": {"screen": (1400, 900)},
    "projector": {"screen": (1920, 1080)},
    "phone": {"screen": (390, 844), "is_mobile": True, "has_touch": True},
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "query",
    [
        "part=address&order=kj",
        "part=terms&term=9",
        "part=terms&term=9&layer=3",
        "part=elementwise&v=z2&f=sigmoid",
    ],
)
def test_nothing_is_cut_off(visit: Visit, query: str, screen: str) -> None:
    explorer = visit(query, path="notation", **SCREENS[screen])  # type: ignore[arg-type]
    expect(explorer.page.locator(".st-key-panel .katex-display").last).to_be_visible()
    assert explorer.page.evaluate(BEYOND) == []


@pytest.mark.parametrize("part", ["address", "terms", "elementwise"])
def test_the_largest_network_is_not_cut_off(visit: Visit, part: str) -> None:
    sizes = "-".join(["12"] * 8)
    explorer = visit(f"part={part}&sizes={sizes}&term=40&v=z3", path="notation")
    expect(explorer.page.locator(".st-key-panel .katex-display").last).to_be_visible()
    assert explorer.page.evaluate(BEYOND) == []


@pytest.mark.parametrize("query", ["part=address&order=kj", "part=terms", "part=elementwise"])
def test_it_fits_one_screen_of_a_laptop(visit: Visit, query: str) -> None:
    explorer = visit(query, path="notation")
    expect(explorer.page.locator(".st-key-panel .katex-display").last).to_be_visible()
    for what in (".bp-stage", ".st-key-panel"):
        box = explorer.page.locator(what).bounding_box()
        assert box
        assert box["y"] + box["height"] <= 900
