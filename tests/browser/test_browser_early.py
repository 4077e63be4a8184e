"""Streamlit hears of a run of fragments once what our components took of it is painted."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

import backprop.server
from backprop.ui.components.component import packed

SCRIPT = Path(backprop.server.__file__).with_name("early.js").read_text(encoding="utf-8")
# A socket on which the test puts what it likes, and who listens to it as Streamlit does.
SOCKET = """
() => {
  [window.shown, window.heard] = [[], []];
  window.socket = new WebSocket("");
  socket.addEventListener("message", ({ data }) => heard.push(new Uint8Array(data).length));
}
"""
TAKE = """
(bytes) => {
  const place = { data: new Uint8Array(bytes), parentElement: document.body };
  backpropTake(place, (data) => Boolean(shown.push(data.number)));
}
"""
PUT = """
(messages) => {
  for (const bytes of messages) {
    socket.dispatchEvent(new MessageEvent("message", { data: new Uint8Array(bytes).buffer }));
  }
  return [shown, heard];
}
"""
FRAME, PATIENCE = 50, 100  # milliseconds: more than a frame, and what a run has at most


def start(*fragments: str) -> bytes:
    message = ForwardMsg()
    message.metadata.run.fragment_ids.extend(fragments)
    message.new_session.name = "app"
    return bytes(message.SerializeToString())


def end(*fragments: str) -> bytes:
    message = ForwardMsg(script_finished=ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
    message.metadata.run.fragment_ids.extend(fragments)
    return bytes(message.SerializeToString())


def told(number: int) -> bytes:
    message = ForwardMsg()
    message.delta.new_element.bidi_component.bytes = packed("stage", {"number": number})
    return bytes(message.SerializeToString())


class Wire:
    """What arrives on a page that has early.js alone, whose clock stands still."""

    def __init__(self, chromium: Browser) -> None:
        self.page = chromium.new_page()
        self.page.clock.install(time=0)
        self.page.clock.pause_at(1)
        self.page.evaluate("() => { window.WebSocket = class extends EventTarget {}; }")
        self.page.add_script_tag(content=SCRIPT)
        self.page.evaluate(SOCKET)
        self.page.evaluate(TAKE, list(packed("stage", {"number": 0})))

    def put(self, *messages: bytes) -> tuple[list[int], list[int]]:
        """Let these arrive: the data that are shown by then, and the lengths that were heard."""
        shown, heard = self.page.evaluate(PUT, [list(message) for message in messages])
        return shown, heard

    def wait(self, milliseconds: int) -> list[int]:
        """The lengths of the messages that were heard by then."""
        self.page.clock.run_for(milliseconds)
        heard: list[int] = self.page.evaluate("heard")
        return heard


@pytest.fixture
def wire(chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    monkeypatch.setattr("streamlit.session_state", {})
    wire = Wire(chromium)
    yield wire
    wire.page.close()


def lengths(messages: Sequence[bytes]) -> list[int]:
    return [len(message) for message in messages]


def test_a_run_is_heard_of_in_its_order_once_it_is_painted(wire: Wire) -> None:
    run = [start("panel"), told(1), end("panel")]
    assert wire.put(*run) == ([0, 1], [])
    assert wire.wait(FRAME) == lengths(run)


def test_a_run_of_which_nothing_is_taken_is_heard_of_at_its_end(wire: Wire) -> None:
    run = [start("panel"), end("panel")]
    assert wire.put(run[0]) == ([0], [])
    assert wire.put(run[1]) == ([0], lengths(run))


def test_a_run_that_lasts_is_heard_of_as_it_goes_on(wire: Wire) -> None:
    run = [start("panel"), told(1), end("panel")]
    wire.put(run[0])
    assert wire.wait(FRAME) == []
    assert wire.wait(PATIENCE) == lengths(run[:1])
    assert wire.put(*run[1:]) == ([0, 1], lengths(run))


def test_each_run_has_its_own_time(wire: Wire) -> None:
    first, second = ([start("panel"), told(n), end("panel")] for n in (1, 2))
    assert wire.put(*first, second[0]) == ([0, 1], lengths(first))
    assert wire.wait(FRAME) == lengths(first)  # what the first one waited for ends no other
    assert wire.put(*second[1:]) == ([0, 1, 2], lengths(first))
    assert wire.wait(FRAME) == lengths([*first, *second])


def test_a_run_of_the_whole_page_is_heard_of_at_once(wire: Wire) -> None:
    run = [start(), told(1), end()]
    assert wire.put(*run) == ([0, 1], lengths(run))
