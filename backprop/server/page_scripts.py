"""Scripts of ours in each HTML page, before Streamlit's, which reads what they say as it starts."""

import gzip
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.etag import content_hash
from backprop.server.page_addresses import is_page
from backprop.server.streamlit_files import from_a_page, under_base_path

HEAD = b"<head>"
_NAMES = ("base_address.js", "view.js", "first_look.js", "reconnect.js", "early.js")


@cache
def page_scripts() -> dict[str, Path]:
    """Address -> file of each script, in order. An address changes when its file does."""
    paths = [Path(__file__).with_name(name) for name in _NAMES]
    return {_address(path): path for path in paths}


def _address(path: Path) -> str:
    return under_base_path(f"backprop/{path.stem}-{content_hash(path.read_bytes())}.js")


class PageScripts:
    """Middleware that puts the scripts at `addresses` first into each HTML page."""

    def __init__(self, app: ASGIApp, addresses: Iterable[str]) -> None:
        self.app = app
        tags = (f'<script src="{from_a_page(address)}"></script>' for address in addresses)
        self.tags = "".join(tags).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message | None = None
        body = b""

        async def send_with_scripts(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and is_page(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    headers = MutableHeaders(scope=start)
                    page = self._with_scripts(body, headers.get("content-encoding") == "gzip")
                    headers["Content-Length"] = str(len(page))
                    await send(start)
                    await send({"type": "http.response.body", "body": page})

        whole = scope["type"] == "http" and scope["method"] == "GET"
        await self.app(scope, receive, send_with_scripts if whole else send)

    def _with_scripts(self, body: bytes, packed: bool) -> bytes:
        page = gzip.decompress(body) if packed else body
        page = page.replace(HEAD, HEAD + self.tags, 1)
        return gzip.compress(page, mtime=0) if packed else page
