"""What a run of fragments tells is handed on at its end, in order, and of a long run on the way."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.scriptrunner_utils.run_descriptor import RunDescriptor

from backprop.server.patches import one_go


class Session:
    """A session that notes what its event loop has handled, and in which turn of the loop."""

    def __init__(self) -> None:
        self._event_loop = asyncio.get_running_loop()
        self.handled: list[tuple[int, Any]] = []
        self.turns = 0

    def _call_soon_on_event_loop(self, callback: Any) -> None:
        self._event_loop.call_soon_threadsafe(self._turn, callback)

    def _turn(self, callback: Any) -> None:
        self.turns += 1
        callback()

    def _handle_scriptrunner_event_on_event_loop(self, sender: object, **event: Any) -> None:
        self.handled.append((self.turns, event.get("forward_msg") or event["event"]))


class Sender:
    """What runs the script; only who it is matters."""


Tell = Any
STARTED = ScriptRunnerEvent.SCRIPT_STARTED
ENDED = ScriptRunnerEvent.FRAGMENT_STOPPED_WITH_SUCCESS


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Tell:
    """What the run of a script calls; it is put back after the test."""

    def plain(session: Session, sender: object, **event: Any) -> None:
        session._call_soon_on_event_loop(
            lambda: session._handle_scriptrunner_event_on_event_loop(sender, **event)
        )

    monkeypatch.setattr(AppSession, "_on_scriptrunner_event", plain)
    one_go.hand_on_in_one_go()
    return AppSession._on_scriptrunner_event


class Run:
    """A run that tells its session what happens."""

    def __init__(self, tell: Tell, fragments: list[str]) -> None:
        self.session, self._tell, self._sender = Session(), tell, Sender()
        self.fragments, self.descriptor = fragments, RunDescriptor.create(fragments)

    def start(self) -> None:
        self._tell(
            self.session,
            self._sender,
            event=STARTED,
            fragment_ids_this_run=self.fragments,
            run_descriptor=self.descriptor,
        )

    def says(self, text: str) -> None:
        event = ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
        self._tell(self.session, self._sender, event=event, forward_msg=text)

    def end(self) -> None:
        self._tell(self.session, self._sender, event=ENDED, run_descriptor=self.descriptor)


def on_a_loop_of_its_own(act: Callable[[], Coroutine[Any, Any, None]]) -> None:
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(act())).result()


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_a_run_of_fragments_is_handed_on_in_one_turn_with_the_fragments_that_ran(
    tell: Tell,
) -> None:
    async def act() -> None:
        run = Run(tell, ["pressed"])
        run.start()
        run.fragments[:] = ["stale", "pressed"]  # as a callback makes it
        run.says("a")
        run.says("b")
        await settle()
        assert run.session.handled == []
        run.end()
        await settle()
        turns, told = zip(*run.session.handled, strict=True)
        assert told == (STARTED, "a", "b", ENDED)
        assert len(set(turns)) == 1
        assert run.descriptor.fragment_ids == ("stale", "pressed")

    on_a_loop_of_its_own(act)


def test_a_run_that_lasts_is_heard_of_as_it_goes_on(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_go, "LONGEST", 0)

    async def act() -> None:
        run = Run(tell, ["pressed"])
        run.start()
        run.says("a")
        await settle()
        assert [told for _, told in run.session.handled] == [STARTED, "a"]
        run.says("b")
        await settle()
        assert run.session.handled[-1][1] == "b"
        run.end()
        await settle()
        assert [told for _, told in run.session.handled] == [STARTED, "a", "b", ENDED]

    on_a_loop_of_its_own(act)


def test_a_run_of_the_whole_page_is_told_at_once(tell: Tell) -> None:
    async def act() -> None:
        run = Run(tell, [])
        run.start()
        run.says("a")
        await settle()
        assert [told for _, told in run.session.handled] == [STARTED, "a"]

    on_a_loop_of_its_own(act)
