"""Which requests are answered with a packed file, and which go on to Streamlit."""

import gzip
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message
from streamlit import config

from backprop.server.asset import Asset
from backprop.server.compression import CompressedAssets, all_assets, pack_first_page
from backprop.server.plotlyjs import plotly_js_url
from tests.server.asgi import ask_once, wait_for

GZIP = {"Accept-Encoding": "gzip"}
INNER = PlainTextResponse("from Streamlit")
STATIC = Path(str(files("streamlit"))) / "static"


class Links(HTMLParser):
    """The scripts and style sheets of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, link in attrs:
            if name in {"src", "href"} and link and link.endswith((".js", ".css")):
                self.found.add(link.removeprefix("."))


@pytest.fixture
def base_path() -> Iterator[str]:
    config.set_option("server.baseUrlPath", "/school/")
    yield "/school"
    config.set_option("server.baseUrlPath", "")


def first_page_links() -> set[str]:
    page = Links()
    page.feed((STATIC / "index.html").read_text(encoding="utf-8"))
    assert len(page.found) > 20
    return page.found


def test_plotly_js_is_the_installed_one() -> None:
    url = plotly_js_url()
    assert url == f"/backprop/plotly-{version('plotly')}.min.js"
    answer = ask_once(CompressedAssets(INNER, all_assets()), url, headers=GZIP)
    installed = Path(str(files("plotly"))) / "package_data" / "plotly.min.js"
    assert gzip.decompress(answer.body) == installed.read_bytes()
    assert len(answer.body) < 1_600_000


def test_every_link_of_the_first_page_is_an_asset() -> None:
    app = CompressedAssets(INNER, all_assets())
    for link in first_page_links():
        answer = ask_once(app, link, headers=GZIP)
        assert answer.headers["content-encoding"] == "gzip", link
        assert gzip.decompress(answer.body) == (STATIC / link[1:]).read_bytes()


def test_the_first_page_is_packed_before_anyone_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    assets = all_assets()
    pack_first_page(assets)

    def refuse(_asset: Asset) -> None:
        raise AssertionError("compressed at a request")

    monkeypatch.setattr(Asset, "pack", refuse)
    for link in {plotly_js_url(), *first_page_links()}:
        assert ask_once(assets[link], headers=GZIP).status == 200


def test_all_of_them_are_little_memory() -> None:
    app = CompressedAssets(INNER, all_assets())
    sizes = [len(ask_once(app, address, headers=GZIP).body) for address in all_assets()]
    assert len(sizes) > 100
    assert sum(sizes) < 10e6


def test_addresses_are_below_the_base_path(base_path: str) -> None:
    assert plotly_js_url() == f"{base_path}/backprop/plotly-{version('plotly')}.min.js"
    assert set(all_assets()) >= {base_path + link for link in first_page_links()}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/static/js/",
        "/static/js/missing.js",
        "/static/../static/index.html",
        "/static/js/../../index.html",
        "//static/js/index.js",
        "/backprop/plotly-0.0.0.min.js",
    ],
)
def test_everything_else_goes_on(path: str) -> None:
    assert ask_once(CompressedAssets(INNER, all_assets()), path).body == b"from Streamlit"


def test_only_get_and_head_are_answered() -> None:
    app = CompressedAssets(INNER, all_assets())
    assert ask_once(app, plotly_js_url(), method="POST").body == b"from Streamlit"


def test_websockets_go_on() -> None:
    seen: list[str] = []

    async def inner(scope: Message, _receive: object, _send: object) -> None:
        seen.append(scope["type"])

    async def unused() -> Message:
        raise AssertionError

    async def send(_message: Message) -> None:
        raise AssertionError

    app = CompressedAssets(inner, all_assets())
    wait_for(app({"type": "websocket", "path": plotly_js_url()}, unused, send))
    assert seen == ["websocket"]
