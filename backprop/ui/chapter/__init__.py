"""The pages of the chapter: what all of them have around their content."""

from backprop.ui.chapter.examples import several_or_one
from backprop.ui.chapter.layers import layer_switch, look_at_layer
from backprop.ui.chapter.page import chapter_page
from backprop.ui.chapter.shown import equation, offer, offer_hidden_layer, shows
from backprop.ui.chapter.switch import switch

__all__ = [
    "chapter_page", "equation", "layer_switch", "look_at_layer", "offer", "offer_hidden_layer",
    "several_or_one", "shows", "switch",
]  # fmt: skip
