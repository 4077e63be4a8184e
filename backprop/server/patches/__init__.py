"""What is changed in Streamlit, uvicorn and asyncio while the app runs.

Each patch was written for Streamlit 1.67, uvicorn 0.54 or Python 3.11, and says in its docstring
what it mends. When one of the lines in ``REASONS`` is no longer in what it patches, a test asks
whether the patch is still needed.

Two changes stand apart, as both are of documented methods: ``connections`` is about the one event
loop, which is there only when the server starts, and ``log_limit`` about the handlers of logging.
"""

from asyncio import selector_events
from collections.abc import Callable

from streamlit import config, net_util
from streamlit.runtime import app_session, fragment
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.runtime.state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState, WStates
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from backprop.server.patches.cursor_copies import copy_cursors_by_hand
from backprop.server.patches.external_address import never_ask_for_external_address
from backprop.server.patches.kept_sessions import let_sessions_go_on_time
from backprop.server.patches.lazy_loop import open_loops_on_first_use
from backprop.server.patches.long_links import take_long_links
from backprop.server.patches.one_go import hand_on_in_one_go
from backprop.server.patches.one_key import look_up_one_key
from backprop.server.patches.option_cache import cache_options
from backprop.server.patches.pings import limit_pings
from backprop.server.patches.repeated_start import repeat_starts
from backprop.server.patches.small_portions import read_in_small_portions
from backprop.server.patches.stale_fragments import run_stale_fragments
from backprop.server.patches.unheard_widgets import tell_unheard_widgets_again
from backprop.server.patches.uploads import forget_old_uploads
from backprop.server.patches.widget_values import drop_unfit_values

REASONS: dict[Callable[[], None], tuple[object, str]] = {
    open_loops_on_first_use: (app_session.AppSession.__init__, "asyncio.new_event_loop()"),
    let_sessions_go_on_time: (MemorySessionStorage.save, "self._cache[session_info.session.id] ="),
    forget_old_uploads: (
        MemoryUploadedFileManager.add_file,
        "session_storage[file.file_id] = file",
    ),
    never_ask_for_external_address: (net_util.get_external_ip, "_make_blocking_http_get("),
    cache_options: (config.get_options_for_section, "for option in config_options.values():"),
    limit_pings: (WebSocketsSansIOProtocol.handle_ping, "self.transport.write("),
    read_in_small_portions: (
        vars(selector_events)["_SelectorTransport"],
        "max_size = 256 * 1024",
    ),
    take_long_links: (H11Protocol.__init__, "else DEFAULT_MAX_INCOMPLETE_EVENT_SIZE"),
    run_stale_fragments: (
        ScriptRunner._run_script,
        "for fragment_id in fragment_ids_this_run:",
    ),
    tell_unheard_widgets_again: (SafeSessionState.register_widget, "self._state.register_widget("),
    hand_on_in_one_go: (
        app_session.AppSession._on_scriptrunner_event,
        "self._call_soon_on_event_loop(",
    ),
    copy_cursors_by_hand: (fragment._fragment, "deepcopy(ctx.cursors)"),
    repeat_starts: (
        app_session.AppSession._create_new_session_message,
        "_populate_theme_msg(msg.new_session.custom_theme)",
    ),
    look_up_one_key: (vars(SessionState)["filtered_state"].fget, "for k in self._keys():"),
    drop_unfit_values: (WStates.set_widget_from_proto, "= Serialized("),
}
"""Each patch, in order: what it patches, as it was at import, and the line that makes it needed."""


def apply_patches() -> None:
    """Apply every patch; once in a process."""
    for patch in REASONS:
        patch()
