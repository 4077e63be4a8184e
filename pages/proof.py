"""Section 2.5: the proof."""

from backprop.ideas.proof.view import proof
from backprop.ideas.prove.view import prove
from backprop.ui.chapter import chapter_page

chapter_page("2.5", proof, prove)
