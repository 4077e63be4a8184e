"""The explorer's stage: the network, its heatmaps and the steps of its trace."""

from backprop.stage.explorer import stage_data
from backprop.ui import first_look, state
from backprop.ui.fragments import fragment
from backprop.ui.stage import show, shows


def stage() -> None:
    """The stage; a step of the learner does not run it again."""
    fragment("stage", lambda: (shows(), first_look.is_on()), _draw)


def _draw() -> None:
    data = stage_data(state.current(), state.trace(), first_look.is_on())
    show("stage", data | {"trace": state.trace_name()}, opening=first_look.ask)
