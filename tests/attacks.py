"""What a hostile or careless visitor sends, each for a bounded time, in a process of its own.

python -m tests.attacks NAME URL SECONDS prints "ready" when it begins, and then what came of it.
"""

import asyncio
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import monotonic
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from backprop.server.plotlyjs import plotly_js_url
from tests.server.visitor import upload

LARGEST = {"part": "tell", "sizes": "-".join(["12"] * 8)}
MEGABYTE = bytes(1_000_000)


async def layers(url: str, seconds: float) -> str:
    """The list of layers is told twenty million, in seventy bytes."""
    async with _connected(url) as ws:
        elements = [
            one.delta.new_element for one in await _run(ws, BackMsg(rerun_script=ClientState()))
        ]
        boxes = [one.selectbox.id for one in elements if one.WhichOneof("type") == "selectbox"]
        (wanted,) = [one for one in boxes if one.endswith("lesson_layers")]
        message = BackMsg()
        state = WidgetState(id=wanted, int_value=20_000_000)
        message.rerun_script.widget_states.widgets.append(state)
        _say_ready()
        return await _repeat(ws, message, seconds, pause=0.2)


async def flood(url: str, seconds: float) -> str:
    """Nine hundred empty messages a second."""
    async with _connected(url) as ws:
        _say_ready()
        empty, sent, end = (
            BackMsg(rerun_script=ClientState()).SerializeToString(),
            0,
            monotonic() + seconds,
        )
        taking = asyncio.create_task(_take_all(ws))
        try:
            while monotonic() < end:
                async with asyncio.timeout(end - monotonic()):
                    for _ in range(9):
                        await ws.send(empty)
                        sent += 1
                await asyncio.sleep(0.01)
        except (TimeoutError, ConnectionClosed):
            pass
        taking.cancel()
        return f"{sent} messages sent"


async def pings(url: str, seconds: float) -> str:
    """As many empty pings as the line takes, and another line whenever one is cut."""
    parts = urlsplit(url)
    wish = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    many = b"\x89\x80\0\0\0\0" * 10_000
    _say_ready()
    end, lines = monotonic() + seconds, 0
    while monotonic() < end:
        _, writer = await asyncio.open_connection(parts.hostname, parts.port)
        lines += 1
        writer.write(wish.encode())
        with suppress(OSError, TimeoutError):
            while True:
                writer.write(many)
                await asyncio.wait_for(writer.drain(), max(0, end - monotonic()))
        writer.close()
    return f"{lines} lines"


async def heavy(url: str, seconds: float) -> str:
    """Ten browsers run the dearest page again and again."""
    sockets = [await _connect(url) for _ in range(10)]
    message = BackMsg()
    message.rerun_script.query_string = urlencode(LARGEST)
    message.rerun_script.page_name = "equations"
    _say_ready()
    runs = await asyncio.gather(*(_repeat(ws, message, seconds) for ws in sockets))
    return f"{' '.join(runs)} runs"


async def visits(url: str, seconds: float) -> str:
    """Fifty browsers open the page at once, and go."""
    _say_ready()
    end, opened = monotonic() + seconds, 0
    while monotonic() < end:
        sockets = await asyncio.gather(*(_connect(url) for _ in range(50)))
        message = BackMsg(rerun_script=ClientState())
        await asyncio.gather(*(_run(ws, message) for ws in sockets))
        opened += len(sockets)
    return f"{opened} opened"


async def uploads(url: str, seconds: float) -> str:
    """Five hundred files of a megabyte are sent into one session."""
    async with _connected(url) as ws:
        page = await _run(ws, BackMsg(rerun_script=ClientState()))
        _say_ready()
        done = asyncio.Semaphore(8)
        end = monotonic() + seconds

        async def send(number: int) -> int:
            async with done:
                if monotonic() > end:
                    return 0
                return await asyncio.to_thread(upload, url, page, f"file{number}", MEGABYTE)

        answers = await asyncio.gather(*(send(number) for number in range(500)))
        return f"{sum(status == 204 for status in answers)} of 500 taken"


async def readers(url: str, seconds: float) -> str:
    """Two hundred sockets ask for plotly.js, half of them without gzip, and never read."""
    parts = urlsplit(url)
    assert parts.hostname
    assert parts.port
    sockets = []
    for number in range(200):
        one = socket.create_connection((parts.hostname, parts.port))
        gzip = "Accept-Encoding: gzip\r\n" if number % 2 else ""
        path = urlsplit(plotly_js_url()).path
        one.sendall(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n{gzip}\r\n".encode())
        sockets.append(one)
    _say_ready()
    await asyncio.sleep(seconds)
    for one in sockets:
        one.close()
    return "200 sockets closed"


ATTACKS: dict[str, Callable[[str, float], Awaitable[str]]] = {
    act.__name__: act for act in (layers, flood, pings, heavy, visits, uploads, readers)
}


def _connected(url: str) -> connect:
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    return connect(address, compression=None, max_size=None, ping_interval=None, close_timeout=0.5)


async def _connect(url: str) -> ClientConnection:
    return await _connected(url)


async def _run(ws: ClientConnection, message: BackMsg) -> list[ForwardMsg]:
    """Send it, and take all messages of the run that it leads to."""
    await ws.send(message.SerializeToString())
    taken: list[ForwardMsg] = []
    while not taken or taken[-1].WhichOneof("type") != "script_finished":
        taken.append(ForwardMsg.FromString(await ws.recv(decode=False)))
    return taken


async def _repeat(ws: ClientConnection, message: BackMsg, seconds: float, pause: float = 0) -> str:
    """Run the message again and again: how many runs there were."""
    end, runs = monotonic() + seconds, 0
    try:
        while monotonic() < end:
            async with asyncio.timeout(end - monotonic()):
                await _run(ws, message)
            runs += 1
            await asyncio.sleep(pause)
    except (TimeoutError, ConnectionClosed):
        pass
    return str(runs)


async def _take_all(ws: ClientConnection) -> None:
    async for _ in ws:
        pass


def _say_ready() -> None:
    print("ready", flush=True)


if __name__ == "__main__":
    attack, address, length = sys.argv[1:]
    print(asyncio.run(ATTACKS[attack](address, float(length))))  # type: ignore[arg-type]
