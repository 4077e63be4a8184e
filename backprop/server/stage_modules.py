"""The JavaScript of the stage as one tree, under an address that changes when a file of it does.

It has browser/, which all stages share, ideas/, what draws for one idea only, and the components
beside the stage. Data of a stage name the modules of its parts by their place in it, such as
ideas/mean/examples.js. One module has no file: browser/constants.js is made of what Python knows.
"""

import hashlib
from functools import cache
from pathlib import Path

from backprop.server.stage_constants import constants
from backprop.server.streamlit_files import under_base_path

_ROOT = Path(__file__).parents[1]


@cache
def stage_modules() -> dict[str, bytes]:
    """Address -> content of every module of the stage."""
    folders = ("browser", "ideas/*", "ui/components/*")
    paths = sorted(path for folder in folders for path in _ROOT.glob(f"{folder}/*.js"))
    modules = {path.relative_to(_ROOT).as_posix(): path.read_bytes() for path in paths}
    modules["browser/constants.js"] = constants()
    content = b"".join(name.encode() + module for name, module in modules.items())
    folder = f"backprop/stage-{hashlib.sha256(content).hexdigest()[:12]}"
    return {under_base_path(f"{folder}/{name}"): module for name, module in modules.items()}


def module_url(name: str) -> str:
    """The address of the module at this place in the tree."""
    return next(address for address in stage_modules() if address.endswith(f"/{name}"))


def stage_url() -> str:
    """The address of the stage's main module."""
    return module_url("browser/main.js")
