"""The run of a fragment takes on the other fragments that its callbacks have made out of date.

Streamlit runs the fragment that holds the widget, and a callback may name others by `st.rerun`; but
those are another run, with a start, an end and a drawing of the whole page in the browser each.
Here they join the run that is under way: `one_go` tells its start once its fragments are known.

And it believes all that a browser says of all widgets. One that has not heard yet of the last
change says what they were before, and that would count as a choice of the user's, and undo the
change: so of a fragment's run only the fragments that were pressed are believed.
"""

from collections.abc import Callable
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.state import SafeSessionState

Names = Callable[[], list[str]]

_also: list[Names] = []
_applied: list[bool] = []


def run_also(names: Names) -> None:
    """Let each run of a fragment run those of these names, too, as they are after its callbacks."""
    _also[:] = [names]


def do_join() -> bool:
    """Whether this server lets them join; else they must be asked for in another way."""
    return bool(_applied)


def run_stale_fragments() -> None:
    """Ask for the names after a fragment's callbacks."""
    call_back = SafeSessionState.on_script_will_rerun

    def call_back_and_ask(
        session: SafeSessionState, states: WidgetStates | None, **options: Any
    ) -> None:
        context = get_script_run_ctx()
        run = (context and context.fragment_ids_this_run) or []
        call_back(session, _pressed(session, states, run) if states and run else states, **options)
        if context and run:
            _take_on(context, run, [name for names in _also for name in names()])

    _applied.append(True)
    SafeSessionState.on_script_will_rerun = call_back_and_ask  # type: ignore[assignment, method-assign]


def _pressed(session: SafeSessionState, states: WidgetStates, run: list[str]) -> WidgetStates:
    """The states without those of widgets that stand in other fragments than the run has.

    A trigger is always a press: a browser may send one with what another fragment has to say.
    """
    known = session._state._new_widget_state.widget_metadata

    def is_old(state: WidgetState) -> bool:
        if "trigger" in (state.WhichOneof("value") or ""):
            return False
        widget = known.get(state.id)
        return bool(widget and widget.fragment_id and widget.fragment_id not in run)

    return WidgetStates(widgets=[state for state in states.widgets if not is_old(state)])


def _take_on(context: ScriptRunContext, run: list[str], names: list[str]) -> None:
    """Run the fragments of these names in their order, and then the one that was pressed."""
    known = context.fragment_storage
    more = known.resolve_target(names) if names else []
    run[:] = known.order_fragment_ids([*dict.fromkeys([*more, *run])])
