"""A session without a browser: what it is shown, and what it sends for each widget."""

import json
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection

RAN = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Session:
    """A page that is open over this connection; ``widgets`` has the kind of each by its id."""

    socket: ClientConnection
    query: str
    page: str = ""
    link: str = ""
    page_hash: str = ""
    widgets: dict[str, str] = field(default_factory=dict)
    moved: str = ""
    fragments: dict[str, str] = field(default_factory=dict)  # by widget, where it stands
    failures: list[str] = field(default_factory=list)

    def run(self, *states: WidgetState, fragment: str = "", **more: str) -> None:
        """Send these states and take in all that is shown, to the end of the run.

        ``more`` are other entries of the message. A run that fails adds to ``failures``.
        """
        self.send(*states, fragment=fragment, **more)
        while (message := self._received()).WhichOneof("type") != "script_finished" or (
            message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            self._take(message)
        if message.script_finished not in RAN:
            self.failures.append(f"the run ended with status {message.script_finished}")

    def send(self, *states: WidgetState, fragment: str = "", **more: str) -> None:
        """Send these states, and wait for nothing."""
        sent = BackMsg()
        client = sent.rerun_script
        client.query_string, client.fragment_id = self.query, fragment
        client.page_name, client.page_script_hash = self.page, self.page_hash
        for name, text in more.items():
            setattr(client.context_info if name == "color_scheme" else client, name, text)
        client.widget_states.widgets.extend(states)
        self.socket.send(sent.SerializeToString())

    def _received(self) -> ForwardMsg:
        message = ForwardMsg()
        message.ParseFromString(self.socket.recv(timeout=60, decode=False))
        return message

    def _take(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "page_info_changed":
            self.query = message.page_info_changed.query_string
        if message.WhichOneof("type") == "navigation":
            self.page_hash = message.navigation.page_script_hash
        shown = message.delta.WhichOneof("type")
        if shown not in ("new_element", "add_block"):
            return
        one: Message = getattr(message.delta, shown)
        kind = one.WhichOneof("type")
        if not kind:
            return
        found: Any = getattr(one, kind)
        if kind == "exception":
            self.failures.append(f"{found.type}: {found.message}")
        if kind == "bidi_component":
            kind = found.component_name
            data = json.loads(found.bytes or found.json or "{}")
            self.moved = data.get("moved", self.moved)
            self.widgets[events(found.id)] = "events"
            self.fragments[events(found.id)] = message.delta.fragment_id
        if getattr(found, "id", ""):
            self.widgets[found.id] = kind
            self.fragments[found.id] = message.delta.fragment_id


def events(component: str) -> str:
    """The id under which Streamlit takes what this component triggers."""
    return f"$$STREAMLIT_INTERNAL_KEY_{component}__events"
