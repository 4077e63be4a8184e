"""The explorer's own panel: the present step and the selected number."""
