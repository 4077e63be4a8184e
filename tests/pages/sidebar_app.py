"""The app as the sidebar's tests use it: opened by a link, its fields found by their names."""

import json
from pathlib import Path
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from backprop.lesson import Lesson
from backprop.ui.sidebar.keep import FILES_OPEN
from backprop.ui.sidebar.weights import OPEN

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"


def opened(**link: str) -> AppTest:
    """The app after its first run, opened by a link with these parameters, all of it unfolded."""
    app = AppTest.from_file(SHELL, default_timeout=30)
    for place in (OPEN, FILES_OPEN):
        app.session_state[place] = True
    app.query_params.update(link)
    return ran(app.run())


def ran(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def lesson_of(app: AppTest) -> Lesson:
    lesson: Lesson = app.session_state.lesson
    return lesson


def labelled(elements: Any, label: str) -> Any:
    (found,) = [element for element in elements if element.label == label]
    return found


def field(app: AppTest, label: str) -> Any:
    return labelled(app.sidebar.text_input, label)


def typed(app: AppTest, label: str, text: str) -> AppTest:
    field(app, label).set_value(text)
    return ran(app.run())


def listed(app: AppTest, label: str) -> Any:
    return labelled(app.sidebar.selectbox, label)


def chose(app: AppTest, label: str, option: Any) -> AppTest:
    listed(app, label).set_value(option)
    return ran(app.run())


def button(app: AppTest, label: str) -> Any:
    return labelled(app.sidebar.button, label)


def pressed(app: AppTest, label: str) -> AppTest:
    button(app, label).click()
    return ran(app.run())


def table(app: AppTest, key: str) -> dict[str, Any]:
    """What a table of fields has been sent."""
    data: dict[str, Any] = json.loads(_component(app, key).proto.bytes)
    return data


def texts(app: AppTest, key: str) -> list[list[str]]:
    """The numbers in a table of fields, in full."""
    return [[cell["text"] for cell in row] for _, row in table(app, key)["rows"]]


def sent(app: AppTest, key: str, value: object, event: str = "edit") -> AppTest:
    """The app after the browser has sent an event of a component, as what is typed in a table."""
    states = app._tree.get_widget_states()
    aggregator = f"$$STREAMLIT_INTERNAL_KEY_{_component(app, key).proto.id}__events"
    payload = json.dumps([{"event": event, "value": value}])
    states.widgets.append(WidgetState(id=aggregator, json_trigger_value=payload))
    return ran(app._run(states))


def edited(app: AppTest, key: str, cells: dict[str, str]) -> AppTest:
    """The app after texts were typed into the fields of a table."""
    edits = [{"cell": cell, "text": text} for cell, text in cells.items()]
    return sent(app, key, {"number": "0.5", "edits": edits})


def pasted(app: AppTest, key: str, cell: str, text: str) -> AppTest:
    """The app after a block was pasted at a cell of a table."""
    edit = {"cell": cell, "text": text, "how": "pasted"}
    return sent(app, key, {"number": "0.5", "edits": [edit]})


def taken(app: AppTest, key: str, label: str) -> AppTest:
    """The app after the button with this label below a table was pressed."""
    edit = {one["label"]: one["edit"] for one in table(app, key)["offers"]}[label]
    return sent(app, key, {"number": "0.5", "edits": [edit]})


def sentences(app: AppTest) -> list[str]:
    """What the sidebar says is wrong."""
    return [error.value for error in app.sidebar.error]


def _component(app: AppTest, key: str) -> Any:
    (found,) = [node for node in app.get("bidi_component") if node.key == key]
    return found
