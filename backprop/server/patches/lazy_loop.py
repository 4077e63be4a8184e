"""An event loop per session that costs nothing until a page runs it.

Streamlit makes one for each session, so that `asyncio.get_event_loop()` works in a page: three file
descriptors that no page of ours uses. With the socket that is four of the 1,024 that a process
often has, and a session that is kept for a browser to come back holds three of them on.
"""

import asyncio
import sys
from types import SimpleNamespace
from typing import Any

from streamlit.runtime import app_session


class LazyEventLoop(asyncio.SelectorEventLoop):
    """A selector event loop that opens its selector and its pipe when first used."""

    def __init__(self) -> None:
        """Put off asyncio's own `__init__`, which opens them."""
        self._opened = self._ended = False

    def __getattr__(self, name: str) -> Any:
        """Reached by the first use, since asyncio's attributes are missing: make them."""
        if self._opened:
            raise AttributeError(name)
        self._opened = True
        super().__init__()
        if self._ended:
            super().close()
        return getattr(self, name)

    def is_closed(self) -> bool:
        """Whether it was closed, which does not count as a use."""
        return super().is_closed() if self._opened else self._ended

    def is_running(self) -> bool:
        """Whether it runs, which does not count as a use."""
        return self._opened and super().is_running()

    def close(self) -> None:
        """Close it, and what it has opened."""
        self._ended = True
        if self._opened:
            super().close()


def open_loops_on_first_use() -> None:
    """Give Streamlit's sessions lazy loops where they ask asyncio for a new one."""
    if sys.platform != "win32":  # which has neither the limit nor this kind of loop
        lazy = {**vars(asyncio), "new_event_loop": LazyEventLoop}
        vars(app_session)["asyncio"] = SimpleNamespace(**lazy)
