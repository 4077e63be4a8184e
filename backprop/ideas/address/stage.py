"""The stage of the idea: the forward pass, on which every number says its address."""

from backprop.engine import Quantity, Trace
from backprop.ideas.address.words import HINT, pointing
from backprop.stage import StageData
from backprop.stage.diagram import diagram
from backprop.stage.forward_pass import forward

OTHERS = 580
"""Pixels of the window's height for all but the diagram, which takes what is left."""


def stage_data(trace: Trace, chosen: Quantity) -> StageData:
    """What the stage is sent, this number selected and its layer on the board."""
    pointed = {
        "module": "ideas/address/pointing.js",
        "sentences": pointing(trace.network),
        "hint": HINT,
    }
    network = diagram("a", "w") | {"others": OTHERS}
    shown = forward(trace, pointed, network, "browser/value_editor.js", "browser/board.js")
    return shown.at_layer("selected").with_selected(chosen.id).data
