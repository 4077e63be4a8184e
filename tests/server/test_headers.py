"""The security headers, and the middleware that sets them."""

import base64
import hashlib
from html.parser import HTMLParser

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from backprop.server.framing import SETTING
from backprop.server.headers import SecurityHeaders, security_headers
from backprop.server.streamlit_files import index_html
from tests.server.asgi import ask_once, wait_for


class InlineScripts(HTMLParser):
    """The text of the scripts that stand in a page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and "src" not in dict(attrs)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)
            self.inside = False


def policy() -> dict[str, list[str]]:
    """Directive -> sources, as a browser splits them."""
    directives = security_headers()["Content-Security-Policy"].split(";")
    return {words[0]: words[1:] for words in map(str.split, directives)}


@pytest.fixture(autouse=True)
def no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)


def test_only_the_own_server_may_be_asked() -> None:
    sources = {source for listed in policy().values() for source in listed}
    inline = {source for source in sources if source.startswith("'sha256-")}
    assert sources - inline == {
        "'self'", "'none'", "blob:", "data:", "'unsafe-inline'", "'wasm-unsafe-eval'"
    }  # fmt: skip


def test_scripts_may_neither_be_inline_nor_evaluated() -> None:
    assert policy()["default-src"] == ["'self'"]
    assert {"'unsafe-inline'", "'unsafe-eval'", "data:"}.isdisjoint(policy()["script-src"])
    assert policy()["object-src"] == ["'none'"]
    assert policy()["base-uri"] == ["'self'"]


def test_the_inline_scripts_of_streamlits_page_are_named_by_their_hash() -> None:
    page = InlineScripts()
    page.feed(index_html())
    digests = [hashlib.sha256(script.encode()).digest() for script in page.found]
    expected = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
    assert [source for source in policy()["script-src"] if "sha" in source] == expected


def test_only_the_own_site_may_frame_it() -> None:
    assert policy()["frame-ancestors"] == ["'self'"]
    assert security_headers()["X-Frame-Options"] == "SAMEORIGIN"


def test_the_setting_lets_others_frame_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "https://school.example https://other.example")
    ancestors = policy()["frame-ancestors"]
    assert ancestors == ["'self'", "https://school.example", "https://other.example"]
    assert "X-Frame-Options" not in security_headers()


def test_a_wrong_setting_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "https://school.example; script-src *")
    with pytest.raises(ValueError, match=SETTING):
        security_headers()


def test_the_middleware_replaces_what_the_answer_had() -> None:
    inner = PlainTextResponse("text", headers={"Referrer-Policy": "unsafe-url", "X-Own": "1"})
    answer = ask_once(SecurityHeaders(inner, security_headers()))
    assert answer.headers.getlist("referrer-policy") == ["same-origin"]
    assert answer.headers["x-own"] == "1"
    for name, text in security_headers().items():
        assert answer.headers[name] == text


def test_the_middleware_leaves_websockets_alone() -> None:
    sent: list[Message] = []

    async def inner(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    app = SecurityHeaders(inner, security_headers())
    wait_for(app({"type": "websocket", "path": "/_stcore/stream"}, receive, send))
    assert sent == [{"type": "websocket.accept"}]
