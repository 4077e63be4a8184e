"""The JavaScript of the stage as one tree, under an address that changes when a file of it does.

It has browser/, which all stages share, ideas/, what draws for one idea only, and the components
beside the stage. Data of a stage name the modules of its parts by their place in it, such as
ideas/mean/examples.js.
"""

import hashlib
from functools import cache
from pathlib import Path

from backprop.server.streamlit_files import under_base_path

_ROOT = Path(__file__).parents[1]


@cache
def stage_modules() -> dict[str, Path]:
    """Address -> file of every module of the stage."""
    folders = ("browser", "ideas/*", "ui/components/*")
    paths = sorted(path for folder in folders for path in _ROOT.glob(f"{folder}/*.js"))
    files = {path.relative_to(_ROOT).as_posix(): path for path in paths}
    content = b"".join(name.encode() + path.read_bytes() for name, path in files.items())
    folder = f"backprop/stage-{hashlib.sha256(content).hexdigest()[:12]}"
    return {under_base_path(f"{folder}/{name}"): path for name, path in files.items()}


def module_url(name: str) -> str:
    """The address of the module at this place in the tree."""
    return next(address for address in stage_modules() if address.endswith(f"/{name}"))


def stage_url() -> str:
    """The address of the stage's main module."""
    return module_url("browser/main.js")
