"""Section 2.9: the big picture."""

from backprop.ideas.paths.view import paths
from backprop.ideas.spread.view import spread
from backprop.ui.chapter import chapter_page

chapter_page("2.9", spread, paths)
