"""Uploads are let in one of a session and a few in all; whatever else is asked does not wait."""

import asyncio

import pytest
from starlette.types import Receive, Scope, Send

from backprop.server import upload_turns
from backprop.server.upload_turns import AT_ONCE, UploadTurns
from tests.server.asgi import ask, wait_for


class Busy:
    """An application that reads on until it may end, and notes who is in."""

    def __init__(self) -> None:
        self.within: list[str] = []
        self.may_end = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.within.append(scope["path"])
        await self.may_end.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})


def file(session: object, number: int = 1) -> str:
    return f"/school/_stcore/upload_file/{session}/{number}"


async def within(*requests: tuple[str, str]) -> list[str]:
    """The paths that are let in at first, where each upload lasts; all are answered in the end."""
    busy = Busy()
    turns = UploadTurns(busy)
    asked = [asyncio.create_task(ask(turns, path, method=method)) for method, path in requests]
    for _ in range(10):
        await asyncio.sleep(0)  # everybody goes as far as they are let
    first = [*busy.within]
    busy.may_end.set()
    assert [answer.status for answer in await asyncio.gather(*asked)] == [204] * len(requests)
    assert len(busy.within) == len(requests)
    return first


def test_one_of_a_session_at_a_time() -> None:
    paths = [file("a", 1), file("a", 2), file("b", 3)]
    assert wait_for(within(*(("PUT", path) for path in paths))) == [paths[0], paths[2]]


def test_few_at_a_time() -> None:
    paths = [file(session) for session in range(AT_ONCE + 3)]
    assert wait_for(within(*(("PUT", path) for path in paths))) == paths[:AT_ONCE]


def test_nothing_else_waits() -> None:
    requests = [("DELETE", file("a")), ("PUT", file("a")), ("GET", file("a"))] + [("GET", "/")] * 9
    assert wait_for(within(*requests)) == [path for _, path in requests]


async def stuck() -> list[int]:
    turns = UploadTurns(Busy())
    return [(await ask(turns, file("a"), method="PUT")).status for _ in range(AT_ONCE + 1)]


def test_one_that_does_not_come_to_an_end_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_turns, "PATIENCE", 0)
    assert wait_for(stuck()) == [408] * (AT_ONCE + 1)
