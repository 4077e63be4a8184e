"""QR codes of links, as pictures: a lecture hall takes the present link with its phones.

The page asks with its own address, which it alone knows. One is made at a time, beside the event
loop: the longest takes a quarter of a second.
"""

import asyncio
from functools import lru_cache
from io import BytesIO

import segno
from starlette.datastructures import QueryParams
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from backprop.server.streamlit_files import under_base_path

LONGEST = 2953
"""The most bytes that a QR code holds."""

QUIET = 4  # modules of white around it, as the standard asks


def qr_url() -> str:
    """Where a picture is asked for, with ?address=."""
    return under_base_path("backprop/qr")


@lru_cache(maxsize=64)
def qr_code(address: str) -> bytes:
    """The picture as SVG, a pixel for each module; the address has at most LONGEST bytes."""
    picture = BytesIO()
    code = segno.make_qr(address, error="l")
    code.save(picture, kind="svg", border=QUIET, dark="#000", light="#fff")
    return picture.getvalue()


class QRCodes:
    """Middleware that answers GET for the QR code of an address on the web."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.turn = asyncio.Semaphore(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] == "GET" and scope["path"] == qr_url()
        answer = await self._picture(scope["query_string"]) if asked else self.app
        await answer(scope, receive, send)

    async def _picture(self, query: bytes) -> Response:
        address = QueryParams(query).get("address", "")
        if not address.startswith(("http://", "https://")):
            return Response(status_code=400)
        if len(address.encode(errors="replace")) > LONGEST:
            return Response(status_code=414)
        async with self.turn:
            picture = await asyncio.to_thread(qr_code, address)
        headers = {"Cache-Control": "private, max-age=3600"}
        return Response(picture, media_type="image/svg+xml", headers=headers)
