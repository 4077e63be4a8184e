"""Scripts and style sheets, Streamlit's, plotly.js and ours, sent compressed.

Streamlit sends its own uncompressed (6 MB for a first page) because compressing at each request is
too slow; here each is compressed once. What the first page needs is ready before the first visitor
comes, the rest is packed when first asked for. All of them together are 8 MB of memory.
"""

from collections.abc import Mapping
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from backprop.server.asset import Asset
from backprop.server.page_scripts import page_scripts
from backprop.server.plotlyjs import plotly_js_path, plotly_js_url
from backprop.server.stage_modules import stage_modules
from backprop.server.streamlit_files import linked_from_index, scripts_and_styles


def all_assets() -> dict[str, Asset]:
    """Address -> asset. The addresses are the only keys, so no request can name another file."""
    files = {plotly_js_url(): plotly_js_path(), **page_scripts(), **scripts_and_styles()}
    every: dict[str, Path | bytes] = {**files, **stage_modules()}
    return {address: Asset(source) for address, source in every.items()}


def pack_first_page(assets: Mapping[str, Asset]) -> None:
    """Compress what every first page needs: plotly.js, the stage and what index.html links to."""
    for address in {plotly_js_url(), *page_scripts(), *stage_modules(), *linked_from_index()}:
        assets[address].pack()


class CompressedAssets:
    """Middleware that answers GET and HEAD for `assets`, and leaves everything else alone."""

    def __init__(self, app: ASGIApp, assets: Mapping[str, Asset]) -> None:
        self.app = app
        self.assets = assets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.app
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            answer = self.assets.get(scope["path"], self.app)
        await answer(scope, receive, send)
