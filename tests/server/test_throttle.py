"""What a connection may send, and what becomes of what is too much; sleeping takes no time here."""

import asyncio
from collections.abc import Iterable

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from backprop.server.throttle import Throttle
from tests.server.asgi import wait_for

STEP = BackMsg(rerun_script=ClientState(fragment_id="a panel")).SerializeToString()
PAGE = BackMsg(rerun_script=ClientState()).SerializeToString()


class Heard:
    """What the application heard of a connection that sent these messages, and what it was sent."""

    def __init__(
        self, messages: Iterable[Message], monkeypatch: pytest.MonkeyPatch, answer: bytes = b""
    ) -> None:
        self.messages: list[Message] = []
        self.sent: list[Message] = []
        self.waited = [0.0]
        incoming = iter([*messages, {"type": "websocket.disconnect", "code": 1001}])

        async def sleep(seconds: float) -> None:
            self.waited.append(seconds)

        async def receive() -> Message:
            return next(incoming)

        async def send(message: Message) -> None:
            self.sent.append(message)

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            while not self.messages or self.messages[-1]["type"] != "websocket.disconnect":
                self.messages.append(await receive())
                await send({"type": "websocket.send", "bytes": answer})

        monkeypatch.setattr("backprop.server.throttle.asyncio.sleep", sleep)
        wait_for(Throttle(app)({"type": "websocket"}, receive, send))


def frames(data: bytes, count: int) -> list[Message]:
    return [{"type": "websocket.receive", "bytes": data}] * count


def test_forty_steps_in_one_go_are_heard_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(frames(STEP, 40), monkeypatch)
    assert len(heard.messages) == 41
    assert max(heard.waited) == 0


def test_runs_of_the_whole_page_are_dearer(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(frames(PAGE, 40), monkeypatch)
    assert heard.messages[:40] == frames(PAGE, 40)
    assert heard.waited[10] == 0
    # 40 runs of a page are 120 steps; 48 are saved, and 24 come in a second.
    assert heard.waited[-1] == pytest.approx(3, abs=0.3)


def test_a_large_message_is_dearer(monkeypatch: pytest.MonkeyPatch) -> None:
    query = "x" * 1_000_000
    large = BackMsg(rerun_script=ClientState(fragment_id="a panel", query_string=query))
    heard = Heard(frames(large.SerializeToString(), 4), monkeypatch)
    assert heard.waited[-1] > 2


def test_a_large_answer_is_paid_by_the_next_message(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(frames(STEP, 4), monkeypatch, answer=bytes(1_500_000))
    assert heard.waited[-1] > 0.5


def test_a_flood_is_closed_and_nothing_is_sent_into_it(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(frames(STEP, 2000), monkeypatch)
    assert 200 < len(heard.messages) < 300
    assert heard.messages[-1] == {"type": "websocket.disconnect", "code": 1008}
    assert heard.sent[-1] == {"type": "websocket.close", "code": 1008}
    assert len(heard.sent) == len(heard.messages)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"type": "websocket.receive", "text": "a text"}, 1003),
        ({"type": "websocket.receive", "bytes": b"\xff\xff\xff"}, 1002),
        ({"type": "websocket.receive", "bytes": bytes(3_000_000)}, 1009),
    ],
    ids=["text", "no message", "too large"],
)
def test_what_no_browser_sends_closes_the_connection(
    monkeypatch: pytest.MonkeyPatch, message: Message, code: int
) -> None:
    heard = Heard([message, *frames(STEP, 1)], monkeypatch)
    assert heard.messages == [{"type": "websocket.disconnect", "code": code}]
    assert heard.sent == [{"type": "websocket.close", "code": code}]


def test_who_does_not_take_what_was_sent_is_not_heard() -> None:
    order: list[str] = []

    async def connection() -> None:
        taken = asyncio.Event()
        incoming = iter(frames(STEP, 1))

        async def receive() -> Message:
            return next(incoming)

        async def send(message: Message) -> None:
            await taken.wait()
            order.append("sent")

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            sending = asyncio.ensure_future(send({"type": "websocket.send", "bytes": b"a page"}))
            await asyncio.sleep(0)
            hearing = asyncio.ensure_future(receive())
            hearing.add_done_callback(lambda _: order.append("heard"))
            for _ in range(10):
                await asyncio.sleep(0)
            order.append("taken")
            taken.set()
            await asyncio.gather(sending, hearing)

        await Throttle(app)({"type": "websocket"}, receive, send)

    wait_for(connection())
    assert order == ["taken", "sent", "heard"]
