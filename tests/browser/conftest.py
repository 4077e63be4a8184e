"""A real server, a real Chromium, and a watch on everything that a page may not do."""

from collections.abc import Iterator
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.explorer import PATIENCE, Explorer
from tests.browser.server import Server
from tests.browser.watch import Watch

SCREEN = (1400, 900)


class Visit(Protocol):
    """Opens the app in a browser that has never been there."""

    def __call__(
        self, query: str = "", screen: tuple[int, int] = SCREEN, **context: Any
    ) -> Explorer: ...


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, started once; its log may hold no traceback when all tests are done."""
    server = Server(tmp_path_factory.mktemp("server") / "log")
    yield server
    server.stop()
    assert not server.new_tracebacks()


@pytest.fixture
def visit(server: Server, chromium: Browser) -> Iterator[Visit]:
    """To open the app at a link; afterwards nothing may have gone wrong in browser or server."""
    expect.set_options(timeout=PATIENCE)
    watches = []

    def opened(query: str = "", screen: tuple[int, int] = SCREEN, **context: Any) -> Explorer:
        size = ViewportSize(width=screen[0], height=screen[1])
        browser = chromium.new_context(viewport=size, **context)
        browser.set_default_timeout(PATIENCE)
        watches.append((browser, Watch(browser, server.url)))
        explorer = Explorer(browser.new_page(), server.url)
        explorer.open(query)
        return explorer

    yield opened
    for browser, _ in watches:
        browser.close()
    assert [complaint for _, watch in watches for complaint in watch.complaints] == []
    assert not server.new_tracebacks()


@pytest.fixture
def explorer(visit: Visit) -> Explorer:
    """The first page, as somebody sees it who has just started the app."""
    return visit()
