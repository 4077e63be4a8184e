"""What is uploaded is counted: the last file of a session is kept, and not much of all of them.

A page reads a lesson's file the moment it has arrived, so no session needs an older one.
"""

from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

MOST_BYTES = 16_000_000  # a class of 200 that opens its largest lessons at once


def forget_old_uploads() -> None:
    """Keep one file of each session and MOST_BYTES in all: the oldest makes room for the newest.

    A file that arrives when its session has gone is not kept, since nobody would ever remove it.
    """
    add = MemoryUploadedFileManager.add_file

    def add_last(files: MemoryUploadedFileManager, session_id: str, file: UploadedFileRec) -> None:
        files.remove_session_files(session_id)
        if not runtime.get_instance().is_active_session(session_id):
            return
        add(files, session_id, file)
        while _bytes(files) > MOST_BYTES:
            files.remove_session_files(next(iter(files.file_storage)))

    MemoryUploadedFileManager.add_file = add_last  # type: ignore[method-assign, assignment]


def _bytes(files: MemoryUploadedFileManager) -> int:
    return sum(len(file.data) for kept in files.file_storage.values() for file in kept.values())
