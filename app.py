"""The server: the pages, and around them what is sent, with which headers, and how it starts.

    streamlit run app.py                            for yourself
    streamlit run app.py --server.address 0.0.0.0   for a class: open to the network

Settings are in .streamlit/config.toml. BACKPROP_FRAME_ANCESTORS="https://school.example" lets the
pages of another site show the app in an iframe.
"""

import streamlit as st
from starlette.middleware import Middleware

from backprop.server.compression import CompressedAssets, all_assets
from backprop.server.headers import SecurityHeaders, security_headers
from backprop.server.page_addresses import PageAddresses
from backprop.server.page_etag import PageETag
from backprop.server.page_scripts import PageScripts, page_scripts
from backprop.server.preload import Preload, first_picture
from backprop.server.qr import QRCodes
from backprop.server.throttle import Throttle
from backprop.server.upload_turns import UploadTurns
from backprop.server.warmup import warm_up

assets = all_assets()

app = st.App(
    "pages/shell.py",
    middleware=[
        Middleware(Throttle),
        Middleware(SecurityHeaders, headers=security_headers()),
        Middleware(QRCodes),
        Middleware(PageETag),
        Middleware(Preload, modules=first_picture()),
        Middleware(PageScripts, addresses=page_scripts()),
        Middleware(CompressedAssets, assets=assets),
        Middleware(PageAddresses),
        Middleware(UploadTurns),
    ],
    lifespan=warm_up(assets),
)
