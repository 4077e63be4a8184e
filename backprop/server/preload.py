"""What a browser fetches along with the page, before the scripts that ask for it have run.

Streamlit loads the code of an element when the first of its kind has come over the websocket, the
stage's main module only after that, and then those of the stage's parts. Named in the page's
headers, they come while the network would stand idle: the picture is there a fifth of a second
earlier.
"""

import re
from collections.abc import Collection
from pathlib import Path
from posixpath import dirname, join, normpath

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.page_addresses import is_page
from backprop.server.stage_modules import module_url, stage_modules, stage_url
from backprop.server.streamlit_files import from_a_page, linked_from_index, scripts_and_styles
from backprop.stage.explorer import OVERLAYS, PARTS

# What the picture and its formulas need, by the names of Streamlit's scripts: its frame for
# components and KaTeX. (All elements of the first page are no faster: they take from each other.)
_NAMES = ("BidiComponent", "rehype-katex")

# What stands beside the stage and follows it.
_BESIDE = ("ui/components/blocks/blocks.js", "ui/components/place/place.js")

# Comments and static imports, which stand first in a module, built or written by hand.
_HEAD = re.compile(r'(?:\s|//[^\n]*|/\*[\s\S]*?\*/|import(?:\s*\{[^}]*\}\s*from)?\s*"[^"]*";)*')


def first_picture() -> list[str]:
    """The addresses of the modules, with all that they import and index.html does not link."""
    files = scripts_and_styles() | stage_modules()
    wanted = [one for one in files if one.rpartition("/")[2].split(".")[0] in _NAMES]
    wanted += [stage_url(), *map(module_url, (*PARTS, *OVERLAYS, *_BESIDE))]
    for address in wanted:  # grows on the way
        named = (normpath(join(dirname(address), name)) for name in _imports(files[address]))
        wanted += [one for one in named if one in files and one not in wanted]
    return [one for one in wanted if one not in linked_from_index()]


def _imports(module: Path | bytes) -> list[str]:
    """What a module imports as soon as it is loaded, each as it is named there."""
    content = module.read_bytes() if isinstance(module, Path) else module
    head = _HEAD.match(content.decode())
    return re.findall(r'(?<!@)import[^"]*"(\.[^"]+\.js)"', head[0] if head else "")


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
