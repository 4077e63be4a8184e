"""The note at the sizes of a network: what a change of them has kept and what it has dropped."""

from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.notes import note
from backprop.ui.words_sizes import what_became

RESIZED = "resized"


def saying_what_became(new: Lesson) -> Lesson:
    """The lesson with other sizes, as it is; once it is taken, a note says what is kept in it."""
    if sentence := what_became(state.current(), new):
        note(RESIZED, sentence, lesson=new)
    return new
