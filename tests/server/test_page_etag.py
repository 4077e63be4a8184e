"""When a browser is told that it has the page already."""

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.page_etag import PageETag
from backprop.server.page_scripts import PageScripts
from backprop.server.preload import Preload
from tests.server.asgi import Answer, ask_once, wait_for

OLD = '"of-index-html"'


async def index(scope: Scope, receive: Receive, send: Send) -> None:
    """What Streamlit does: its file, with the file's ETag and date, or 304."""
    headers = {"ETag": OLD, "Last-Modified": "Sat, 28 Nov 2020 02:21:05 GMT"}
    asked = {name for name, _ in scope["headers"]} & {b"if-none-match", b"if-modified-since"}
    page = HTMLResponse("<head>", headers={**headers, "Cache-Control": "no-cache"})
    known = PlainTextResponse(status_code=304, headers=headers)
    await (known if asked else page)(scope, receive, send)


def served(script: str = "/a.js", module: str = "/b.js") -> ASGIApp:
    return PageETag(Preload(PageScripts(index, [script]), [module]))


def revisit(app: ASGIApp, before: Answer) -> Answer:
    return ask_once(app, "/equations", headers={"If-None-Match": before.headers["etag"]})


def test_the_same_page_is_not_sent_again() -> None:
    again = revisit(served(), ask_once(served(), "/equations"))
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == "no-cache"
    assert {"content-length", "content-type"}.isdisjoint(again.headers)


@pytest.mark.parametrize("upgraded", [served(script="/new.js"), served(module="/new.js")])
def test_a_page_with_other_scripts_is_sent(upgraded: ASGIApp) -> None:
    page = revisit(upgraded, ask_once(served(), "/equations"))
    assert page.status == 200
    assert "/new.js" in page.body.decode() + page.headers["link"]


@pytest.mark.parametrize(
    "has",
    [
        {"If-None-Match": OLD},
        {"If-Modified-Since": "Mon, 30 Nov 2020 00:00:00 GMT"},
    ],
)
def test_the_age_of_streamlits_file_does_not_count(has: dict[str, str]) -> None:
    page = ask_once(served(), "/", headers=has)
    assert (page.status, page.body) == (200, b'<head><script src="./a.js"></script>')
    assert "last-modified" not in page.headers


def test_head_says_what_get_would_send() -> None:
    head = ask_once(served(), "/", method="HEAD")
    assert head.headers == ask_once(served(), "/").headers
    assert head.body == b""


def test_other_answers_keep_what_they_say() -> None:
    asked = {"If-None-Match": OLD}
    assert ask_once(PageETag(index), "/media/file.csv", headers=asked).headers["etag"] == OLD
    icon = PlainTextResponse("icon", headers={"ETag": OLD})
    assert ask_once(PageETag(icon), "/favicon.png").headers["etag"] == OLD


def test_a_visitor_who_has_left_gets_no_answer() -> None:
    async def silent(scope: Scope, receive: Receive, send: Send) -> None:
        """What Streamlit does then."""

    sent: list[Message] = []

    async def keep(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    wait_for(PageETag(silent)(scope, receive, keep))
    assert sent == []
