"""The stage: the picture of the network and its matrices, which steps by itself in the browser."""

from backprop.stage.data import StageData, StageStep
from backprop.stage.exhibits import Exhibit, Item, exhibits, note, row, with_exhibits
from backprop.stage.frames import arrays_of, frames
from backprop.stage.picture import picture
from backprop.ui.stage.stage import show, stage

__all__ = [
    "Exhibit", "Item", "StageData", "StageStep", "arrays_of", "exhibits", "frames", "note",
    "picture", "row", "show", "stage", "with_exhibits",
]  # fmt: skip
