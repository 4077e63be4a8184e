"""Section 2.3: the Hadamard product."""

from backprop.ideas.places.view import places
from backprop.ideas.products.view import own
from backprop.ui.chapter import chapter_page

chapter_page("2.3", own, places)
