"""One student without a browser: what a browser sends over the websocket, and what it gets.

Each has a network of their own, and waits until the numbers of that network are there.
"""

import json
from time import perf_counter
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from backprop.lesson import Lesson, to_query
from backprop.ui.explorer.blocks import ROOM
from backprop.writing import PALETTE, worked


class Student:
    """Opens the page with the network of seed `number`, and steps forth and back through it."""

    def __init__(self, url: str, number: int) -> None:
        lesson = Lesson(seed=number)
        trace = lesson.trace()
        steps = trace.at(lesson.level)
        self.formulas = [worked(step, 1, PALETTE["light"], None, ROOM) for step in steps]
        self.received = 0  # bytes, of all messages so far
        self.elements: list[str] = []  # kinds of what the last answer brought, components by name
        self._url = url
        self._query = to_query(lesson)
        self._step, self._direction = 1, 1
        self._blocks: dict[str, str] = {}  # by step, all that has been told of it
        self._rerun = BackMsg()
        client = self._rerun.rerun_script
        client.query_string = urlencode(self._query)
        client.context_info.timezone = "UTC"
        client.context_info.locale = "en-US"
        client.context_info.url = f"{url}/"
        client.context_info.color_scheme = "light"

    async def open(self) -> float:
        """Connect and get the page: the seconds until all of it is there."""
        start = perf_counter()
        self._socket: ClientConnection = await connect(
            f"{self._url.replace('http', 'ws', 1)}/_stcore/stream",
            origin=self._url,  # type: ignore[arg-type]
            subprotocols=["streamlit"],  # type: ignore[list-item]
            compression=None,
            max_size=None,
            ping_interval=None,
        )
        await self._ask(self.formulas[0])
        return perf_counter() - start

    async def step(self) -> float:
        """Report the next step as the stage does: the seconds until its equation is there."""
        if not 1 <= self._step + self._direction <= len(self.formulas):
            self._direction = -self._direction
        self._step += self._direction
        place = {"step": self._step, "selected": "", "moved": self._moved, "choices": {}}
        self._reported.json_value = json.dumps({"place": place}, separators=(",", ":"))
        self._rerun.rerun_script.query_string = urlencode({**self._query, "step": self._step})
        start = perf_counter()
        await self._ask(self.formulas[self._step - 1])
        return perf_counter() - start

    async def close(self) -> None:
        """Leave the page."""
        if hasattr(self, "_socket"):
            await self._socket.close()

    async def _ask(self, formula: str) -> None:
        """Send the state of the widgets, and wait for the end of the run that shows `formula`."""
        await self._socket.send(self._rerun.SerializeToString())
        self.elements.clear()
        while True:
            packed = await self._socket.recv(decode=False)
            self.received += len(packed)
            message = ForwardMsg.FromString(packed)
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._take(message)
            elif kind == "navigation":
                self._rerun.rerun_script.page_script_hash = message.navigation.page_script_hash
            elif kind == "script_finished" and formula in self._blocks.get(str(self._step), ""):
                return

    def _take(self, message: ForwardMsg) -> None:
        """Keep what a browser would send back: the states of widgets, and what it has cached."""
        client = self._rerun.rerun_script
        element = message.delta.new_element
        kind: str | None = element.WhichOneof("type")
        if kind == "bidi_component":
            kind = element.bidi_component.component_name
        self.elements.append(kind or "")
        if message.metadata.cacheable and message.hash not in client.cached_message_hashes:
            client.cached_message_hashes.append(message.hash)
        state = WidgetState()
        if kind == "selectbox":
            state.id, state.string_value = element.selectbox.id, element.selectbox.raw_value
        elif kind == "text_input":
            state.id, state.string_value = element.text_input.id, element.text_input.value
        elif kind == "button_group":
            state.id = element.button_group.id
            state.string_array_value.data.extend(element.button_group.raw_values)
        elif kind == "file_uploader":
            state.id = element.file_uploader.id
            state.file_uploader_state_value.SetInParent()
        elif kind == "backprop_place":
            client.fragment_id = message.delta.fragment_id
            state.id = element.bidi_component.id
            if hasattr(self, "_reported"):
                return
        elif kind == "backprop_blocks":
            data = json.loads(element.bidi_component.json)
            for step, blocks in data["steps"].items():
                texts = [text for block in blocks for text in block.get("formulas", ())]
                self._blocks[step] = "\n".join(texts)
            return
        elif kind == "backprop_stage":
            self._moved = json.loads(element.bidi_component.bytes)["moved"]
            return
        else:
            return
        client.widget_states.widgets.append(state)
        if kind == "backprop_place":
            self._reported = client.widget_states.widgets[-1]
