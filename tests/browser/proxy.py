"""A reverse proxy that shows a server below a prefix which that server never hears of."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit


@contextmanager
def stripping(prefix: str, url: str) -> Iterator[str]:
    """The address below which a proxy passes every request on to `url`, without the prefix.

    It reads one request of a connection and then copies bytes, a websocket's as well; anything
    outside the prefix is not found.
    """
    upstream = urlsplit(url)

    class Connection(BaseRequestHandler):
        request: socket.socket

        def handle(self) -> None:
            head = b""
            while b"\r\n\r\n" not in head:
                read = self.request.recv(65_536)
                if not read:
                    return
                head += read
            method, path, rest = head.split(b" ", 2)
            if not path.startswith(prefix.encode() + b"/"):
                self.request.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                return
            inner = path.removeprefix(prefix.encode())
            once = rest.replace(b"Connection: keep-alive", b"Connection: close")
            with socket.create_connection((upstream.hostname, upstream.port)) as server:
                server.sendall(b" ".join((method, inner, once)))
                Thread(target=_copy, args=(self.request, server), daemon=True).start()
                _copy(server, self.request)

    class Proxy(ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Proxy(("localhost", 0), Connection) as proxy:
        Thread(target=proxy.serve_forever, daemon=True).start()
        yield f"http://localhost:{proxy.server_address[1]}{prefix}"
        proxy.shutdown()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):  # either side may leave at any time
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
