"""What every picture of a stage is made of: plain data for the browser, no Streamlit."""

from backprop.stage.data import StageData, StageStep
from backprop.stage.exhibits import Exhibit, Item, exhibits, note, row, with_exhibits
from backprop.stage.frames import arrays_of, frames
from backprop.stage.picture import picture

__all__ = [
    "Exhibit", "Item", "StageData", "StageStep", "arrays_of", "exhibits", "frames", "note",
    "picture", "row", "with_exhibits",
]  # fmt: skip
