"""Section 2.6: the algorithm."""

from backprop.ideas.batch.view import batch
from backprop.ideas.function.view import function
from backprop.ideas.lanes.view import lanes
from backprop.ideas.linear.view import linear
from backprop.ui.chapter import chapter_page

chapter_page("2.6", lanes, function, linear, batch)
