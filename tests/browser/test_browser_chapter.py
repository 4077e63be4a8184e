"""From page to page: by the menu, by the link at the end, by a link from somebody else."""

import re

import pytest
from playwright.sync_api import Locator, expect

from backprop.chapter import SECTIONS
from tests.browser.conftest import SCREEN, Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import FILLED, TOO_WIDE

TITLES = [f"{section.number} {section.title}" for section in SECTIONS]


def path(index: int) -> str:
    return SECTIONS[index].page.removesuffix(".py")


def menu(explorer: Explorer) -> Locator:
    """Open the menu of the chapter; its links."""
    explorer.wait_until_quiet()
    explorer.page.get_by_test_id("stTopNavSection").click()
    return explorer.page.get_by_test_id("stTopNavDropdownLink")


def go_to(explorer: Explorer, title: str) -> None:
    """Choose a page in the menu of the chapter."""
    menu(explorer).filter(has_text=title).click()


def headed(explorer: Explorer, title: str) -> None:
    expect(explorer.main.get_by_role("heading", name=title, exact=True)).to_be_visible()
    explorer.wait_until_quiet()


def test_the_menu_has_the_chapter_and_the_network_stays_the_same(visit: Visit) -> None:
    explorer = visit("preset=mazur")
    expect(menu(explorer)).to_have_text(TITLES)
    explorer.press("Escape")
    for index, title in enumerate(TITLES):
        go_to(explorer, title)
        headed(explorer, title)
        expect(explorer.page).to_have_url(re.compile(rf"/{path(index)}\?.*preset=mazur"))
        expect(explorer.sidebar.get_by_label("Inputs x")).to_have_value("0.05, 0.1")


def test_each_page_ends_with_a_link_to_the_next(visit: Visit) -> None:
    explorer = visit("sizes=2-3-2", path=path(0))
    for title in TITLES[1:]:
        explorer.main.get_by_role("link", name=f"Next page: {title}").click()
        headed(explorer, title)
    explorer.main.get_by_role("link", name="explorer").click()
    explorer.path = ""
    explorer.wait_until_drawn()
    explorer.linked(sizes="2-3-2")


@pytest.mark.parametrize("index", range(len(SECTIONS)))
def test_a_part_and_a_changed_lesson_survive_a_reload(visit: Visit, index: int) -> None:
    explorer = visit("preset=mazur", path=path(index))
    last = SECTIONS[index].parts[-1]
    explorer.main.get_by_role("radio", name=last.title).click()
    explorer.linked(part=last.name)
    field = explorer.sidebar.get_by_label("Inputs x")
    field.fill("0.25, 0.5")
    field.press("Enter")
    explorer.linked(x="0.25%2C0.5")
    explorer.reload()
    expect(explorer.main.get_by_text(last.question)).to_be_visible()
    expect(field).to_have_value("0.25, 0.5")


@pytest.mark.parametrize("index", range(len(SECTIONS)))
def test_no_part_is_half_blank_or_beyond_a_narrow_page(visit: Visit, index: int) -> None:
    """Half blank: more than half of it is further than a line's height from anything drawn there.

    Nor does it end above three quarters of the screen.
    """
    explorer = visit(path=path(index))
    for part in SECTIONS[index].parts:
        explorer.resize(SCREEN)
        explorer.turn_to(part)
        filled, last = explorer.page.evaluate(FILLED)
        assert filled > 0.5, part.name
        assert last > 0.75, part.name
        for width in (768, 390):
            explorer.resize((width, 844))
            explorer.wait_until_drawn()
            assert explorer.page.evaluate(TOO_WIDE) == [], (part.name, width)
