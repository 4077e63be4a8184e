"""Section 2.6: the algorithm."""

from backprop.ideas.function.view import function
from backprop.ideas.linear.view import linear
from backprop.ui.chapter import chapter_page

chapter_page("2.6", function, linear)
