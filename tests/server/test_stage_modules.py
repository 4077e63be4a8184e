"""The tree of the stage's JavaScript: it holds together, and parts are reached by name alone."""

import re
from posixpath import dirname, normpath
from posixpath import join as joined

import pytest

from backprop.server.stage_modules import module_url, stage_modules, stage_url

CODE = {address: module.decode() for address, module in stage_modules().items()}
PARTS = {address for address, code in CODE.items() if "\nexport default class" in code}


def imports(address: str) -> set[str]:
    """The addresses of what a module imports as soon as it is loaded."""
    named = re.findall(r'^import [^"]*"([^"]+)"', CODE[address], re.MULTILINE)
    return {normpath(joined(dirname(address), one)) for one in named}


def test_what_all_share_and_what_one_idea_draws_with_have_one_address() -> None:
    root = stage_url().removesuffix("browser/main.js")
    assert re.fullmatch(r"/backprop/stage-[0-9a-f]{12}/", root)
    assert module_url("ideas/mean/examples.js") == f"{root}ideas/mean/examples.js"
    assert all(address.startswith(root) for address in CODE)


@pytest.mark.parametrize("address", CODE, ids=lambda address: address.split("/", 3)[3])
def test_a_module_imports_what_is_served_and_no_part(address: str) -> None:
    """A part is drawn because data of a stage name its module; no list in the browser does."""
    assert imports(address) <= set(CODE)
    assert not imports(address) & PARTS


def test_there_are_parts_of_all_and_of_one_idea() -> None:
    assert {module_url("browser/board.js"), module_url("ideas/outputs/surface.js")} <= PARTS
