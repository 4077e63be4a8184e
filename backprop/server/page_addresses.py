"""A page has no folder in its address: its links are relative, and would lead nowhere from there.

Streamlit answers every address with its one page, a misspelt script and /equations/x as well.
"""

from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.streamlit_files import under_base_path

_NO_PAGES = {"_stcore", "backprop", "static"}


def is_page(start: Message) -> bool:
    """Whether an answer that starts like this is an HTML page."""
    kind = MutableHeaders(scope=start).get("content-type", "")
    return bool(start["status"] == 200) and kind.startswith("text/html")


def folders_of(path: str) -> list[str]:
    """The folders, below the app, in the address of a page: of /equations/x it is equations."""
    return path.removeprefix(under_base_path("")).split("/")[:-1]


class PageAddresses:
    """Middleware that answers 404 for a file that is not there, and leads elsewhere to the page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        other: Response | None = None

        async def send_other(message: Message) -> None:
            nonlocal other
            if message["type"] == "http.response.start" and _leads_to_a_page(message):
                other = _instead(scope)
                if other:
                    await other(scope, receive, send)
            if not other:
                await send(message)

        await self.app(scope, receive, send_other if scope["type"] == "http" else send)


def _leads_to_a_page(start: Message) -> bool:
    # Streamlit answers /equations/ with 301, and names an address without the proxy's prefix.
    return is_page(start) or bool(start["status"] == 301)


def _instead(scope: Scope) -> Response | None:
    """What an address with folders gets in place of the page: that of its first folder."""
    folders = folders_of(scope["path"])
    if not folders:
        return None
    if folders[0] in _NO_PAGES:
        return PlainTextResponse("Not Found", 404, headers={"Cache-Control": "no-store"})
    query = scope["query_string"].decode("latin-1")
    page = "../" * len(folders) + quote(folders[0]) + (f"?{query}" if query else "")
    return RedirectResponse(page, headers={"Cache-Control": "no-cache"})
