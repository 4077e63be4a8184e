"""A browser without a screen: what Streamlit's frontend sends over the websocket, and what it gets.

A run is told the states of all widgets, each kept by its id; what a fragment has brought is asked
for with that fragment, as a press of it does.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.kept import Kept

TYPED = ("text_input", "text_area", "selectbox")
"""Widgets whose state is a text."""
EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN


@dataclass(frozen=True)
class Widget:
    """A widget on the page: its id, and the fragment that has brought it."""

    id: str
    fragment: str


class Client:
    """One tab with the page at `url`; its address has this `query`."""

    def __init__(self, url: str, query: dict[str, str]) -> None:
        self.query = query
        self.received = 0  # bytes, of all messages so far
        self.elements: list[str] = []  # kinds of what the last answer brought, components by name
        self.widgets: dict[str, Widget] = {}  # by label, or by name and key of a component
        self._url = url
        self._states: dict[str, WidgetState] = {}
        self._kept = Kept()
        self._page = ""

    async def connect(self) -> None:
        """Open the connection."""
        self._socket: ClientConnection = await connect(
            f"{self._url.replace('http', 'ws', 1)}/_stcore/stream",
            origin=self._url,  # type: ignore[arg-type]
            subprotocols=["streamlit"],  # type: ignore[list-item]
            compression=None,
            max_size=None,
            ping_interval=None,
        )

    async def close(self) -> None:
        """Close the tab."""
        if hasattr(self, "_socket"):
            await self._socket.close()

    def tell(self, name: str, **value: Any) -> None:
        """Give this widget a state that stays."""
        state = WidgetState(id=self.widgets[name].id, **value)
        self._states[state.id] = state

    async def press(self, name: str, *shown: str) -> None:
        """Press this button, and wait for what it shows."""
        widget = self.widgets[name]
        await self._ask(shown, widget, WidgetState(id=widget.id, trigger_value=True))

    async def trigger(self, name: str, event: str, value: Any, *shown: str) -> None:
        """Let this component tell of an event, and wait for what it shows."""
        widget = self.widgets[name]
        told = json.dumps([{"event": event, "value": value}], separators=(",", ":"))
        state = WidgetState(id=_events(widget.id), json_trigger_value=told)
        await self._ask(shown, widget, state)

    async def ask(self, name: str | None, *shown: str) -> None:
        """Run what this widget stands in, or the page, and wait for what it shows."""
        await self._ask(shown, self.widgets[name] if name else None)

    async def _ask(
        self, shown: Collection[str], widget: Widget | None, *pressed: WidgetState
    ) -> None:
        """Ask for a run; over when one has ended, and all texts `shown` have come till then.

        Each is looked for in all that comes, as it is or inside of JSON, in whatever element.
        """
        missing = {text: tuple(_written(text)) for text in shown}
        await self._socket.send(self._request(widget, pressed))
        self.elements.clear()
        while True:
            packed = await self._socket.recv(decode=False)
            self.received += len(packed)
            sent = ForwardMsg.FromString(packed)
            message = self._kept.whole(sent)
            kind = message.WhichOneof("type")
            if kind == "delta":
                body = packed if message is sent else message.SerializeToString()
                missing = {t: forms for t, forms in missing.items() if not _in(body, forms)}
                self._take(message.delta.new_element, message.delta.fragment_id)
            elif kind == "navigation":
                self._page = message.navigation.page_script_hash
            elif kind == "script_finished" and message.script_finished != EARLY:
                self._kept.ran(message.metadata.run.fragment_ids)
                if not missing:
                    return

    def _request(self, widget: Widget | None, pressed: Collection[WidgetState]) -> bytes:
        message = BackMsg()
        client = message.rerun_script
        client.query_string = urlencode(self.query)
        client.page_script_hash = self._page
        client.fragment_id = widget.fragment if widget else ""
        client.widget_states.widgets.extend([*self._states.values(), *pressed])
        client.cached_message_hashes.extend(self._kept)
        client.context_info.timezone = "UTC"
        client.context_info.locale = "en-US"
        client.context_info.url = f"{self._url}/"
        client.context_info.color_scheme = "light"
        packed: bytes = message.SerializeToString()
        return packed

    def _take(self, element: Element, fragment: str) -> None:
        """Keep what a browser keeps: where widgets stand, and what they were set to."""
        kind: str | None = element.WhichOneof("type")
        if kind == "bidi_component":
            component = element.bidi_component
            kind = component.component_name
            key = component.id.rpartition("-")[2]
            self.widgets[f"{kind} {key}"] = Widget(component.id, fragment)
        elif kind in (*TYPED, "button", "button_group", "file_uploader"):
            one = getattr(element, kind)
            self.widgets[one.label] = Widget(one.id, fragment)
            self._set(kind, one)
        self.elements.append(kind or "")
        self.saw(kind or "", element, fragment)

    def _set(self, kind: str, one: Any) -> None:
        """The state of a widget that is new, or that Python has set."""
        if kind == "button" or (one.id in self._states and not getattr(one, "set_value", False)):
            return
        state = WidgetState(id=one.id)
        if kind == "selectbox":
            state.string_value = one.raw_value
        elif kind in TYPED:
            state.string_value = one.value
        elif kind == "button_group":
            state.string_array_value.data.extend(one.raw_values)
        else:
            state.file_uploader_state_value.SetInParent()
        self._states[one.id] = state

    def saw(self, kind: str, element: Element, fragment: str) -> None:
        """Called for each element that comes, by this fragment or none."""


def is_in(body: bytes, text: str) -> bool:
    """Whether the text is in there, as it is or inside of JSON."""
    return _in(body, _written(text))


def _written(text: str) -> list[bytes]:
    """The text as it is, in JSON, and in JSON that stands in JSON."""
    once = {json.dumps(text, ensure_ascii=ascii)[1:-1] for ascii in (True, False)}
    twice = {json.dumps(one, ensure_ascii=ascii)[1:-1] for one in once for ascii in (True, False)}
    return [form.encode() for form in {text, *once, *twice}]


def _in(body: bytes, forms: Collection[bytes]) -> bool:
    return any(form in body for form in forms)


def _events(id: str) -> str:
    """The widget that a component with this id tells its events by."""
    return f"$$STREAMLIT_INTERNAL_KEY_{id}__events"
