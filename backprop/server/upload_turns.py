"""Uploads take turns: what is being read is in memory twice, and counts for nobody yet."""

import asyncio
import re
from weakref import WeakValueDictionary

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

AT_ONCE = 16
PATIENCE = 15.0  # seconds for a body to arrive: a megabyte at 70 kB a second

_ADDRESS = re.compile(r"/_stcore/upload_file/([^/]+)/")


class UploadTurns:
    """Middleware that lets AT_ONCE uploads in, one of a session; the others wait, unread."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._own: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._all = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        put = scope["type"] == "http" and scope["method"] == "PUT"
        upload = _ADDRESS.search(scope["path"]) if put else None
        if not upload:
            await self.app(scope, receive, send)
            return
        own = self._own.setdefault(upload[1], asyncio.Lock())
        async with own, self._all:
            try:
                async with asyncio.timeout(PATIENCE) as limit:
                    await self.app(scope, receive, send)
            except TimeoutError:
                if not limit.expired():
                    raise
                await Response(status_code=408)(scope, receive, send)
