"""Browsers that ask for plotly.js and do not read it: what the server keeps for them."""

import re
import socket
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from backprop.server.plotlyjs import plotly_js_url
from tests.server.conftest import Server
from tests.server.visitor import get

READERS = 200


def memory(server: Server, name: str) -> float:
    """Megabytes in memory: VmRSS now, VmHWM at most since `forget_the_most`."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path(f"/proc/{server.pid}/status").read_text())
    assert found
    return int(found[1]) / 1024


def forget_the_most(server: Server) -> None:
    Path(f"/proc/{server.pid}/clear_refs").write_text("5")


def open_files(server: Server) -> int:
    return len(list(Path(f"/proc/{server.pid}/fd").iterdir()))


def reader(server: Server, accept: str) -> socket.socket:
    """A connection that has asked and does not read."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect((urlsplit(server.url).hostname, urlsplit(server.url).port))
    request = f"GET {plotly_js_url()} HTTP/1.1\r\nHost: localhost\r\n{accept}\r\n"
    connection.sendall(request.encode())
    return connection


@pytest.mark.parametrize("accept", ["Accept-Encoding: gzip\r\n", ""], ids=["packed", "plain"])
def test_readers_that_do_not_read_cost_little_and_leave_nothing(
    server: Server, accept: str
) -> None:
    get(server.url)
    forget_the_most(server)
    files, before, log = open_files(server), memory(server, "VmRSS"), server.log
    with ExitStack() as readers:
        for one in [readers.enter_context(reader(server, accept)) for _ in range(READERS)]:
            assert one.recv(1, socket.MSG_PEEK)  # the answer has begun
        assert get(f"{server.url}/_stcore/health").status == 200
        assert open_files(server) > files + READERS * 0.9
    assert get(f"{server.url}/_stcore/health").status == 200
    assert memory(server, "VmHWM") < before + 100
    assert open_files(server) < files + READERS * 0.1
    assert server.log == log
