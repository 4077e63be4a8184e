"""The pictures: arrays with their addresses go in, Plotly figures come out.

``heatmap`` and ``diagram`` make figures for notebooks; the stage makes its own of the arrays.
Plotly is loaded only when a figure for a notebook is made.
"""

from backprop.figures.heatmap import heatmap_json
from backprop.figures.limits import limits, scale_of
from backprop.figures.notebook.diagram import diagram
from backprop.figures.notebook.heatmap import heatmap
from backprop.figures.theme import SCALES

__all__ = ["SCALES", "diagram", "heatmap", "heatmap_json", "limits", "scale_of"]
