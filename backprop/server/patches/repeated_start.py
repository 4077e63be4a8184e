"""The start of a run of fragments is told as that of the whole page was.

It has all colours, options and pages of the app: Streamlit collects them for each run, and they
were a tenth of a change's CPU.
"""

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.run_descriptor import RunDescriptor


def repeat_starts() -> None:
    """Keep each session's last start of a whole page, for its runs of fragments."""
    create: Callable[..., ForwardMsg] = AppSession._create_new_session_message
    last: WeakKeyDictionary[AppSession, ForwardMsg] = WeakKeyDictionary()

    def created(
        session: AppSession, page_script_hash: str, run_descriptor: RunDescriptor, *more: Any
    ) -> ForwardMsg:
        kept = last.get(session) if run_descriptor.fragment_ids else None
        if kept and kept.new_session.page_script_hash == page_script_hash:
            start = ForwardMsg()
            start.CopyFrom(kept)
            app_session._set_run_identity(start, run_descriptor)
            return start
        start = create(session, page_script_hash, run_descriptor, *more)
        if not run_descriptor.fragment_ids:
            last[session] = start
        return start

    AppSession._create_new_session_message = created  # type: ignore[assignment, method-assign]
