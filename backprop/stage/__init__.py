"""What every picture of a stage is made of: plain data for the browser, no Streamlit."""

from backprop.stage.data import StageData, StageStep
from backprop.stage.diagram import diagram, push
from backprop.stage.exhibits import Exhibit, Item, exhibits, note, row
from backprop.stage.frames import Marks, arrays_of
from backprop.stage.picture import Picture

__all__ = [
    "Exhibit", "Item", "Marks", "Picture", "StageData", "StageStep", "arrays_of", "diagram",
    "exhibits", "note", "push", "row",
]  # fmt: skip
