"""Nagle's algorithm is off on the connections of a socket that was opened by somebody else."""

import asyncio
import socket

import pytest

from backprop.server.nodelay import answer_at_once
from tests.server.asgi import wait_for


async def accepted(prepared: bool) -> int:
    """TCP_NODELAY of a connection to a server that is given its listening socket."""
    loop = asyncio.get_running_loop()
    if prepared:
        answer_at_once(loop)
    option: asyncio.Future[int] = loop.create_future()

    class Report(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            connection = transport.get_extra_info("socket")
            option.set_result(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            transport.close()

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)  # as Streamlit opens it
    listening.bind(("127.0.0.1", 0))
    server = await loop.create_server(Report, sock=listening)
    _, visitor = await asyncio.open_connection(*listening.getsockname())
    found = await option
    visitor.close()
    server.close()
    return found


@pytest.mark.parametrize("prepared", [False, True])
def test_only_a_prepared_loop_answers_at_once(prepared: bool) -> None:
    assert bool(wait_for(accepted(prepared))) is prepared


async def served_by_name() -> None:
    loop = asyncio.get_running_loop()
    answer_at_once(loop)
    server = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0)
    assert server.sockets
    server.close()


def test_a_server_that_opens_its_own_socket_is_left_alone() -> None:
    wait_for(served_by_name())
