"""The stage as a Streamlit component: what is sent to the browser, and what comes back."""

from pathlib import Path
from typing import Any

import streamlit as st

from backprop.server.plotlyjs import plotly_js_url
from backprop.server.stage_modules import stage_url
from backprop.ui.stage.data import StageData

_STYLES = Path(__file__).parents[2] / "browser" / "styles"


# The modules are served by the app and cached by the browser; this only brings them in.
LOADER = """
export default function (component) {
  const arrived = import(new URL(component.data.modules, document.baseURI));
  arrived.then((stage) => stage.mount(component));
  return () => arrived.then((stage) => stage.unmount(component.parentElement));
}
"""


def _styles() -> str:
    """What all parts have in common, and then the style sheet of each."""
    first = _STYLES / "stage.css"
    others = sorted(path for path in _STYLES.glob("*.css") if path != first)
    return "\n".join(path.read_text(encoding="utf-8") for path in (first, *others))


_component = st.components.v2.component(
    "backprop_stage",
    css=_styles(),
    js=LOADER,
    isolate_styles=False,
)


def mount(key: str, data: StageData, **on_change: Any) -> Any:
    """Put the stage on the page; ``on_edit_change`` and so on are its callbacks."""
    found = data | {"modules": stage_url(), "plotly": plotly_js_url()}
    return _component(key=key, data=found, **on_change)
