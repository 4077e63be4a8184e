"""A real server, a real Chromium, and a watch on everything that a page may not do."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from tests.browser.explorer import PATIENCE, Explorer
from tests.browser.server import Server
from tests.browser.watch import Watch
from tests.chromium import visitor

SCREEN = (1400, 900)


class Visit(Protocol):
    """Opens the app, or the page at ``path``; ``anew`` in a browser that has never been there."""

    def __call__(
        self,
        query: str = "",
        screen: tuple[int, int] = SCREEN,
        anew: bool = False,
        path: str = "",
        **options: Any,
    ) -> Explorer: ...


Opened = tuple[BrowserContext, Watch]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, started once; its log may hold no traceback when all tests are done."""
    server = Server(tmp_path_factory.mktemp("server") / "log")
    yield server
    server.stop()
    assert not server.new_tracebacks()


@pytest.fixture(scope="session")
def browser(
    server: Server, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Opened]]:
    """The browser with these options, as a visitor keeps one: with its cache of scripts."""
    opened: dict[str, Opened] = {}

    def one(anew: bool, **options: Any) -> Opened:
        name = f"{len(opened)}" if anew else repr(sorted(options.items()))
        if name not in opened:
            if anew:
                context = chromium.new_context(**options)
            else:
                context = visitor(chromium, tmp_path_factory.mktemp("visitor"), **options)
            context.set_default_timeout(PATIENCE)
            opened[name] = context, Watch(context, server.url)
        return opened[name]

    yield one
    for context, _ in opened.values():
        context.close()


@pytest.fixture
def visit(server: Server, browser: Callable[..., Opened]) -> Iterator[Visit]:
    """To open the app at a link; afterwards nothing may have gone wrong in browser or server."""
    expect.set_options(timeout=PATIENCE)
    visited: list[tuple[Explorer, Watch]] = []

    def opened(
        query: str = "",
        screen: tuple[int, int] = SCREEN,
        anew: bool = False,
        path: str = "",
        **options: Any,
    ) -> Explorer:
        context, watch = browser(anew, **options)
        page = context.new_page()
        page.set_viewport_size(ViewportSize(width=screen[0], height=screen[1]))
        explorer = Explorer(page, server.url)
        visited.append((explorer, watch))
        explorer.open(query, path)
        return explorer

    yield opened
    for explorer, _ in visited:
        explorer.page.close()
    assert [complaint for _, watch in visited for complaint in watch.taken()] == []
    assert not server.new_tracebacks()


@pytest.fixture
def explorer(visit: Visit) -> Explorer:
    """The first page, as somebody sees it who has just started the app."""
    return visit()
