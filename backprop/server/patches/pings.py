"""Pings are answered as often as a network needs, and who sends more is cut off.

The server answers them below the application, so that nothing holds them back there: one megabyte
of empty pings would take it three seconds. A browser cannot send any.
"""

from weakref import WeakKeyDictionary

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from backprop.server.bucket import Bucket

RATE, BURST = 1, 20  # pings a second, and the most at once


def limit_pings() -> None:
    """Let the server end a connection that pings on."""
    answer = WebSocketsSansIOProtocol.handle_ping
    buckets: WeakKeyDictionary[WebSocketsSansIOProtocol, Bucket] = WeakKeyDictionary()

    def answer_some(self: WebSocketsSansIOProtocol) -> None:
        bucket = buckets.setdefault(self, Bucket(RATE, BURST))
        if bucket.take(1):
            self.transport.abort()
        else:
            answer(self)

    WebSocketsSansIOProtocol.handle_ping = answer_some  # type: ignore[method-assign]
