"""How often a connection may ping."""

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.server.conftest import Server


def ping_on(socket: ClientConnection) -> None:
    for _ in range(100_000):
        socket.ping()


def test_a_few_pings_are_answered_and_a_flood_ends_the_connection(server: Server) -> None:
    address = f"{server.url.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address) as socket:
        assert all(socket.ping().wait(60) for _ in range(10))
        with pytest.raises(ConnectionClosed):
            ping_on(socket)
