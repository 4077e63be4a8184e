"""A page is fetched anew when anything in it has changed, not only Streamlit's file.

Streamlit's ETag and date are those of its index.html, and stay the same when our scripts change.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.etag import content_hash, is_known
from backprop.server.page_addresses import folders_of, is_page

# What Streamlit would answer for its own file: that it is known, or with a part of it.
_CONDITIONS = {b"if-none-match", b"if-modified-since", b"if-range", b"range"}


class PageETag:
    """Middleware that gives each page the ETag of its bytes and links, for GET and HEAD."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wanted = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        if not wanted or folders_of(scope["path"]):
            await self.app(scope, receive, send)
            return
        headers = [header for header in scope["headers"] if header[0] not in _CONDITIONS]
        sent: list[Message] = []

        async def keep(message: Message) -> None:
            sent.append(message)

        await self.app({**scope, "method": "GET", "headers": headers}, receive, keep)
        if not sent:
            return  # the visitor has left before there was an answer
        start, body = sent[0], b"".join(message.get("body", b"") for message in sent[1:])
        if is_page(start):
            start, body = _tagged(start, body, Headers(scope=scope))
        await send(start)
        whole = scope["method"] == "GET"
        await send({"type": "http.response.body", "body": body if whole else b""})


def _tagged(start: Message, body: bytes, request: Headers) -> tuple[Message, bytes]:
    """The page with an ETag of its own; 304 and no body for a browser that has it."""
    headers = MutableHeaders(raw=list(start["headers"]))
    etag = f'"{content_hash(body + headers.get("link", "").encode())}"'
    headers["ETag"] = etag
    for name in ("Last-Modified", "Accept-Ranges"):
        del headers[name]
    if not is_known(etag, request):
        return {**start, "headers": headers.raw}, body
    for name in ("Content-Length", "Content-Type", "Content-Encoding", "Link"):
        del headers[name]
    return {**start, "status": 304, "headers": headers.raw}, b""
