"""Values that no browser sends: of every kind that the protocol has, and inside a component's JSON.

None of them is what a widget of the app can have, so that none may change the lesson.
"""

import json
import math
from collections.abc import Callable, Collection
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState

DIGITS, LEVELS, COPIED = "1" * 5000, "[" * 20_000 + "]" * 20_000, "[" * 490 + "]" * 490
LONG = "9" * 20_000
NOT_TEXT = "\ud800\0"


def _set(name: str, value: Any) -> Callable[[WidgetState], None]:
    return lambda state: setattr(state, name, value)


def _data(name: str, *values: Any) -> Callable[[WidgetState], None]:
    return lambda state: getattr(state, name).data.extend(values)


def _message(name: str, **values: Any) -> Callable[[WidgetState], None]:
    def fill(state: WidgetState) -> None:
        message = getattr(state, name)
        message.SetInParent()
        for key, value in values.items():
            setattr(message, key, value)

    return fill


def _file(state: WidgetState) -> None:
    state.file_uploader_state_value.uploaded_file_info.add(file_id="none", name="x", size=9)


PLAIN: tuple[Callable[[WidgetState], None], ...] = (
    lambda state: None,  # cleared
    _set("trigger_value", True),
    _set("bool_value", True),
    _set("bool_value", False),
    _set("int_value", 50_000_000),
    _set("int_value", -1),
    _set("double_value", math.nan),
    _set("double_value", -math.inf),
    _set("double_value", 2.5),
    _set("string_value", "none of them"),
    _set("string_value", ""),
    _set("string_value", "\0"),
    _set("string_value", LONG),
    _data("string_array_value"),
    _data("string_array_value", "none of them"),
    _data("string_array_value", *["\0"] * 1000),
    _data("int_array_value", 3),
    _data("double_array_value", math.nan),
    _set("json_value", "{}"),
    _set("json_value", '["a", {}]'),
    _set("json_value", DIGITS),
    _set("json_value", LEVELS),
    _set("json_trigger_value", '[{"event": "edit", "value": 5}]'),
    _set("bytes_value", b"\xff\0"),
    _message("arrow_value"),
    _file,
    _message("string_trigger_value", data="x"),
    _message("chat_input_value", data="x"),
)
"""For a widget that is no component. For a button the trigger is a press."""

ANYTHING: tuple[Any, ...] = (None, True, 2.5, -1, 10**20, math.nan, NOT_TEXT, [], {})
_FAR = 10**400

TOLD: dict[str, tuple[Any, ...]] = {
    "edit": (
        *ANYTHING,
        {"id": "w2_1_1"},
        {"id": 5, "text": "1"},
        {"id": [], "text": "1"},
        {"id": "w2_1_1", "text": 5},
        {"id": "w2_1_1", "text": NOT_TEXT},
        {"id": "w2_1_1", "text": "1e400"},
        {"id": NOT_TEXT, "text": "1"},
        {"number": "1", "edits": None},
        {"number": "1", "edits": [{"cell": cell, "text": str(10**9)} for cell in ("1", "w2_1_1")]},
        {"number": "1", "edits": [{"cell": "w2_1_1", "text": LONG, "how": "pasted"}]},
        {"number": "1", "edits": [{"cell": "1", "text": NOT_TEXT, "how": "turned"}, []]},
        {"number": [], "edits": [{"cell": True, "text": {}, "how": []}]},
    ),
    "level": (*ANYTHING, "atom"),
    "row": (*ANYTHING, "1", 64),
    "layer": (*ANYTHING, "2", 9),
    "y": (
        *ANYTHING,
        [1, 0.5],
        [[1]],
        [[1, "0.5"]],
        [["1", 0.5]],
        [[True, 0.5]],
        [[1, True]],
        [[1, math.nan]],
        [[1, _FAR], [2, 0.5]],
        [[99, 0.5]],
        [[1, 0.5]] * 1000,
    ),
    "theme": ANYTHING,
}
"""By the name of an event, what a component may say that has happened."""

PLACE: dict[str, tuple[Any, ...]] = {
    "step": (True, 2.5, "2", -1, 10**9, _FAR, math.nan, math.inf, []),
    "selected": (None, True, 5, [], "none", NOT_TEXT),
    "moved": (None, []),
    "choices": (
        *(None, 5, NOT_TEXT, []),
        {"none": "x"},
        {"layer": 3},
        {"layer": True},
        {"layer": " " * 20_000 + "3"},
        {"off": ",".join(["bp1-slope"] * 5000)},
        {"s": LONG},
    ),
}
"""What may be wrong at the place that the stage reports."""

TEXTS = (
    *("null", "5", "[]", '"x"', "{}", "NaN", "{", "", '{"value": {"place": 5}}', '{"get": 5}'),
    *(f'{{"place": {inside}}}' for inside in ("null", "5", "[]", "{}", DIGITS, LEVELS, COPIED)),
)
"""For the state of a component, or all that one triggers."""


def places(place: dict[str, Any]) -> list[str]:
    """What the component that tells this place may tell instead, with one thing wrong in each."""
    wrong = [place | {name: value} for name, values in PLACE.items() for value in values]
    part = {"step": place["step"], "moved": place["moved"]}
    return [*TEXTS, *(json.dumps({"place": one}) for one in (*wrong, part))]


def triggers(names: Collection[str]) -> list[str]:
    """What a component may trigger, all these events each time, until each had all its values."""
    most = max(len(TOLD[name]) for name in names)
    return [
        json.dumps([{"event": name, "value": TOLD[name][i % len(TOLD[name])]} for name in names])
        for i in range(most)
    ]
