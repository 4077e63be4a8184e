"""Section 2.8: how fast it is."""

from backprop.ideas.check.view import check
from backprop.ideas.count.view import count
from backprop.ui.chapter import chapter_page

chapter_page("2.8", check, count)
