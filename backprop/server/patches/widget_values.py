"""A widget takes only what it can have: any other value counts as not sent.

Streamlit believes what comes over the websocket and keeps it: a value of a kind that the widget
does not send, an option that is not in its list, JSON that Python cannot read or copy. It fails
where it reads the value, in this run and in every later one of the session. So each value is read
as soon as it comes (or, where the widget is not known yet, when it is), and one that is unfit is
dropped: the widget keeps the value that it had, and nothing is told that it has changed.
"""

from contextlib import suppress
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, WStates

MOST_LEVELS = 20
"""So many lists and tables may be within each other: Python reads more of them than it copies."""

MOST_JSON = 200_000
"""So many characters may a component send: ten times what the largest grid of weights needs."""


def drop_unfit_values() -> None:
    """Let Streamlit take from the websocket only what the widget can have."""
    read, put = WStates.__getitem__, WStates.set_widget_from_proto

    def read_if_fit(states: WStates, key: str) -> Any:
        state, widget = states.states.get(key), states.widget_metadata.get(key)
        if widget is None or not isinstance(state, Serialized):
            return read(states, key)
        with suppress(Exception):  # its reader may raise anything
            if _can_be_of(widget, state.value):
                value = read(states, key)
                if not _deeper(value, MOST_LEVELS):
                    states.set_widget_metadata(widget)  # reading has noted the kind that came
                    return value
        del states.states[key]
        raise KeyError(key)

    def put_if_fit(states: WStates, sent: WidgetState) -> None:
        put(states, sent)
        states.get(sent.id)

    WStates.__getitem__ = read_if_fit  # type: ignore[method-assign]
    WStates.set_widget_from_proto = put_if_fit  # type: ignore[assignment, method-assign]


def _can_be_of(widget: WidgetMetadata[Any], sent: WidgetState) -> bool:
    """Whether this is of the widget's kind: some of its options, and an object where it is JSON.

    None is the value of a widget that was cleared, where that can be.
    """
    kind, options = sent.WhichOneof("value"), widget.formatted_options
    if kind is None:
        return widget.clearable
    json = sent.json_value or sent.json_trigger_value
    if len(json) > MOST_JSON or (kind == "json_value" and not json.startswith("{")):
        return False
    chosen = [sent.string_value] if kind == "string_value" else sent.string_array_value.data
    return kind == widget.value_type and (options is None or set(chosen) <= set(options))


def _deeper(value: object, levels: int) -> bool:
    """Whether more lists and tables than ``levels`` are within each other."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels < 0 or any(_deeper(one, levels - 1) for one in inside)
