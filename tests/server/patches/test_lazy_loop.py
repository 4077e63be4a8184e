"""A session's event loop opens nothing until it is run, and then works like any other."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.runtime import app_session

from backprop.server.patches.lazy_loop import LazyEventLoop, open_loops_on_first_use


def descriptors() -> int:
    return len(os.listdir("/dev/fd"))


def test_it_is_installed_and_closed_without_a_descriptor() -> None:
    before = descriptors()
    loop = LazyEventLoop()
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.set_event_loop, loop).result()
        assert thread.submit(asyncio.get_event_loop).result() is loop
    assert (loop.is_running(), loop.is_closed(), asyncio.all_tasks(loop)) == (False, False, set())
    loop.close()
    assert loop.is_closed()
    assert descriptors() == before
    with pytest.raises(RuntimeError, match="closed"):
        loop.call_soon(print)
    assert descriptors() == before


def test_it_runs_and_lets_go_of_what_it_opened() -> None:
    before = descriptors()
    loop = LazyEventLoop()

    async def answer() -> int:
        assert asyncio.get_running_loop() is loop
        assert loop.is_running()
        return await asyncio.to_thread(lambda: 42)  # its end comes through the pipe

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(loop.run_until_complete, answer()).result() == 42
    assert descriptors() > before
    loop.close()
    assert loop.is_closed()
    assert descriptors() == before


def test_a_session_asks_asyncio_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = app_session.asyncio  # type: ignore[attr-defined]
    monkeypatch.setattr(app_session, "asyncio", plain)  # put back after
    open_loops_on_first_use()
    patched = app_session.asyncio  # type: ignore[attr-defined]
    assert patched.new_event_loop is LazyEventLoop
    assert patched.get_running_loop is asyncio.get_running_loop
