"""A page of the chapter as its tests use it: opened by a link, and all that it shows."""

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from tests.stage.sent import numbers, stage_data

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
NOTICE = "The link's “"
"""What every notice about a link has in it."""


def opened(page: str, refused: object = "", **link: object) -> AppTest:
    """A page, such as "cost.py", after its first run, opened by a link with these parameters.

    The link is taken as it is; where ``refused`` is given, the notice about the link says this.
    """
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.query_params.update({name: str(value) for name, value in link.items()})
    at(app, page)
    notices = "\n".join(one.value for one in app.main.warning if NOTICE in one.value)
    assert str(refused) in notices if refused else not notices
    return app


def at(app: AppTest, page: str) -> AppTest:
    """Another page of the same visit."""
    app.switch_page(page)
    return ran(app.run())


def ran(app: AppTest) -> AppTest:
    assert not app.exception, app.exception
    return app


def stage(block: AppTest | Block) -> dict[str, Any]:
    """What the stage, on the page or in a container of it, has been sent."""
    (found,) = (
        one for one in block.get("bidi_component") if one.proto.component_name == "backprop_stage"
    )
    return stage_data(found.proto)


def part_of(block: AppTest | Block, name: str) -> dict[str, Any]:
    """What the one part on the stage that the module of this name draws has been sent."""
    parts: list[dict[str, Any]] = stage(block)["parts"]
    found = [one for one in parts if one["module"].endswith(f"/{name}.js")]
    (part,) = found
    return part


def rows(app: AppTest) -> list[dict[str, Any]]:
    """All rows of exhibits on the stage."""
    return [row for part in stage(app)["parts"] for row in part.get("rows", [])]


def values(app: AppTest, array: str) -> list[list[float]]:
    """The numbers of an array on the stage."""
    return numbers(stage(app), array)


def pressed(app: AppTest, label: str) -> AppTest:
    """The page after a press of the button with this label, in the main part of the page."""
    (button,) = [one for one in app.main.button if one.label == label]
    button.click()
    return ran(app.run())


def field(app: AppTest, label: str) -> Any:
    """The field or the list with this label, in the main part of the page."""
    (found,) = [one for one in [*app.main.text_input, *app.main.selectbox] if one.label == label]
    return found


def typed(app: AppTest, label: str, text: str) -> AppTest:
    """The page after this was typed into, or chosen in, the field with this label."""
    field(app, label).set_value(text)
    return ran(app.run())


def keys(app: AppTest) -> set[str]:
    """The keys of all containers of the page."""
    return set(containers(app.main))


def container(app: AppTest, key: str) -> Block:
    """The container of the page with this key."""
    return containers(app.main)[key]


def formulas(block: Block) -> list[str]:
    """All that is written in LaTeX in this part of the page: formulas, choices, Markdown."""
    choices = [option for one in block.radio for option in one.options]
    texts = [*(one.value for one in block.markdown), *choices]
    return [*(one.value for one in block.latex), *(text for text in texts if "$" in text)]


def words(app: AppTest) -> str:
    """All text of the page outside the stage: Markdown, captions, formulas, notes."""
    kinds = ("markdown", "caption", "latex", "info", "warning", "error", "success", "header")
    return "\n".join(str(one.value) for kind in kinds for one in getattr(app.main, kind))


def containers(block: Block) -> dict[str, Block]:
    """The containers within this one that have a key, by it."""
    found: dict[str, Block] = {}
    for child in block.children.values():
        if isinstance(child, Block):
            if name := getattr(child.proto, "id", ""):
                found[name.split("-", 2)[-1]] = child
            found |= containers(child)
    return found
