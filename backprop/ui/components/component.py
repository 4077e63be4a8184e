"""A small component of our own: a folder NAME with NAME.js, perhaps NAME.css, and its Python.

A component's message has all of its JavaScript and its styles each time. So it has a loader alone:
the module is served beside the stage's, and the page's frame has the styles of all components.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex
from typing import Any

import streamlit as st

from backprop.server.stage_modules import module_url
from backprop.server.streamlit_files import from_a_page

_lines = Path(__file__).with_name("loader.js").read_text(encoding="utf-8").splitlines()
_LOADER = "\n".join(line.strip() for line in _lines if not line.startswith(("//", "/**")))

_MARK, _DIGITS = b'{"early":"', 8


class Component:
    """The component in a folder; called, it is put on the page with its data and callbacks."""

    def __init__(self, folder: Path, early: bool = False) -> None:
        """With ``early`` its module takes data again and again, as they arrive."""
        self._early = early
        self._module = f"ui/components/{folder.name}/{folder.name}.js"
        self._put = st.components.v2.component(
            f"backprop_{folder.name}", js=_LOADER, isolate_styles=False
        )

    def __call__(self, key: str, data: Mapping[str, Any], **on_change: Any) -> None:
        address = from_a_page(module_url(self._module))
        told = {"module": address, **data}
        self._put(key=key, data=packed(key, told) if self._early else as_json(told), **on_change)


def packed(key: str, data: Mapping[str, Any]) -> bytes:
    """The data as JSON, which the browser knows on its way: see server/early.js."""
    secret = st.session_state.setdefault("secret", token_hex(8))
    rest = as_json(data)[1:]
    name = f' {key} {secret} {token_hex(4)}",'.encode()
    length = len(_MARK) + _DIGITS + len(name) + len(rest)
    return b"%b%0*d%b%b" % (_MARK, _DIGITS, length, name, rest)


def as_json(data: Mapping[str, Any]) -> bytes:
    """The data as JSON, as bytes: Streamlit forwards them as they are.

    A dictionary it would search for tables, and write twice, the second time to compare it.
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def styles() -> str:
    """The style sheets of all components."""
    sheets = sorted(Path(__file__).parent.glob("*/*.css"))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def told(key: str, name: str) -> Any:
    """What the component with this key has told under this name; a browser may send anything."""
    return st.session_state[key].get(name)
