"""A page knows where the app is from the first: a script in each HTML page says so."""

import gzip
import hashlib
from functools import cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.page_addresses import is_page
from backprop.server.streamlit_files import from_a_page, under_base_path

HEAD = b"<head>"


def script_path() -> Path:
    """The script, in this folder."""
    return Path(__file__).with_name("base_address.js")


@cache
def script_url() -> str:
    """Its address, which changes when it does."""
    name = hashlib.sha256(script_path().read_bytes()).hexdigest()[:12]
    return under_base_path(f"backprop/base-{name}.js")


class BaseAddress:
    """Middleware that puts the script at `address` first into each HTML page."""

    def __init__(self, app: ASGIApp, address: str) -> None:
        self.app = app
        self.tag = f'<script src="{from_a_page(address)}"></script>'.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message | None = None
        body = b""

        async def send_with_script(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and is_page(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    headers = MutableHeaders(scope=start)
                    page = self._with_script(body, headers.get("content-encoding") == "gzip")
                    headers["Content-Length"] = str(len(page))
                    await send(start)
                    await send({"type": "http.response.body", "body": page})

        whole = scope["type"] == "http" and scope["method"] == "GET"
        await self.app(scope, receive, send_with_script if whole else send)

    def _with_script(self, body: bytes, packed: bool) -> bytes:
        page = gzip.decompress(body) if packed else body
        page = page.replace(HEAD, HEAD + self.tag, 1)
        return gzip.compress(page, mtime=0) if packed else page
