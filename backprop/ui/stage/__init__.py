"""The stage: the picture of the network and its matrices, which steps by itself in the browser."""

from backprop.ui.stage.stage import stage

__all__ = ["stage"]
