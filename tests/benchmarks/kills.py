"""A server that is killed again and again under browsers with long links, and started anew.

Each browser goes on while the server is away; when it is back, each must be where it was.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from backprop.lesson import Lesson, to_query, with_value
from tests.benchmarks.browser import PATIENCE, SCREEN
from tests.benchmarks.table import Row, median
from tests.browser.server import Server
from tests.chromium import chromium

LARGE = (12,) * 8
ROW = tuple(round(0.0123456 * n, 7) for n in range(1, 25))
LESSONS = {
    "": with_value(
        Lesson(sizes=LARGE, activation=("tanh",) * 7, x=ROW[:12], y=ROW[:12]), "w5_3_7", 0.123456789
    ),
    "cost": Lesson(
        sizes=(12, 3, 12),
        x=ROW[:12],
        y=ROW[12:],
        data=tuple(tuple(one + row / 1000 for one in ROW) for row in range(64)),
        choices=(("part", "mean"),),
    ),
    "equations": Lesson(sizes=(3, 5, 2), seed=77, selected="z3_2", choices=(("part", "demon"),)),
}
"""By page, lessons with long links: all weights, a table of 64 rows; and a short one."""

PLACE = """
() => [location.href, ...[".counter", ".slider output", ".strip b"].map(
  (one) => document.querySelector(`.bp-stage ${one}`)?.textContent)]
"""


def rows(kills: int) -> Iterator[Row]:
    """The table, of so many kills."""
    with TemporaryDirectory() as folder, chromium() as browser:
        server = Server(Path(folder) / "log")
        try:
            pages = [_opened(browser, server.url, path, one) for path, one in LESSONS.items()]
            found = [_kill(server, pages, number) for number in range(kills)]
        finally:
            server.stop()
    yield Row(
        f"{kills} kills: browsers at another place", sum(one for one, _ in found), "", target=0
    )
    yield Row(
        "server's first answer to all browsers there, median", median([s for _, s in found]), "s"
    )


def _opened(browser: Browser, url: str, path: str, lesson: Lesson) -> Page:
    page = browser.new_context(viewport=SCREEN).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{url}/{path}?{urlencode(to_query(lesson))}")
    page.locator(".bp-stage svg, .bp-stage [data-drawn]").first.wait_for()
    _at_rest(page)
    return page


def _at_rest(page: Page) -> None:
    page.locator(
        "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
    ).wait_for()


def _kill(server: Server, pages: list[Page], number: int) -> tuple[int, float]:
    """How many browsers are at another place afterwards, and the seconds until all are back."""
    forth = "ArrowRight" if number % 4 < 2 else "ArrowLeft"
    for page in pages:
        page.keyboard.press(forth)
    server.kill()
    for page in pages:
        page.locator(".bp-line").filter(has_text="Reconnecting").wait_for()
        page.keyboard.press(forth)
        page.wait_for_timeout(300)  # the address follows
    places = [page.evaluate(PLACE) for page in pages]
    server.start()
    begin = monotonic()
    for page in pages:
        _at_rest(page)
    seconds = monotonic() - begin
    for page in pages:
        page.wait_for_timeout(1000)  # whatever would still move it
        _at_rest(page)
    return sum(
        page.evaluate(PLACE) != place for page, place in zip(pages, places, strict=True)
    ), seconds
