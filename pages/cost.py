"""Section 2.2: the cost and its two assumptions."""

from backprop.ideas.mean.view import mean
from backprop.ideas.outputs.view import outputs
from backprop.ui import descent
from backprop.ui.chapter import chapter_page

descent.begin(over_rows=True)  # its cost is that over all examples
chapter_page("2.2", mean, outputs)
