"""A small component of our own: a folder NAME with NAME.js, perhaps NAME.css, and its Python.

A component's message has all of its JavaScript and its styles each time. So it has a loader alone:
the module is served beside the stage's, and the page's frame has the styles of all components.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from backprop.server.stage_modules import module_url
from backprop.server.streamlit_files import from_a_page

_lines = Path(__file__).with_name("loader.js").read_text(encoding="utf-8").splitlines()
_LOADER = "\n".join(line.strip() for line in _lines if not line.startswith(("//", "/**")))


class Component:
    """The component in a folder; called, it is put on the page with its data and callbacks."""

    def __init__(self, folder: Path) -> None:
        self._module = f"ui/components/{folder.name}/{folder.name}.js"
        self._put = st.components.v2.component(
            f"backprop_{folder.name}", js=_LOADER, isolate_styles=False
        )

    def __call__(self, key: str, data: Mapping[str, Any], **on_change: Any) -> None:
        address = from_a_page(module_url(self._module))
        self._put(key=key, data={"module": address, **data}, **on_change)


def styles() -> str:
    """The style sheets of all components."""
    sheets = sorted(Path(__file__).parent.glob("*/*.css"))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def told(key: str, name: str) -> Any:
    """What the component with this key has told under this name; a browser may send anything."""
    return st.session_state[key].get(name)
