"""From a click to another page: by the menu above, and by the way on at its foot.

A page is there when its title stands above it and the picture of its stage is drawn. A time ends
with the second frame after that, when it is painted.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page

from backprop.chapter import SECTIONS
from backprop.ui.chapter.words import title
from tests.benchmarks.browser import PATIENCE, SCREEN, STAGE, side_by_side
from tests.benchmarks.served import APP_BY_DEFAULT
from tests.benchmarks.table import Row, compared, percentile
from tests.chromium import chromium, returning

TARGET = 300  # milliseconds
Go = Callable[[Page, str], None]

# Tells when the page with this title is there, after the next click.
ARM = """
(title) => {
  const main = document.querySelector("[data-testid=stMain]");
  const before = main.querySelector(".bp-stage");
  const PICTURE = "svg, [role=gridcell], [data-drawn]";
  const follow = (done, { timeStamp }) => {
    const painted = () => requestAnimationFrame(() => done(performance.now() - timeStamp));
    const look = () => requestAnimationFrame(() => {
      const here = [...main.querySelectorAll("h2")].some((one) => one.textContent === title);
      const stage = main.querySelector(".bp-stage");
      const picture = stage !== before && stage?.querySelector(PICTURE);
      here && picture?.getBoundingClientRect().width ? painted() : look();
    });
    look();
  };
  window.there = new Promise((done, fail) => {
    setTimeout(() => fail(Error(`${title} did not come`)), PATIENCE);
    const clicked = (event) => {
      if (!event.target.closest("a")) return; // it has opened the menu
      removeEventListener("click", clicked, true);
      follow(done, event);
    };
    addEventListener("click", clicked, true);
  });
}
"""


def rows(rounds: int, before: Path | None) -> Iterator[Row]:
    """The table, of so many times through the chapter."""
    kinds = (STAGE, replace(STAGE, served=APP_BY_DEFAULT))
    with side_by_side(kinds, before) as servers, chromium() as browser:
        pages = [one and opened(browser, one[1]) for one in servers]
        for how, go in (("the menu", by_menu), ("the way on at its foot", by_foot)):
            met = through(pages, go, rounds)
            for which, share, target in (("median", 50, TARGET), ("p95", 95, None)):
                number = partial(percentile, share=share)
                yield compared(f"to a page by {how}, {which}", number, met, "ms", target)


def opened(browser: Browser, url: str) -> Page:
    """The explorer, at rest."""
    page = returning(browser.new_context(viewport=SCREEN)).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    at_rest(page)
    return page


def through(pages: Sequence[Page | None], go: Go, rounds: int) -> list[list[float]]:
    """Milliseconds to each page of the chapter but the first; the first round is for warming up."""
    met: list[list[float]] = [[] for _ in pages]
    for turn in range(rounds + 1):
        for section in SECTIONS:
            for page, times in zip(pages, met, strict=True):
                if page and section == SECTIONS[0]:
                    by_menu(page, title(section))
                elif page:
                    milliseconds = turned(page, go, title(section))
                    times += [milliseconds] if turn else []
    return met


def turned(page: Page, go: Go, name: str) -> float:
    """Milliseconds to the page with this title."""
    page.bring_to_front()
    at_rest(page)
    page.evaluate(ARM.replace("PATIENCE", str(PATIENCE)), name)
    go(page, name)
    milliseconds: float = page.evaluate("() => window.there")
    return milliseconds


def by_menu(page: Page, name: str) -> None:
    """Choose the page in the menu of the chapter."""
    page.get_by_test_id("stTopNavSection").click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text=name).click()


def by_foot(page: Page, name: str) -> None:
    """Follow the link at the foot of the page."""
    page.get_by_test_id("stMain").get_by_role("link", name=f"Next page: {name}").click()


def at_rest(page: Page) -> None:
    """The server has no more to do, and all is drawn."""
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.locator(".bp-stage").first.wait_for()
