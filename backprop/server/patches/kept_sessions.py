"""A session without a browser is kept for a while, with its lesson only, and for no longer.

Streamlit keeps up to 128 of them for two minutes, so that a browser that comes back finds its
lesson. But when its time is up, one goes only as another session comes to be kept: after a lesson
that may be hours later.
"""

import asyncio
from typing import cast

from streamlit import runtime
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo


def let_sessions_go_on_time() -> None:
    """End each kept session when its time is up, or another needs its place.

    Its messages and its uploads go at once: a browser that comes back asks for the whole page
    again, and a file was read as it arrived.
    """
    save = MemorySessionStorage.save

    def save_for_a_while(storage: MemorySessionStorage, kept: SessionInfo) -> None:
        kept.session.flush_browser_queue()
        runtime.get_instance().uploaded_file_mgr.remove_session_files(kept.session.id)
        cache = cast("TTLCache[str, SessionInfo]", storage._cache)
        _end_those_due(cache)
        while len(cache) >= cache.maxsize:
            _end(cache.popitem()[1])
        save(storage, kept)
        asyncio.get_running_loop().call_later(cache.ttl, _end_those_due, cache)

    MemorySessionStorage.save = save_for_a_while  # type: ignore[method-assign, assignment]


def _end_those_due(cache: TTLCache[str, SessionInfo]) -> None:
    for _, kept in cache.expire():
        _end(kept)


def _end(kept: SessionInfo) -> None:
    kept.session.shutdown()
    # Classes that Streamlit makes at each run hold the state in circles.
    kept.session.session_state.clear()
