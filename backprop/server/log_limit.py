"""The log stays readable, and the disk free, whatever a client sends.

A run that fails writes 3 kB of traceback and a broken message 1 kB, so one client could fill the
disk. Here all that is logged shares an allowance of characters; what is left out is counted.
"""

import logging
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic

from backprop.server.bucket import Bucket

BURST = 300_000  # characters: a hundred tracebacks at once,
PER_SECOND = 150.0  # and then one every twenty seconds: 13 MB a day


class Allowance:
    """So many characters may be written; the first record of its kind always passes."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._lock = Lock()
        self._characters = Bucket(PER_SECOND, BURST, clock)
        self._missing = 0
        self._kinds: set[Hashable] = set()

    def takes(self, record: logging.LogRecord) -> bool:
        """Whether there is room for `record`, which then also says how many were left out."""
        with self._lock:
            kind = _kind(record)
            if self._characters.left <= 0 and kind in self._kinds:
                self._missing += 1
                return False
            self._kinds.add(kind)
            if self._missing:
                said = f"{self._missing} entries left out, they came too fast"
                record.msg, record.args = f"[{said}] {record.getMessage()}", ()
                self._missing = 0
            self._characters.take(len(logging.Formatter().format(record)))
            return True


def _kind(record: logging.LogRecord) -> Hashable:
    """Where in the code it was logged, and where in the code what it reports was raised."""
    kind, _, traceback = record.exc_info or (None, None, None)
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    raised = (traceback.tb_frame.f_code, traceback.tb_lineno) if traceback else None
    return record.pathname, record.lineno, kind, raised


def limit_log(allowance: Allowance) -> None:
    """Let all that is written, by Streamlit's, uvicorn's and asyncio's loggers, draw on it."""
    handle = logging.Handler.handle

    def handle_if_allowed(handler: logging.Handler, record: logging.LogRecord) -> bool:
        return allowance.takes(record) and handle(handler, record)

    logging.Handler.handle = handle_if_allowed  # type: ignore[method-assign, assignment]
