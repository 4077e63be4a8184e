"""Section 2.8: how fast it is."""

from backprop.ideas.check.view import check
from backprop.ui.chapter import chapter_page

chapter_page("2.8", check)
