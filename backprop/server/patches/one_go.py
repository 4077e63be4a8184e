"""What a run of fragments has for the browser is handed on in one go, when the run is done.

Streamlit wakes its event loop for each message, and a change has twenty: a seventh of its CPU. The
browser draws the whole page in between. A run that takes longer is heard of as it goes on.
"""

from collections import deque
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunner

LONGEST = 0.05  # seconds


class Events:
    """What a run tells its session, from its start on, kept until it is handed on."""

    def __init__(self, session: AppSession, sender: ScriptRunner, start: dict[str, Any]) -> None:
        self._session, self._sender, self._soon = session, sender, session._call_soon_on_event_loop
        self._kept = deque([start])
        self._fragments: list[str] = start["fragment_ids_this_run"]
        self._run = start["run_descriptor"]
        self._at_once = False

    def add(self, event: dict[str, Any], last: bool) -> None:
        """Keep one more event, in the run's thread; hand on all of them after the last one."""
        if len(self._kept) == 1 and not self._at_once:
            self._soon(self._set_timer)
        self._kept.append(event)
        self._at_once |= last
        if self._at_once:
            self._soon(self._hand_on)

    def _set_timer(self) -> None:
        self._session._event_loop.call_later(LONGEST, self._go_on)

    def _go_on(self) -> None:
        # What the run adds meanwhile is handed on here, or finds that it is to be at once.
        self._at_once = True
        self._hand_on()

    def _hand_on(self) -> None:
        # The start and the end say which fragments run: the callbacks have settled it.
        object.__setattr__(self._run, "fragment_ids", tuple(self._fragments))
        while self._kept:
            event = self._kept.popleft()
            self._session._handle_scriptrunner_event_on_event_loop(self._sender, **event)


def hand_on_in_one_go() -> None:
    """Keep what a run of fragments tells until it ends, or until LONGEST after its callbacks."""
    tell = AppSession._on_scriptrunner_event
    runs: WeakKeyDictionary[ScriptRunner, Events] = WeakKeyDictionary()

    def keep(session: AppSession, sender: ScriptRunner | None, **event: Any) -> None:
        if sender and event.get("fragment_ids_this_run"):
            runs[sender] = Events(session, sender, event)
        elif sender and sender in runs:
            last = "forward_msg" not in event
            (runs.pop(sender) if last else runs[sender]).add(event, last)
        else:
            tell(session, sender, **event)

    AppSession._on_scriptrunner_event = keep  # type: ignore[assignment, method-assign]
