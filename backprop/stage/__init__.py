"""What every picture of a stage is made of: plain data for the browser, no Streamlit."""

from backprop.stage.data import StageData, StageStep
from backprop.stage.diagram import diagram, edge_label, labels_by_step, push
from backprop.stage.exhibits import Exhibit, Piece, exhibits, remark, row
from backprop.stage.frames import Marks, arrays_of
from backprop.stage.picture import Picture

__all__ = [
    "Exhibit",
    "Marks",
    "Picture",
    "Piece",
    "StageData",
    "StageStep",
    "arrays_of",
    "diagram",
    "edge_label",
    "exhibits",
    "labels_by_step",
    "push",
    "remark",
    "row",
]  # fmt: skip
