"""A session without a browser holds no messages and no uploads, and ends when its time is up."""

import asyncio
from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.script_data import ScriptData
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.session_manager import SessionInfo
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from backprop.server.patches.kept_sessions import let_sessions_go_on_time
from tests.server.asgi import wait_for


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> MemoryUploadedFileManager:
    """The uploads of a server whose kept sessions go on time."""
    monkeypatch.setattr(MemorySessionStorage, "save", MemorySessionStorage.save)  # put back after
    found = MemoryUploadedFileManager("/upload")
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(uploaded_file_mgr=found))
    let_sessions_go_on_time()
    return found


def new(files: MemoryUploadedFileManager) -> AppSession:
    return AppSession(ScriptData("page.py", False), files, ScriptCache(), None, {})


async def leave(files: MemoryUploadedFileManager, seconds: int) -> tuple[AppSession, list[object]]:
    """A session that is kept for these seconds, and what it holds at first."""
    session = new(files)
    session.session_state["lesson"] = "3-4-2"
    session._enqueue_forward_msg(ForwardMsg())
    files.add_file(session.id, UploadedFileRec("1", "lesson.json", "", b"{}"))
    MemorySessionStorage(ttl_seconds=seconds).save(SessionInfo(None, session, 1))
    held = [session.session_state["lesson"], session.flush_browser_queue(), {**files.file_storage}]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return session, held


def test_it_keeps_its_lesson_and_nothing_that_is_done_with(
    files: MemoryUploadedFileManager,
) -> None:
    session, held = wait_for(leave(files, 60))
    assert held == ["3-4-2", [], {}]
    assert session._state is AppSessionState.APP_NOT_RUNNING


def test_it_ends_by_itself(files: MemoryUploadedFileManager) -> None:
    session, _ = wait_for(leave(files, 0))
    assert session._state is AppSessionState.SHUTDOWN_REQUESTED
    assert "lesson" not in session.session_state
    assert session._script_event_loop.is_closed()


async def leave_one_too_many(files: MemoryUploadedFileManager) -> list[AppSession]:
    storage, sessions = MemorySessionStorage(maxsize=2), [new(files) for _ in range(3)]
    for session in sessions:
        storage.save(SessionInfo(None, session, 1))
    return sessions


def test_the_oldest_ends_where_there_is_no_room(files: MemoryUploadedFileManager) -> None:
    ended = [one._script_event_loop.is_closed() for one in wait_for(leave_one_too_many(files))]
    assert ended == [True, False, False]
