"""The pictures: arrays with their addresses go in, Plotly figures come out."""

from backprop.figures.heatmap import heatmap, heatmap_json
from backprop.figures.limits import limits, scale_of
from backprop.figures.theme import SCALES

__all__ = ["SCALES", "heatmap", "heatmap_json", "limits", "scale_of"]
