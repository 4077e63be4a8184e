"""A page of the chapter as its tests use it: opened by a link, and all that it shows."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"


def opened(page: str, **link: object) -> AppTest:
    """A page, such as "cost.py", after its first run, opened by a link with these parameters."""
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.query_params.update({name: str(value) for name, value in link.items()})
    app.run()  # st.navigation must have run before a page can be chosen
    app.switch_page(page)
    return ran(app.run())


def ran(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def stage(app: AppTest) -> dict[str, Any]:
    """What the stage has been sent."""
    (found,) = (
        one for one in app.get("bidi_component") if one.proto.component_name == "backprop_stage"
    )
    data: dict[str, Any] = json.loads(found.proto.json)
    return data


def values(app: AppTest, figure: str) -> list[list[float]]:
    """The numbers of a figure on the stage."""
    numbers: list[list[float]] = stage(app)["figures"][figure]["data"][0]["z"]
    return numbers


def pressed(app: AppTest, label: str) -> AppTest:
    """The page after a press of the button with this label, in the main part of the page."""
    (button,) = [one for one in app.main.button if one.label == label]
    button.click()
    return ran(app.run())


def keys(app: AppTest) -> set[str]:
    """The keys of all containers of the page."""
    return {one.split("-", 2)[-1] for one in ids(app.main)}


def words(app: AppTest) -> str:
    """All text of the page outside the stage: Markdown, captions, formulas, notes."""
    kinds = ("markdown", "caption", "latex", "info", "warning", "error", "success", "header")
    return "\n".join(str(one.value) for kind in kinds for one in getattr(app.main, kind))


def ids(block: Any) -> Iterator[str]:
    for child in block.children.values():
        if name := getattr(getattr(child, "proto", None), "id", ""):
            yield name
        if hasattr(child, "children"):
            yield from ids(child)
