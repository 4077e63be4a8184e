"""The JavaScript modules of the stage, under an address that changes when one of them does."""

import hashlib
from functools import cache
from pathlib import Path

from backprop.server.streamlit_files import under_base_path

_FOLDER = Path(__file__).parents[1] / "browser"


@cache
def stage_modules() -> dict[str, Path]:
    """Address -> file of every module of the stage."""
    paths = sorted(_FOLDER.glob("*.js"))
    content = b"".join(path.read_bytes() for path in paths)
    folder = f"backprop/stage-{hashlib.sha256(content).hexdigest()[:12]}"
    return {under_base_path(f"{folder}/{path.name}"): path for path in paths}


def stage_url() -> str:
    """The address of the stage's main module."""
    return next(address for address in stage_modules() if address.endswith("/main.js"))
