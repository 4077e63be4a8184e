"""Put first on a server's path as sitecustomize.py: writes down every address it turns to."""

import os
import socket
import sys
from typing import Any


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """Write the host that a name look-up or a TCP connection is for."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event == "socket.connect" and arguments[0].type == socket.SOCK_STREAM:
        host = arguments[1][0]
    else:
        return
    with open(os.environ["OUTGOING"], "a", encoding="utf-8") as out:
        out.write(f"{host}\n")


sys.addaudithook(note)
