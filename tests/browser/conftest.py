"""A real server, a real Chromium, and a watch on everything that a page may not do."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, Literal, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from backprop.lesson import Lesson
from backprop.stage import StageData
from tests.browser import parts
from tests.browser.alone import StageAlone, stage_site
from tests.browser.explorer import Explorer
from tests.browser.server import Server
from tests.browser.watch import Watch
from tests.chromium import visitor

SCREEN = (1400, 900)
Scheme = Literal["light", "dark"]
Motion = Literal["no-preference", "reduce"]


class Visit(Protocol):
    """Opens the app, or the page at ``path``; ``anew`` in a browser that has never been there.

    Its visitor has ``seen`` the first minute.
    """

    def __call__(
        self,
        query: str = "",
        screen: tuple[int, int] = SCREEN,
        anew: bool = False,
        path: str = "",
        scheme: Scheme = "light",
        seen: bool = True,
        reduced_motion: Motion = "no-preference",
        **options: Any,
    ) -> Explorer: ...


StageOf = Callable[..., StageAlone]
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
            opened[name] = context, Watch(context, server.url)
        return opened[name]

    yield one
    for context, _ in opened.values():
        context.close()


@pytest.fixture(scope="session")
def free() -> dict[BrowserContext, list[Page]]:
    """Pages that nobody is at: one that has had the app before shows it in half the time."""
    return defaultdict(list)


@pytest.fixture
def visit(
    server: Server, browser: Callable[..., Opened], free: dict[BrowserContext, list[Page]]
) -> Iterator[Visit]:
    """To open the app at a link; afterwards nothing may have gone wrong in browser or server."""
    visited: list[tuple[Explorer, Watch]] = []

    def opened(
        query: str = "",
        screen: tuple[int, int] = SCREEN,
        anew: bool = False,
        path: str = "",
        scheme: Scheme = "light",
        seen: bool = True,
        reduced_motion: Motion = "no-preference",
        **options: Any,
    ) -> Explorer:
        context, watch = browser(anew, **options)
        page = free[context].pop() if free[context] else context.new_page()
        page.emulate_media(color_scheme=scheme, reduced_motion=reduced_motion)
        explorer = Explorer(page, server.url)
        explorer.resize(screen)
        visited.append((explorer, watch))
        explorer.open(query, path, seen)
        return explorer

    yield opened
    for explorer, _ in visited:
        explorer.leave()
        free[explorer.page.context].append(explorer.page)
    assert [complaint for _, watch in visited for complaint in watch.taken()] == []
    assert not server.new_tracebacks()


class Alone(Protocol):
    """Shows a stage without Streamlit, with the data of a part for this lesson.

    Tests that change their page for good name one as their ``own``.
    """

    def __call__(
        self,
        data: StageData,
        lesson: Lesson | None = None,
        screen: tuple[int, int] = SCREEN,
        scheme: Scheme = "light",
        own: str = "",
        **options: Any,
    ) -> StageAlone: ...


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a page for the stage alone."""
    with stage_site() as url:
        yield url


@pytest.fixture(scope="session")
def kept(chromium: Browser, site: str) -> Iterator[Callable[..., tuple[StageAlone, Watch]]]:
    """A page for the stage alone, which stays open: Plotly takes two seconds to arrive."""
    kept: dict[str, tuple[StageAlone, Watch]] = {}

    def one(own: str, **options: Any) -> tuple[StageAlone, Watch]:
        name = own + repr(sorted(options.items()))
        if name not in kept:
            context = chromium.new_context(**options)
            watch = Watch(context, site)
            kept[name] = StageAlone(context.new_page(), site), watch
        return kept[name]

    yield one
    for stage, _ in kept.values():
        stage.page.context.close()


@pytest.fixture
def alone(kept: Callable[..., tuple[StageAlone, Watch]]) -> Iterator[Alone]:
    """To show a stage without Streamlit; afterwards nothing may have gone wrong in the browser."""
    shown: list[Watch] = []

    def show(
        data: StageData,
        lesson: Lesson | None = None,
        screen: tuple[int, int] = SCREEN,
        scheme: Scheme = "light",
        own: str = "",
        **options: Any,
    ) -> StageAlone:
        stage, watch = kept(own, **options)
        shown.append(watch)
        stage.resize(screen)
        stage.page.emulate_media(color_scheme=scheme, reduced_motion="no-preference")
        stage.clear()
        stage.show(data, lesson)
        return stage

    yield show
    assert [complaint for watch in shown for complaint in watch.taken()] == []


@pytest.fixture
def stage_of(alone: Alone) -> StageOf:
    """To show the explorer's stage for a lesson, without Streamlit."""

    def show(lesson: Lesson, **options: Any) -> StageAlone:
        return alone(parts.explorer(lesson), lesson, **options)

    return show


@pytest.fixture
def stage(stage_of: StageOf) -> StageAlone:
    """The explorer's stage, as somebody sees it who has just started the app."""
    return stage_of(Lesson())


@pytest.fixture
def explorer(visit: Visit) -> Explorer:
    """The first page, as somebody sees it who has just started the app."""
    return visit()
