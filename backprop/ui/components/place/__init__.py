"""Where the learner has gone on the stage, and which theme the page has, told to Python.

It stands in the panel, so that a step runs the panel at once. Told by the stage itself, it would
run the stage's part of the page first and then ask for the panel: two runs, at twice the cost.
"""

from collections.abc import Callable
from pathlib import Path

from backprop.ui.components.component import Component, told

KEY = "place"

_component = Component(Path(__file__).parent)


def follow_stage(follow: Callable[[object], None], theme: str) -> None:
    """Call ``follow`` before the next run with each {step, selected, moved, choices} of the stage.

    What stands around it runs again, too, when the page no longer has this theme.
    """
    _component(
        key=KEY,
        data={"theme": theme},
        on_place_change=lambda: follow(told(KEY, "place")),
        on_theme_change=lambda: None,
    )
