"""The stage on a page: its Streamlit component, and what is told to it and by it."""

from backprop.ui.stage.show import show, shows

__all__ = ["show", "shows"]
