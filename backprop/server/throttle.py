"""A connection is heard only as often as a person and the stage can speak.

The stage reports at most ten times a second, and a person presses a button perhaps eight times.
What comes faster, or asks for more than it pays, waits in its socket, so that one browser cannot
take the server from the others.
"""

import asyncio
from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.runtime_util import get_max_widget_state_size_bytes

from backprop.server.bucket import Bucket

RATE, BURST = 24, 48  # tokens a second, and the most that are kept
FRAGMENT, OTHER = 1, 3  # the price of a run of one part of the page, and of all else,
HEARD, SENT = 32_768, 65_536  # and one token more for so many bytes: they tell what a run costs
MOST_HELD = 200
"""After so many messages in a row that had to wait, the connection is closed."""

PATIENCE = 5.0  # seconds: a slow line is heard all the same, or it would be taken for a dead one

# Codes of closing, as RFC 6455 has them.
BROKEN, UNSUPPORTED, TOO_MUCH, TOO_LARGE = 1002, 1003, 1008, 1009


class Throttle:
    """Middleware that holds back the messages of each websocket, and closes one that floods."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            connection = _Connection(receive, send)
            receive, send = connection.receive, connection.send
        await self.app(scope, receive, send)


class _Connection:
    """One websocket: what comes in is counted, and waits while what went out is not taken."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._bucket = Bucket(RATE, BURST)
        self._held = 0
        self._closed = False
        self._taken = asyncio.Event()
        self._taken.set()

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return message
        data = message.get("bytes")
        if data is None:
            return await self._close(UNSUPPORTED)
        if len(data) > get_max_widget_state_size_bytes():
            return await self._close(TOO_LARGE)
        try:
            seconds = self._bucket.take(_price(data))
        except DecodeError:
            return await self._close(BROKEN)
        self._held = self._held + 1 if seconds else 0
        if self._held > MOST_HELD:
            return await self._close(TOO_MUCH)
        await asyncio.sleep(seconds)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._taken.wait(), PATIENCE)
        return message

    async def send(self, message: Message) -> None:
        if self._closed:
            return
        self._bucket.take(len(message.get("bytes") or b"") / SENT)
        self._taken.clear()
        try:
            await self._send(message)
        finally:
            self._taken.set()

    async def _close(self, code: int) -> Message:
        self._closed = True  # before whoever waits to send can send after it
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}


def _price(data: bytes) -> int:
    """What a message costs. Raises DecodeError where it is none."""
    fragment = BackMsg.FromString(data).rerun_script.fragment_id
    return (FRAGMENT if fragment else OTHER) + len(data) // HEARD
