"""Section 2.4: the four equations."""

from backprop.ideas.demon.view import demon
from backprop.ideas.matrices.view import matrices
from backprop.ideas.remove.view import remove
from backprop.ideas.tell.view import tell
from backprop.ui.chapter import chapter_page

chapter_page("2.4", demon, remove, tell, matrices)
