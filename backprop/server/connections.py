"""Connections that answer at once, and that a browser which does not read cannot fill or keep.

Streamlit opens the listening socket itself; the connections inherit what is set on it here.
"""

import asyncio
import socket
from functools import wraps
from typing import Any

# By name, as not every system has them all.
OPTIONS = {
    # Nagle's algorithm is off: or the second part of an answer waits 40 ms for the browser's
    # acknowledgement of the first. asyncio does this for the sockets that it opens itself
    # (https://github.com/Kludex/uvicorn/issues/3149).
    "TCP_NODELAY": 1,
    # Bytes that the kernel takes beyond what is on its way: not megabytes for each slow reader.
    "TCP_NOTSENT_LOWAT": 131_072,
    # Milliseconds after which a connection ends whose other side takes nothing.
    "TCP_USER_TIMEOUT": 60_000,
}


def prepare_connections(loop: asyncio.AbstractEventLoop) -> None:
    """Set `OPTIONS` on each socket that a server of this loop is given to listen on."""
    create_server = loop.create_server

    @wraps(create_server)
    async def create(*args: Any, sock: socket.socket | None = None, **options: Any) -> Any:
        if sock is not None:
            for name, value in OPTIONS.items():
                if hasattr(socket, name):
                    sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
        return await create_server(*args, sock=sock, **options)

    loop.create_server = create  # type: ignore[method-assign]
