"""Section 2.7: the code."""

from backprop.ideas.code.view import code
from backprop.ideas.columns.view import columns
from backprop.ui.chapter import chapter_page

chapter_page("2.7", code, columns)
