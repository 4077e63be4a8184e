"""What Streamlit ships for the browser, and under which addresses it serves it."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from streamlit import config

_STATIC = Path(str(files("streamlit"))) / "static"


def under_base_path(path: str) -> str:
    """The absolute address of `path` on this server, which may live below `server.baseUrlPath`."""
    base = str(config.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}/{path}" if base else f"/{path}"


def from_a_page(address: str) -> str:
    """An absolute address of this server as a browser is told it: relative to the app's pages.

    A proxy may show the app below a prefix of which this server knows nothing.
    """
    return "./" + address.removeprefix(under_base_path(""))


@cache
def latex_url() -> str:
    """The address of the module that sets Streamlit's formulas: rehype-katex, by default export.

    Raises ValueError for a Streamlit that has no such module, or more than one.
    """
    (path,) = (_STATIC / "static" / "js").glob("rehype-katex.*.js")
    return under_base_path(path.relative_to(_STATIC).as_posix())


def index_html() -> str:
    """The one HTML page that every address of the app answers with."""
    return (_STATIC / "index.html").read_text(encoding="utf-8")


def scripts_and_styles() -> dict[str, Path]:
    """Address -> file of every script and style sheet."""
    found = (path for path in _STATIC.rglob("*") if path.suffix in {".css", ".js"})
    return {under_base_path(path.relative_to(_STATIC).as_posix()): path for path in found}


def linked_from_index() -> set[str]:
    """The addresses of the scripts and style sheets that a browser loads before anything else."""
    links = re.findall(r'(?:src|href)="\./([^"]+\.(?:css|js))"', index_html())
    return {under_base_path(link) for link in links}
