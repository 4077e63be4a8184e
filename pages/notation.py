"""Section 2.1: notation and the forward pass."""

from backprop.ideas.address.view import address
from backprop.ideas.elementwise.view import elementwise
from backprop.ideas.terms.view import terms
from backprop.ui.chapter import chapter_page

chapter_page("2.1", address, terms, elementwise)
