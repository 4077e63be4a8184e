"""The stage as a Streamlit component: what is sent to the browser, and what comes back."""

from pathlib import Path
from typing import Any

import streamlit as st

from backprop.server.plotlyjs import plotly_js_url
from backprop.server.stage_modules import stage_url
from backprop.server.streamlit_files import from_a_page
from backprop.stage.data import StageData
from backprop.ui.components.component import packed

_component = st.components.v2.component(
    "backprop_stage",
    js=Path(__file__).with_name("loader.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def mount(key: str, data: StageData, **on_change: Any) -> Any:
    """Put the stage on the page; ``on_edit_change`` and so on are its callbacks."""
    addresses = {"modules": from_a_page(stage_url()), "plotly": from_a_page(plotly_js_url())}
    return _component(key=key, data=packed(key, data | addresses), **on_change)
