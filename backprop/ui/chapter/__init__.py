"""The pages of the chapter: what all of them have around their content."""

from backprop.ui.chapter.page import chapter_page
from backprop.ui.chapter.shown import book, equation, offer, shows

__all__ = ["book", "chapter_page", "equation", "offer", "shows"]
