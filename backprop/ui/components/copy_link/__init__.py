"""The link in the address bar, which is always the present lesson, and a button that copies it."""

from pathlib import Path

from backprop.server.stage_modules import module_url
from backprop.server.streamlit_files import from_a_page
from backprop.ui.components.component import component

_component = component(Path(__file__).parent)


def copy_link() -> None:
    """Put the button on the page; it needs no server to copy."""
    _component(key="copy_link", data={"clipboard": from_a_page(module_url("browser/clipboard.js"))})
