"""The options of connections to a socket that was opened by somebody else."""

import asyncio
import socket
from functools import partial

import pytest

from backprop.server.connections import OPTIONS, prepare_connections
from tests.server.asgi import wait_for


async def accepted(prepared: bool) -> dict[str, int]:
    """The options of a connection to a server that is given its listening socket."""
    loop = asyncio.get_running_loop()
    if prepared:
        prepare_connections(loop)
    found: asyncio.Future[dict[str, int]] = loop.create_future()

    class Report(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            option = partial(transport.get_extra_info("socket").getsockopt, socket.IPPROTO_TCP)
            known = [name for name in OPTIONS if hasattr(socket, name)]
            found.set_result({name: option(getattr(socket, name)) for name in known})
            transport.close()

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)  # as Streamlit opens it
    listening.bind(("127.0.0.1", 0))
    server = await loop.create_server(Report, sock=listening)
    _, visitor = await asyncio.open_connection(*listening.getsockname())
    options = await found
    visitor.close()
    server.close()
    return options


@pytest.mark.parametrize("prepared", [False, True])
def test_only_a_prepared_loop_answers_at_once(prepared: bool) -> None:
    assert bool(wait_for(accepted(prepared))["TCP_NODELAY"]) is prepared


def test_a_connection_is_not_kept_for_one_who_takes_nothing() -> None:
    assert 0 < wait_for(accepted(prepared=True)).get("TCP_USER_TIMEOUT", 1) <= 120_000


async def served_by_name() -> None:
    loop = asyncio.get_running_loop()
    prepare_connections(loop)
    server = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0)
    assert server.sockets
    server.close()


def test_a_server_that_opens_its_own_socket_is_left_alone() -> None:
    wait_for(served_by_name())
