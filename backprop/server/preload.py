"""What a browser fetches along with the page, before the scripts that ask for it have run.

Streamlit loads the code of an element when the first of its kind has come over the websocket, and
the stage's modules only after that. Named in the page's headers, they come while the network would
stand idle: the picture is there a fifth of a second earlier.
"""

import re
from collections.abc import Collection

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.page_addresses import is_page
from backprop.server.stage_modules import stage_modules
from backprop.server.streamlit_files import from_a_page, linked_from_index, scripts_and_styles

# What the picture and its formulas need, by the names of Streamlit's scripts: its frame for
# components and KaTeX. (All elements of the first page are no faster: they take from each other.)
_NAMES = ("BidiComponent", "rehype-katex")


def first_picture() -> list[str]:
    """The addresses of the modules, with all that they import and index.html does not link."""
    files = scripts_and_styles()
    wanted = [one for one in files if one.rpartition("/")[2].split(".")[0] in _NAMES]
    for address in wanted:  # grows on the way
        folder = address.rpartition("/")[0]
        imports = re.findall(r'"\./([^"]+\.js)"', _head(files[address].read_text(encoding="utf-8")))
        named = (f"{folder}/{name}" for name in imports)
        wanted += [one for one in named if one in files and one not in wanted]
    return [*(one for one in wanted if one not in linked_from_index()), *stage_modules()]


def _head(script: str) -> str:
    """The static imports, which stand first in a built module."""
    found = re.match(r'(?:import(?:\{[^}]*\}from)?"[^"]*";)*', script)
    return found[0] if found else ""


class Preload:
    """Middleware that names modules in the Link header of each HTML page."""

    def __init__(self, app: ASGIApp, modules: Collection[str]) -> None:
        self.app = app
        self.link = ", ".join(f"<{from_a_page(address)}>; rel=modulepreload" for address in modules)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and is_page(message):
                MutableHeaders(scope=message).append("Link", self.link)
            await send(message)

        await self.app(scope, receive, send_with_link if scope["type"] == "http" else send)
