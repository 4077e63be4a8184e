"""What is named in two places has the same names in both."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from backprop.chapter import CHOICES, PARTS
from backprop.chapter.section_2_1 import a_function
from backprop.chapter.section_2_4 import MISTAKES as IN_THE_CHAPTER
from backprop.ideas.elementwise.compute import functions
from backprop.ideas.remove.compute_mistakes import MISTAKES
from backprop.inputs.view import HIDDEN
from backprop.server.stage_constants import constants
from backprop.stage.data import StageArray, StageData, StageStep
from backprop.ui.sidebar.words_class import HIDE

BACKPROP = Path(__file__).parents[2] / "backprop"
FOLDERS = {"own": "products"}
"""Of a part whose folder has not its name: its link is older than the rule."""


def keys(interface: str) -> set[str]:
    """The keys of an interface in types.d.ts."""
    types = (BACKPROP / "browser/types.d.ts").read_text()
    body = types.split(f"export interface {interface} {{\n")[1].split("\n}")[0]
    return set(re.findall(r"^  (\w+)\??: ", body, re.MULTILINE))


@pytest.mark.parametrize("of", [StageData, StageStep, StageArray], ids=lambda of: of.__name__)
def test_the_browser_knows_what_a_stage_is_sent(of: type) -> None:
    assert keys(of.__name__) == set(of.__annotations__)


def test_the_browser_knows_what_every_stage_has_in_common() -> None:
    declared = (BACKPROP / "browser/constants.d.ts").read_text()
    names = r"^export const (\w+)"
    assert re.findall(names, declared, re.MULTILINE) == re.findall(
        names, constants().decode(), re.MULTILINE
    )


def test_what_a_link_can_hide_is_known_to_the_page_and_has_a_label() -> None:
    script = (BACKPROP / "server/view.js").read_text()
    (known,) = re.findall(r"const HIDDEN = \[(.*)\];", script)
    assert re.findall(r'"(\w+)"', known) == [*HIDDEN] == [*HIDE]


def test_an_idea_has_the_name_that_a_link_has_for_its_part() -> None:
    folders = {path.parent.name for path in BACKPROP.glob("ideas/*/view.py")}
    assert folders == {FOLDERS.get(part, part) for part in PARTS}
    for part in PARTS:
        view = import_module(f"backprop.ideas.{FOLDERS.get(part, part)}.view")
        assert callable(getattr(view, part))


def test_the_mistakes_of_a_link_are_those_that_can_be_made() -> None:
    assert tuple(MISTAKES) == IN_THE_CHAPTER


def test_the_functions_of_a_link_are_those_that_can_be_applied() -> None:
    assert [a_function(name) for name in functions()] == [*functions()]
    with pytest.raises(ValueError, match=re.escape(", ".join([*functions()][:-1]))):
        a_function("cosine")
    assert CHOICES["f"].default == next(iter(functions()))
