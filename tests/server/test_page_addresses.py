"""Which addresses are answered with the page, and what the others get."""

from urllib.parse import urljoin

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from streamlit import config

from backprop.server.page_addresses import PageAddresses
from tests.server.asgi import ask_once

PAGE = HTMLResponse("<head>")


@pytest.fixture(params=["", "/school"])
def base(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path that the app is below."""
    base = str(request.param)
    monkeypatch.setattr(config, "get_option", {"server.baseUrlPath": base}.get)
    return base


@pytest.mark.parametrize("path", ["/", "/equations", "/favicon.png"])
def test_an_address_without_a_folder_is_left_alone(base: str, path: str) -> None:
    assert ask_once(PageAddresses(PAGE), base + path).body == b"<head>"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/equations/x", "/equations"),
        ("/equations/x/y", "/equations"),
        ("/equations/", "/equations"),
        ("/ä b/x", "/%C3%A4%20b"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "/strip"])
def test_a_folder_too_many_leads_to_the_page(base: str, prefix: str, path: str, page: str) -> None:
    answer = ask_once(PageAddresses(PAGE), base + path)
    assert (answer.status, answer.body) == (307, b"")
    assert urljoin(f"{prefix}{base}{path}", answer.headers["location"]) == f"{prefix}{base}{page}"


def test_the_lesson_in_the_link_comes_along() -> None:
    query = "part=demon&preset=mazur"
    answer = ask_once(PageAddresses(PAGE), "/equations/x", query=query)
    assert answer.headers["location"] == f"../equations?{query}"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["/backprop/base-0.js", "/backprop/", "/static/js/missing.js"])
@pytest.mark.parametrize("answer", [PAGE, RedirectResponse("/", 301)])
def test_a_file_that_is_not_there_is_not_found(
    base: str, answer: Response, path: str, method: str
) -> None:
    missing = ask_once(PageAddresses(answer), base + path, method=method)
    assert missing.status == 404
    assert missing.headers["content-type"].startswith("text/plain")
    assert missing.headers["cache-control"] == "no-store"


def test_what_is_no_page_is_left_alone() -> None:
    app = PageAddresses(PlainTextResponse("ok"))
    assert ask_once(app, "/_stcore/health").body == b"ok"
