"""Figures for notebooks: an array of a trace as a heatmap, and the network as a diagram."""
