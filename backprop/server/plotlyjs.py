"""The plotly.js of the installed plotly package: the version that the Python side writes for."""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from backprop.server.streamlit_files import under_base_path

_FILE_NAME = f"plotly-{version('plotly')}.min.js"


def plotly_js_url() -> str:
    """The address of plotly.js on this server: absolute, versioned, below `server.baseUrlPath`."""
    return under_base_path(f"backprop/{_FILE_NAME}")


def plotly_js_path() -> Path:
    """The file itself."""
    return Path(str(files("plotly"))) / "package_data" / "plotly.min.js"
