"""A widget that the browser has not told of yet is given its value once more.

Streamlit says once which value a widget has that the script has set. A browser that is still
fetching what draws the widget loses it when a run of the fragment comes meanwhile, and the widget
then shows what it has where nothing is set: another number of layers than the lesson's. With each
press a browser tells of all widgets that it has drawn, so that what it leaves out is known. This
must be applied after `stale_fragments`, to hear of those that it drops, too.
"""

from dataclasses import replace
from typing import Any, TypeVar

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SafeSessionState
from streamlit.runtime.state.common import RegisterWidgetResult, WidgetMetadata

T = TypeVar("T")


def tell_unheard_widgets_again() -> None:
    """Set the value of each widget in a run of fragments that the run's browser did not tell of."""
    begin, register = SafeSessionState.on_script_will_rerun, SafeSessionState.register_widget

    def begin_and_note(
        session: SafeSessionState, states: WidgetStates | None, **options: Any
    ) -> None:
        context = get_script_run_ctx()
        in_fragments = states and context and context.fragment_ids_this_run
        heard = {state.id for state in states.widgets} if states and in_fragments else None
        vars(session)["_heard"] = heard
        begin(session, states, **options)

    def register_and_set(
        session: SafeSessionState, metadata: WidgetMetadata[T], user_key: str | None
    ) -> RegisterWidgetResult[T]:
        result = register(session, metadata, user_key)
        heard = vars(session).get("_heard")
        if heard is None or metadata.id in heard:
            return result
        return replace(result, value_changed=True)

    SafeSessionState.on_script_will_rerun = begin_and_note  # type: ignore[assignment, method-assign]
    SafeSessionState.register_widget = register_and_set  # type: ignore[assignment, method-assign]
