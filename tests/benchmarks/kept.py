"""The large messages that a browser keeps: when they come again, Streamlit only names them."""

from collections.abc import Collection, Iterator

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

MOST_AGE = 2
"""After so many runs in which it was not used a message is dropped: global.maxCachedMessageAge."""


class Kept:
    """Messages by their hash, each with the run of its last use."""

    def __init__(self) -> None:
        self._run = 0
        self._messages: dict[str, tuple[ForwardMsg, int]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message, or the one that it names."""
        if message.WhichOneof("type") == "ref_hash":
            message = self._messages[message.ref_hash][0]
        if message.metadata.cacheable:
            self._messages[message.hash] = message, self._run
        return message

    def ran(self, fragments: Collection[str]) -> None:
        """These fragments, or the page if there are none, have run."""
        self._run += 1
        for hash, (message, last) in list(self._messages.items()):
            concerned = not fragments or message.delta.fragment_id in fragments
            if concerned and self._run - last > MOST_AGE:
                del self._messages[hash]
