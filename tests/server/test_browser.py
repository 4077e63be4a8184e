"""A page behind the server in a real browser: what it loads, and where it may be shown."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.server.conftest import Server, Start

DRAWN = "[data-drawn]"


class Visit:
    """A page with an empty cache, and what it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.urls: list[str] = []
        self.complaints: list[str] = []
        self.received = 0
        page.on("request", lambda request: self.urls.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Log.enable")
        network.on("Network.loadingFinished", self._count)
        network.on("Log.entryAdded", self._note)

    def _count(self, event: dict[str, Any]) -> None:
        self.received += int(event["encodedDataLength"])

    def _note(self, event: dict[str, Any]) -> None:
        self.complaints.append(event["entry"]["text"])


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    context = chromium.new_context()
    yield Visit(context.new_page())
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_asks_its_own_server_only_and_breaks_no_rule(
    chromium: Browser, server: Server, scheme: Any
) -> None:
    context = chromium.new_context(color_scheme=scheme)
    visit = Visit(context.new_page())
    visit.page.goto(server.url)
    visit.page.wait_for_selector(DRAWN)
    visit.page.wait_for_load_state("networkidle")
    context.close()
    assert any("/backprop/plotly-" in url for url in visit.urls)
    own = (f"{server.url}/", f"blob:{server.url}/", "data:")
    assert [url for url in visit.urls if not url.startswith(own)] == []
    assert visit.complaints == []


def test_a_first_page_is_at_most_4_megabytes(visit: Visit, server: Server) -> None:
    visit.page.goto(server.url)
    visit.page.wait_for_selector(DRAWN)
    visit.page.wait_for_load_state("networkidle")
    assert 1e6 < visit.received <= 4e6


def test_the_second_load_comes_from_the_cache(visit: Visit, server: Server) -> None:
    visit.page.goto(server.url)
    visit.page.wait_for_selector(DRAWN)
    visit.page.wait_for_load_state("networkidle")
    visit.received = 0
    visit.page.reload()
    visit.page.wait_for_selector(DRAWN)
    visit.page.wait_for_load_state("networkidle")
    assert visit.received < 50e3


def test_scripts_that_a_page_smuggles_in_do_not_run(visit: Visit, server: Server) -> None:
    visit.page.goto(server.url)
    visit.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.smuggled = true";
            document.body.append(script);
        }"""
    )
    assert visit.page.evaluate("window.smuggled") is None


@pytest.fixture
def school(server: Server) -> Iterator[str]:
    """Another site, which shows what its query names in a frame."""

    class FramingPage(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            address = self.path.partition("?")[2]
            self.wfile.write(f'<iframe src="{address}" width=900 height=700>'.encode())

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    site = HTTPServer(("127.0.0.1", 0), FramingPage)
    Thread(target=site.serve_forever).start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    site.server_close()


def test_another_site_cannot_frame_it(visit: Visit, server: Server, school: str) -> None:
    with visit.page.expect_event("requestfailed") as failed:
        visit.page.goto(f"{school}/?{server.url}/")
    assert failed.value.url == f"{server.url}/"


def test_a_site_in_the_setting_can_frame_it(visit: Visit, start: Start, school: str) -> None:
    server = start(BACKPROP_FRAME_ANCESTORS=school)
    visit.page.goto(f"{school}/?{server.url}/")
    visit.page.frame_locator("iframe").locator(DRAWN).wait_for()
