"""Answers that leave at once: Nagle's algorithm is switched off for every connection.

asyncio does this for the sockets that it opens, but Streamlit opens the listening one itself, and
then the second part of each answer waits 40 ms for the browser's acknowledgement of the first
(https://github.com/Kludex/uvicorn/issues/3149). The connections inherit what is set here.
"""

import asyncio
import socket
from functools import wraps
from typing import Any


def answer_at_once(loop: asyncio.AbstractEventLoop) -> None:
    """Set TCP_NODELAY on each socket that a server of this loop is given to listen on."""
    create_server = loop.create_server

    @wraps(create_server)
    async def create(*args: Any, sock: socket.socket | None = None, **options: Any) -> Any:
        if sock is not None:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return await create_server(*args, sock=sock, **options)

    loop.create_server = create  # type: ignore[method-assign]
