"""Of what is uploaded, one file of a session is kept, and a limited number of bytes of all."""

from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from backprop.server.patches.uploads import MOST_BYTES, forget_old_uploads


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> MemoryUploadedFileManager:
    add = MemoryUploadedFileManager.add_file
    monkeypatch.setattr(MemoryUploadedFileManager, "add_file", add)  # put back after
    server = SimpleNamespace(is_active_session=lambda session: session != "gone")
    monkeypatch.setattr(runtime, "get_instance", lambda: server)
    forget_old_uploads()
    return MemoryUploadedFileManager("/upload")


def add(files: MemoryUploadedFileManager, session: str, file: str, size: int = 1) -> None:
    files.add_file(session, UploadedFileRec(file, "lesson.json", "application/json", bytes(size)))


def kept(files: MemoryUploadedFileManager) -> dict[str, list[str]]:
    return {session: [*found] for session, found in files.file_storage.items() if found}


def test_the_last_file_of_each_session_is_kept(files: MemoryUploadedFileManager) -> None:
    for session, file in [("a", "1"), ("b", "2"), ("a", "3"), ("a", "4")]:
        add(files, session, file)
    assert kept(files) == {"a": ["4"], "b": ["2"]}
    assert [one.file_id for one in files.get_files("a", ["1", "3", "4"])] == ["4"]


def test_the_oldest_of_all_make_room(files: MemoryUploadedFileManager) -> None:
    for session in ("a", "b", "c", "a"):
        add(files, session, f"file of {session}", MOST_BYTES // 3)
    assert [*kept(files)] == ["b", "c", "a"]
    add(files, "d", "file of d", MOST_BYTES // 3)
    assert [*kept(files)] == ["c", "a", "d"]


def test_a_file_of_a_session_that_has_gone_is_not_kept(files: MemoryUploadedFileManager) -> None:
    add(files, "gone", "1")
    assert kept(files) == {}
