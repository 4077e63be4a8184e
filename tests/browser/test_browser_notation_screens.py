"""Section 2.1 in the browser: nothing is cut off, on any screen."""

import pytest
from playwright.sync_api import expect

from backprop.chapter import SECTIONS
from tests.browser.conftest import SCREEN, Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import BEYOND, PHONE, PROJECTOR

(SECTION,) = [section for section in SECTIONS if section.page == "notation.py"]
LARGEST = "-".join(["12"] * 8)


def beyond(explorer: Explorer) -> list[str]:
    """What is cut off on this page, once its last formula is there."""
    expect(explorer.page.locator(".st-key-panel .katex-display").last).to_be_visible()
    found: list[str] = explorer.page.evaluate(BEYOND)
    return found


@pytest.mark.parametrize(
    "query",
    [
        "part=address&order=kj",
        "part=terms&term=9",
        "part=terms&term=9&layer=3",
        "part=elementwise&v=z2&f=sigmoid",
    ],
)
def test_nothing_is_cut_off(visit: Visit, query: str) -> None:
    explorer = visit(query, path="notation")
    for screen in (SCREEN, PROJECTOR, PHONE):
        explorer.resize(screen)
        explorer.wait_until_drawn()
        assert beyond(explorer) == [], screen


def test_the_largest_network_is_not_cut_off(visit: Visit) -> None:
    explorer = visit(f"sizes={LARGEST}&term=40&v=z3", path="notation")
    for part in SECTION.parts:
        explorer.turn_to(part)
        assert beyond(explorer) == [], part.name


def test_it_fits_one_screen_of_a_laptop(visit: Visit) -> None:
    explorer = visit("order=kj", path="notation")
    for part in SECTION.parts:
        explorer.turn_to(part)
        assert beyond(explorer) == [], part.name
        for what in (".bp-stage", ".st-key-panel"):
            box = explorer.page.locator(what).bounding_box()
            assert box
            assert box["y"] + box["height"] <= 900, (part.name, what)
